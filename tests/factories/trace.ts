import { and, eq, inArray, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import {
  coding,
  reaction,
  requirementLink,
  stakeholderGroup,
  statementOccurrence,
  statementPlace,
} from "@/db/schema";
import { addCoreValue, removeCoding } from "@/domain/core-values/commands";
import { takeNumbers } from "@/domain/dossiers/rows";
import type { ReaderScope } from "@/domain/kernel/scope";
import {
  addChapter,
  addRequirement,
  linkRequirement,
  unlinkRequirement,
} from "@/domain/requirements/commands";
import { addStatement } from "@/domain/statements/commands";
import { bodyOfLines } from "@/domain/text/rich-text";
import { consultationOf } from "./consultations";
import { passageOf, sourceOf } from "./sources";

type ReactionFields = Partial<typeof reaction.$inferInsert>;

/**
 * A reaction as a confirmed splitting leaves it: its words stand in a passage of the minutes.
 * There is no command for that without the whole workbench, so the row is written as it is there.
 */
export async function quotedReaction(
  scope: ReaderScope,
  values: ReactionFields & { consultationId: string; text: string },
): Promise<{ id: string; number: number }> {
  return (await database()).transaction(async (tx) => {
    const number = await takeNumbers(tx as never, scope.dossierId, "reaction");
    const [row] = await tx
      .insert(reaction)
      .values({ kind: "reaction", ...values, dossierId: scope.dossierId, number })
      .returning({ id: reaction.id, number: reaction.number });
    if (!row) throw new Error("insert returned no row");
    return row;
  });
}

/** Says that the words of a stelling stand in a source, wherever it was put. */
export async function placeWordsOf(statementId: string, passageId: string): Promise<void> {
  const db = await database();
  await db
    .update(statementPlace)
    .set({ passageId })
    .where(
      inArray(
        statementPlace.occurrenceId,
        db
          .select({ id: statementOccurrence.id })
          .from(statementOccurrence)
          .where(eq(statementOccurrence.statementId, statementId)),
      ),
    );
}

/** A stelling put in a consultation; with a passage when its words stand in minutes. */
export async function statementOf(
  scope: ReaderScope,
  put: { consultationId: string; number: number; text?: string; passageId?: string },
): Promise<string> {
  const { id } = await addStatement(scope, {
    text: put.text ?? "Een vaste begeleider per school is nodig.",
    explanation: null,
    consultationId: put.consultationId,
    number: String(put.number),
  });
  if (put.passageId) {
    await placeWordsOf(id, put.passageId);
  }
  return id;
}

/** A stakeholder group of the dossier. */
export async function groupOf(
  scope: ReaderScope,
  name: string,
  expected = true,
  position = 1,
): Promise<string> {
  const [row] = await (await database())
    .insert(stakeholderGroup)
    .values({ dossierId: scope.dossierId, name, expected, position })
    .returning({ id: stakeholderGroup.id });
  if (!row) throw new Error("insert returned no row");
  return row.id;
}

/** A kernwaarde with the words under it. */
export async function coreValueOf(
  scope: ReaderScope,
  name: string,
  words: { reactionIds?: string[]; passageIds?: string[] } = {},
): Promise<{ id: string; number: number }> {
  return addCoreValue(scope, { name, definition: `Wat ${name} betekent.`, rule: "", ...words });
}

/** A requirement in a chapter, with what it rests on. @returns its id. */
export async function requirementOf(
  scope: ReaderScope,
  chapterId: string,
  title: string,
  from: { coreValueIds?: string[]; reactionIds?: string[]; passageIds?: string[] } = {},
): Promise<string> {
  const { id } = await addRequirement(scope, {
    chapterId,
    title,
    kind: "mandatory",
    body: bodyOfLines(`${title}. De opdrachtnemer toont dit aan.`),
    coreValueId: null,
  });
  const links = [
    ...(from.coreValueIds ?? []).map((coreValueId) => ({ coreValueId })),
    ...(from.reactionIds ?? []).map((reactionId) => ({ reactionId })),
    ...(from.passageIds ?? []).map((passageId) => ({ passageId })),
  ];
  for (const link of links) {
    await linkRequirement(scope, {
      requirementId: id,
      coreValueId: null,
      reactionId: null,
      passageId: null,
      ...link,
    });
  }
  return id;
}

/** Takes away the coding of a reaction with a kernwaarde. */
export async function uncode(scope: ReaderScope, coreValueId: string, reactionId: string) {
  const [row] = await (await database())
    .select({ id: coding.id })
    .from(coding)
    .where(
      and(
        eq(coding.coreValueId, coreValueId),
        eq(coding.reactionId, reactionId),
        isNull(coding.removedAt),
      ),
    );
  if (!row) throw new Error("not coded");
  await removeCoding(scope, { codingId: row.id, reason: "Hoort er niet bij" });
}

/** Takes away every link of a requirement. */
export async function unlinkAll(scope: ReaderScope, requirementId: string) {
  const rows = await (await database())
    .select({ id: requirementLink.id })
    .from(requirementLink)
    .where(
      and(eq(requirementLink.requirementId, requirementId), isNull(requirementLink.removedAt)),
    );
  for (const { id } of rows) await unlinkRequirement(scope, { linkId: id });
}

export const TRACED_MINUTES = `# Bijeenkomst begeleiding op school

Stelling 1: Een vaste begeleider per school is nodig.

- Een bekend gezicht 🙂 geeft rust aan ouders en leerlingen.
- De vrijdagmiddag is nu niet bezet, dan belt niemand terug.

Vraag uit de zaal: Blijft de begeleider ook in de vakantie bereikbaar?

Het loket in de bibliotheek is alleen op dinsdag open.
`;

/**
 * One of everything, linked from end to end: minutes with a stelling, two reactions and loose words;
 * kernwaarde "Vast gezicht" on the first reaction and the loose words; a requirement on it.
 */
export async function tracedDossier(scope: ReaderScope) {
  const consultationId = await consultationOf(scope);
  const source = await sourceOf(scope, { text: TRACED_MINUTES, title: "Notulen 12 maart" });
  const quote = (exact: string) => passageOf(scope, source, exact);
  const statementPassageId = await quote("Een vaste begeleider per school is nodig.");
  const statementId = await statementOf(scope, {
    consultationId,
    number: 1,
    passageId: statementPassageId,
  });
  const groupId = await groupOf(scope, "Schoolcoaches");
  const facePassageId = await quote("Een bekend gezicht 🙂 geeft rust");
  const face = await quotedReaction(scope, {
    consultationId,
    statementId,
    text: "Een bekend gezicht 🙂 geeft rust",
    speaker: "X",
    stakeholderGroupId: groupId,
    position: "agree",
    passageId: facePassageId,
  });
  const friday = await quotedReaction(scope, {
    consultationId,
    statementId,
    kind: "concern",
    text: "De vrijdagmiddag is nu niet bezet",
    passageId: await quote("De vrijdagmiddag is nu niet bezet"),
  });
  const loosePassageId = await quote("Het loket in de bibliotheek");
  const value = await coreValueOf(scope, "Vast gezicht", {
    reactionIds: [face.id],
    passageIds: [loosePassageId],
  });
  const { id: chapterId } = await addChapter(scope, { title: "Begeleiding" });
  const requirementId = await requirementOf(scope, chapterId, "Elke school heeft één begeleider", {
    coreValueIds: [value.id],
  });
  return {
    consultationId,
    source,
    statementId,
    statementPassageId,
    groupId,
    face,
    facePassageId,
    friday,
    loosePassageId,
    value,
    chapterId,
    requirementId,
  };
}
