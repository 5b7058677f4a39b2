"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { describeError, formResult } from "@/app/_lib/action";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import type { ChangeResult } from "@/components/splitting/use-workbench";
import type { FormState } from "@/components/ui/form-state";
import type { SegmentKind } from "@/db/vocabulary";
import { Conflict } from "@/domain/kernel/errors";
import { fieldsOf, keyIn } from "@/domain/kernel/submission";
import {
  changeSegments,
  confirmPart,
  editPart,
  reopenPart,
  undoChange,
} from "@/domain/splitting/commands";
import type { Bar, SegmentChange, SegmentPatch } from "@/domain/splitting/model";

async function changeResult(work: () => Promise<SegmentPatch>): Promise<ChangeResult> {
  try {
    return { status: "done", patch: await work() };
  } catch (error) {
    const { message = "", fields } = await describeError(error);
    const [field] = Object.values(fields ?? {});
    return { status: "error", message: field ?? message, stale: error instanceof Conflict };
  }
}

/** One change on the workbench, answered with what changed in the rows. */
export async function change(
  slug: string,
  input: { partId: string; lockVersion: number; change: SegmentChange },
  key?: string,
): Promise<ChangeResult> {
  const scope = await requireDossier(slug);
  return changeResult(() => changeSegments(scope, input, { key }));
}

/** Takes the latest change back. */
export async function undo(
  slug: string,
  input: { partId: string; lockVersion: number },
  key?: string,
): Promise<ChangeResult> {
  const scope = await requireDossier(slug);
  return changeResult(() => undoChange(scope, input, { key }));
}

/** The same changes from a plain form, for a browser without JavaScript. */
export async function changeByForm(
  slug: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const fields = fieldsOf(data);
    const key = keyIn(data);
    const { partId = "", type = "", do: act = type } = fields;
    const lockVersion = Number(fields.lockVersion);
    const t = await getTranslations("splitting");
    const starts = data.getAll("starts").map(Number);
    if (act === "undo") await undoChange(scope, { partId, lockVersion }, key);
    else {
      const [change, ...also] =
        act === "describe"
          ? describing(fields)
          : fields.choice || act
            ? [changeOf(act, fields)]
            : changesOf(fields, starts);
      // Of a description in which nothing differs there is nothing to store.
      if (change) await changeSegments(scope, { partId, lockVersion, change, also }, key);
    }
    refresh();
    return { status: "done", message: t("forms.saved") };
  });
}

type Fields = Record<string, string>;

/** A change as the fields of a form say it; the command's schema judges it. */
function changeOf(act: string, fields: Fields): SegmentChange {
  const start = Number(fields.start);
  const [chosen, kind] = fields.choice?.split(":") ?? [];
  if (chosen && kind) {
    return { type: "changeKind", starts: [Number(chosen)], kind: kind as SegmentKind };
  }
  const type = act as SegmentChange["type"];
  if (type === "accept") return { type, starts: [start] };
  if (type === "split") return { type, start, offset: Number(fields.offset) };
  if (type === "markIrrelevant") return { type, starts: [start], reason: fields.reason ?? "" };
  if (type === "acceptRest") return { type };
  if (type === "acceptSure") return { type, bar: Number(fields.bar) as Bar };
  if (type === "setDefaultGroup") return { type, groupId: fields.groupId };
  return { type: "joinWithNext", start };
}

/** What must become of the ticked segments: what was filled in, or that they are right as they are. */
function changesOf(
  { kind, statement, groupId, reason }: Fields,
  starts: number[],
): SegmentChange[] {
  const changes: SegmentChange[] = [];
  if (kind) changes.push({ type: "changeKind", starts, kind: kind as SegmentKind });
  if (statement) {
    const number = statement === "none" ? null : Number(statement);
    changes.push({ type: "moveToStatement", starts, statement: number });
  }
  if (groupId) changes.push({ type: "setGroup", starts, groupId });
  if (reason) changes.push({ type: "markIrrelevant", starts, reason });
  return changes.length > 0 ? changes : [{ type: "accept", starts }];
}

/** Kind, stelling, group and speaker of one segment: a change for each one that differs. */
function describing(fields: Fields): SegmentChange[] {
  const start = Number(fields.start);
  const changes: SegmentChange[] = [];
  if (fields.kind !== fields.wasKind) {
    changes.push({ type: "changeKind", starts: [start], kind: fields.kind as SegmentKind });
  }
  if (fields.statement !== fields.wasStatement) {
    const statement = fields.statement ? Number(fields.statement) : null;
    changes.push({ type: "moveToStatement", starts: [start], statement });
  }
  if (fields.groupId !== fields.wasGroupId) {
    changes.push({ type: "setGroup", starts: [start], groupId: fields.groupId });
  }
  if (fields.speaker !== fields.wasSpeaker) {
    changes.push({ type: "setSpeaker", start, speaker: fields.speaker });
  }
  return changes;
}

/** Corrects what was read about a document. */
export async function edit(slug: string, _state: FormState, data: FormData): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { partId = "", lockVersion, title = "", kind, ...rest } = fieldsOf(data);
    const { heldOn, startsAt, sector } = rest;
    const known = kind as Parameters<typeof editPart>[1]["kind"];
    await editPart(
      scope,
      { partId, lockVersion, title, kind: known, heldOn, startsAt, sector },
      keyIn(data),
    );
    const t = await getTranslations("splitting");
    refresh();
    return { status: "done", message: t("part.saved") };
  });
}

/** Confirms a part and shows what was made of it. */
export async function confirm(
  slug: string,
  address: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    const { partId = "", lockVersion, consultationId, shown, groupId, ...fields } = fieldsOf(data);
    const sameStatements = Object.entries(fields)
      .filter(([name]) => name.startsWith("same-"))
      .map(([name, value]) => ({
        number: Number(name.slice("same-".length)),
        statementId: value === "new" ? null : value,
      }));
    const newGroups = Object.entries(fields)
      .filter(([name]) => name.startsWith("newGroup-"))
      .map(([, name]) => name);
    const defaultGroupId = groupId === "none" ? null : groupId;
    const shownOutside = shown as Parameters<typeof confirmPart>[1]["shownOutside"];
    await confirmPart(
      scope,
      {
        partId,
        lockVersion,
        consultationId,
        shownOutside,
        sameStatements,
        newGroups,
        defaultGroupId,
      },
      keyIn(data),
    );
    redirect(address);
  });
}

/** Opens a confirmed part again, and goes to its workbench. */
export async function reopen(
  slug: string,
  address: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const scope = await requireDossier(slug);
  return formResult(data, async () => {
    await reopenPart.submit(scope, data);
    revalidatePath(addresses.dossier(scope.slug).overview(), "layout");
    redirect(address);
  });
}
