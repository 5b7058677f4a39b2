import { canonicalJson } from "@/db/canonical";
import { sha256 } from "@/db/hash";
import type { EditionKind } from "@/db/vocabulary";
import { changeCoreValue, codeWith } from "@/domain/core-values/commands";
import { recordDisposition } from "@/domain/dispositions/commands";
import { adoptEdition, publishEdition } from "@/domain/editions/commands";
import { openEditionOfDossier } from "@/domain/editions/gate";
import {
  EDITION_FORMAT,
  type EditionContent,
  type EditionFile,
  SECTIONS,
} from "@/domain/editions/model";
import { editionBodies, editionPreview, publicEdition } from "@/domain/editions/queries";
import { editionFile } from "@/domain/editions/render/file";
import { frozen, markedThing } from "@/domain/editions/rules";
import type { ReaderScope } from "@/domain/kernel/scope";
import { passOver, releasePersonalData } from "@/domain/publication/commands";
import { heldBack, readiness } from "@/domain/publication/queries";
import { dropRequirement, moveRequirement, saveRequirement } from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import { bodyOfLines } from "@/domain/text/rich-text";
import { reactionIn } from "./reactions";
import { groupOf, requirementOf, tracedDossier } from "./trace";

export const DECISION = {
  decidedBy: "College van burgemeester en wethouders",
  decidedOn: "2026-11-27",
  decisionNumber: "2026-0214",
  mandate: "",
  reason: "Eerste vaststelling.",
};

/** Adopts what stands now, seen by this reader. */
export async function adopted(
  scope: ReaderScope,
  kind: EditionKind = "concept",
  decision: Partial<typeof DECISION> = {},
) {
  const { contentSha256 } = await editionPreview(scope);
  return adoptEdition(scope, { kind, contentSha256, ...DECISION, ...decision });
}

/** Adopts and publishes. */
export async function published(scope: ReaderScope, kind: EditionKind = "concept") {
  const edition = await adopted(scope, kind);
  await publishEdition(scope, { editionId: edition.id });
  return edition;
}

/** Passes over all that stands in the way. */
export async function nothingInTheWay(scope: ReaderScope): Promise<void> {
  for (const { blocker, key, count } of (await readiness(scope)).blockers) {
    if (count > 0) await passOver(scope, { blocker, key, reason: "Volgt uit de wet." });
  }
}

/** Answers for all personal data on which nobody decided. */
export async function personalDataReleased(scope: ReaderScope): Promise<void> {
  const held = await heldBack(scope);
  if (held) await releasePersonalData(scope, { key: held.key, reason: "Bekeken." });
}

/** The file of an edition, as text. */
export async function fileText(scope: ReaderScope, number: string): Promise<string> {
  const reader = await openEditionOfDossier(scope, number);
  const edition = await publicEdition(reader);
  let text = "";
  for await (const piece of editionFile(reader, edition, editionBodies)) text += piece;
  return text;
}

export async function fileOfEdition(scope: ReaderScope, number: string): Promise<EditionFile> {
  return JSON.parse(await fileText(scope, number));
}

/** The file that a content would have, adopted by nobody. */
export function fileWith(content: EditionContent): EditionFile {
  const { parts, sections } = frozen(content, HASH);
  const head = {
    ...{ dossier: { slug: "x", title: "X", contractingAuthority: "G", subject: "" } },
    ...{ number: "1", kind: "definitive" as const, adoptedAt: "", ...DECISION },
    ...{ previous: null, passedOver: [], release: null, log: { rows: 0, sha256: "" }, sections },
  };
  const things = SECTIONS.map((section) => [
    section,
    parts[section].map(({ body }) => JSON.parse(body)),
  ]);
  return {
    format: EDITION_FORMAT,
    sha256: HASH(canonicalJson(head)),
    edition: markedThing(head, HASH),
    content: Object.fromEntries(things),
  };
}

/** SHA-256 as the rules ask for it. */
export const HASH = (text: string) => sha256(text);

/**
 * A dossier with three requirements that rest on words in minutes in different ways, a reaction under one of their kernwaarden
 * that was answered otherwise, and a published concept edition of it.
 */
export async function publicDossier(scope: ReaderScope) {
  const made = await tracedDossier(scope);
  await groupOf(scope, "Leerlingen", true, 2);
  await codeWith(scope, {
    ...{ coreValueId: made.value.id, reactionIds: [made.friday.id], passageIds: [] },
  });
  await requirementOf(scope, made.chapterId, "Elke dag bereikbaar", {
    reactionIds: [made.friday.id],
  });
  await requirementOf(scope, made.chapterId, "Een loket in de buurt", {
    passageIds: [made.loosePassageId],
  });
  await recordDisposition(scope, {
    ...{ reactionId: made.friday.id, lockVersion: 0, outcome: "rejected", place: "" },
    ...{ reason: "Daar is geen geld voor.", requirementIds: [] },
  });
  return { ...made, edition: await published(scope) };
}

/** Saves other words of a requirement. */
export async function reworded(
  of: ReaderScope,
  requirementId: string,
  line: string,
  reason = "",
): Promise<void> {
  const { version, lockVersion } = await getRequirement(of, requirementId);
  const { title, kind, explanation, evidence, verification } = version;
  await saveRequirement(of, {
    ...{ requirementId, lockVersion, title, kind, body: bodyOfLines(line), reason },
    ...{ explanation, evidence, verification },
  });
}

/**
 * The dossier of `publicDossier` with a second published concept, in which a requirement says something else, one is new and one
 * lapsed, a kernwaarde is explained and has one reaction more, and a reaction was answered.
 */
export async function revisedDossier(scope: ReaderScope) {
  const made = await publicDossier(scope);
  const { number: first } = made.edition;
  const [, , third = ""] = (await fileOfEdition(scope, first)).content.requirements.map(
    ({ id }) => id,
  );
  await reworded(scope, made.requirementId, "Elke school heeft er twee.", "Een school vroeg erom.");
  const { id: asked } = await reactionIn(scope, { text: "Kan de begeleider een proefrit doen?" });
  const added = await requirementOf(scope, made.chapterId, "Proefrit vooraf", {
    reactionIds: [asked],
  });
  await dropRequirement(scope, { requirementId: third, reason: "Staat al in de wet." });
  await moveRequirement(scope, { requirementId: added, direction: "up" });
  await changeCoreValue(scope, {
    ...{ id: made.value.id, lockVersion: 1, name: "Vast gezicht", rule: "", reason: "" },
    definition: "Elke dag dezelfde.",
  });
  await codeWith(scope, { coreValueId: made.value.id, reactionIds: [asked], passageIds: [] });
  await recordDisposition(scope, {
    ...{ reactionId: made.face.id, lockVersion: 0, outcome: "noted", place: "" },
    ...{ reason: "Dank u.", requirementIds: [] },
  });
  const { number: second } = await published(scope);
  return { ...made, first, second };
}
