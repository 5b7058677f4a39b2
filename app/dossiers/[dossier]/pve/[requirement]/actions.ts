"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { formIn, formResult, redirectingOnRefusal } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { findingsInWriting } from "@/app/_lib/writing-findings";
import { addresses, PARAMETERS } from "@/components/addresses";
import type { DraftState, SaveState } from "@/components/requirements/save-state";
import type { FormState } from "@/components/ui/form-state";
import type { RequirementKind } from "@/db/vocabulary";
import { formatMoment } from "@/domain/kernel/dates";
import { Conflict } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import {
  addRequirement,
  carryWords,
  draftRequirement,
  dropRequirement,
  linkRequirement,
  linkWords,
  restoreRequirement,
  saveRequirement,
  setNoSourceReason,
  uncarryWords,
  unlinkRequirement,
} from "@/domain/requirements/commands";
import { MEASURES_OF, type Measure, type RequirementVersion } from "@/domain/requirements/model";
import { getVersion, idFromAddress } from "@/domain/requirements/queries";
import { bodyOfLines, bodyText } from "@/domain/text/rich-text";

const scopeOf = (data: FormData) => requireDossier(String(formIn(data).get("dossier") ?? ""));
const idOf = (data: FormData) => String(data.get("requirementId") ?? "");

/** The text as it was sent: JSON by the editor, or plain lines by a text box. */
function sentBody(data: FormData): unknown {
  const body = String(data.get("body") ?? "");
  return data.get("bodyFormat") === "json" ? body : bodyOfLines(body);
}

/** What both texts are compared by: plain words. */
function sentText(data: FormData): string {
  const body = sentBody(data);
  try {
    return bodyText(typeof body === "string" ? JSON.parse(body) : body);
  } catch {
    return "";
  }
}

export async function addRequirementAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    const { id } = await addRequirement.submit(scope, data, {
      body: sentBody(data),
      ...ownMeasures(fieldsOf(data)),
      reactionIds: data.getAll(PARAMETERS.reaction).map(String),
      passageIds: data.getAll(PARAMETERS.passage).map(String),
    });
    redirect(addresses.dossier(scope.slug).requirement(id, { message: "toegevoegd" }));
  });
}

/**
 * Saves the next version. When somebody else saved in between the form gets both texts back, and
 * the next press goes on top of the version it was shown.
 */
export async function saveRequirementAction(_state: FormState, data: FormData): Promise<SaveState> {
  const scope = await scopeOf(data);
  const id = idOf(data);
  return formResult(data, async (): Promise<SaveState> => {
    try {
      const { changed } = await saveRequirement.submit(scope, data, {
        body: await keptMarks(scope, id, data),
        ...ownMeasures(fieldsOf(data)),
      });
      const message = changed ? "opgeslagen" : "ongewijzigd";
      redirect(addresses.dossier(scope.slug).requirement(id, { message }));
    } catch (error) {
      if (!(error instanceof Conflict) || !error.current) throw error;
      return conflictState(error.current as RequirementVersion, data);
    }
  });
}

/**
 * Makes a version of what was written in the document. `token` is its number; when somebody else saved in between the
 * answer has both texts.
 */
export async function writeRequirementAction(
  _state: SaveState,
  data: FormData,
): Promise<SaveState> {
  const scope = await scopeOf(data);
  return formResult(data, async (): Promise<SaveState> => {
    try {
      const { n } = await saveRequirement.submit(scope, data, {
        body: sentBody(data),
        ...ownMeasures(fieldsOf(data)),
        settlesDraft: "ja",
      });
      return { status: "done", token: String(n) };
    } catch (error) {
      if (!(error instanceof Conflict) || !error.current) throw error;
      return conflictState(error.current as RequirementVersion, data);
    }
  });
}

/**
 * Keeps what is being written, or lets go of it. `token` is the number of the version that stands; with it comes what was found in
 * the words.
 */
export async function draftRequirementAction(
  _state: DraftState,
  data: FormData,
): Promise<DraftState> {
  const scope = await scopeOf(data);
  return formResult(data, async (): Promise<DraftState> => {
    const { n } = await draftRequirement.submit(scope, data, { body: sentBody(data) });
    const done = { status: "done" as const, token: String(n) };
    if (data.get("discard")) return done;
    return { ...done, findings: await findingsInWriting(scope, idOf(data), sentText(data)) };
  });
}

/** Plain lines that say what the text said already keep its marks: a text box cannot show them. */
async function keptMarks(scope: ReaderScope, id: string, data: FormData): Promise<unknown> {
  if (data.get("bodyFormat") === "json") return sentBody(data);
  const base = Number(data.get("base"));
  if (!Number.isSafeInteger(base) || base < 1) return sentBody(data);
  const version = await getVersion(scope, idFromAddress(id), base);
  const lines = String(data.get("body") ?? "").replace(/\r\n?/g, "\n");
  return lines.trim() === version.bodyText.trim() ? version.body : sentBody(data);
}

async function conflictState(current: RequirementVersion, data: FormData): Promise<SaveState> {
  const t = await getTranslations("requirements");
  const locale = await getLocale();
  const { title, kind, explanation, evidence, verification } = current;
  const fields = fieldsOf(data);
  return {
    status: "error",
    message: t("errors.stale"),
    values: fields,
    conflict: {
      n: current.n,
      author: current.author,
      moment: formatMoment(current.createdAt, locale),
      reason: current.reason,
      theirs: {
        ...{ title, kind, bodyText: current.bodyText, explanation, evidence, verification },
        score: String(current.score ?? ""),
        weight: String(current.weight ?? ""),
      },
      mine: {
        title: fields.title ?? "",
        kind: (fields.kind as RequirementKind | undefined) ?? kind,
        bodyText: sentText(data),
        explanation: fields.explanation ?? "",
        evidence: fields.evidence ?? "",
        verification: fields.verification ?? "",
        ...ownMeasures(fields),
      },
    },
  };
}

/** The points and weight that were typed, as far as the chosen kind is scored. */
function ownMeasures(fields: Record<string, string>): Record<Measure, string> {
  const own = MEASURES_OF[fields.kind as RequirementKind] ?? [];
  const typed = (measure: Measure) => (own.includes(measure) ? (fields[measure] ?? "").trim() : "");
  return { score: typed("score"), weight: typed("weight") };
}

export async function dropRequirementAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    await dropRequirement.submit(scope, data);
    redirect(addresses.dossier(scope.slug).requirement(idOf(data), { message: "vervallen" }));
  });
}

export async function restoreRequirementAction(
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    await restoreRequirement.submit(scope, data);
    redirect(addresses.dossier(scope.slug).requirement(idOf(data), { message: "hersteld" }));
  });
}

export async function noSourceAction(_state: FormState, data: FormData): Promise<FormState> {
  const scope = await scopeOf(data);
  return formResult(data, async () => {
    await setNoSourceReason.submit(scope, data);
    const reason = String(data.get("reason") ?? "").trim();
    const message = reason ? "reden" : "redenWeg";
    redirect(addresses.dossier(scope.slug).requirement(idOf(data), { message }));
  });
}

/** Links what was found; words in a source become a passage first. */
export async function linkAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const requirementId = idOf(data);
  const fields = fieldsOf(data);
  const pageWith = (message: string) =>
    addresses
      .dossier(scope.slug)
      .requirement(requirementId, { message, link: fields[PARAMETERS.link] });
  await redirectingOnRefusal(pageWith("nietGekoppeld"), async () => {
    if (fields.sourceVersionId) {
      const { sourceVersionId, start, end } = fields;
      const exact = (fields.exact ?? "").replace(/\r\n?/g, "\n");
      const words = { requirementId, sourceVersionId, start, end, exact };
      await linkWords(scope, words, keyIn(data));
    } else {
      await linkRequirement.submit(scope, data);
    }
  });
  redirect(pageWith("gekoppeld"));
}

/** Takes a link away; the page that follows offers to put it back. */
export async function unlinkAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const to = addresses.dossier(scope.slug);
  const id = idOf(data);
  const removed = await redirectingOnRefusal(
    to.requirement(id, { message: "nietLosgekoppeld" }),
    () => unlinkRequirement(scope, { linkId: String(data.get("linkId") ?? "") }, keyIn(data)),
  );
  const end = (["coreValueId", "reactionId", "passageId"] as const).find((one) => removed[one]);
  const undo = end && `${end}:${removed[end]}`;
  redirect(to.requirement(removed.requirementId, { message: "losgekoppeld", undo }));
}

/** Chooses words as what carries the requirement, or lets go of them; one stays where one was. */
export async function carryAction(data: FormData): Promise<void> {
  const scope = await scopeOf(data);
  const change = data.get("carries") === "ja" ? carryWords : uncarryWords;
  await redirectingOnRefusal(
    addresses.dossier(scope.slug).requirement(idOf(data), { message: "nietGekozen" }),
    () => change.submit(scope, data),
  );
}
