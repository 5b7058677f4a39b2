import { and, eq, inArray, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, rowsOf } from "@/db/client";
import { segment as segmentTable, sourcePart } from "@/db/schema";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { type MemberScope, member } from "../../kernel/scope";
import { dismissedReactions } from "../../reactions/model";
import {
  answersMoved,
  isSentOnline,
  lockedReactions,
  moveAnswer,
  type ReactionRow,
  removeReactions,
} from "../../reactions/rows";
import { becomesReaction, recutInput, type SegmentRow } from "../model";
import { maySplit } from "../policy";
import { groupsIn, segmentAt } from "../rows";
import {
  bringBackChanges,
  type ConfirmedRow,
  reactionsByStart,
  statementsMade,
  takeConfirmed,
} from "../rows/confirmed";
import { outcomeOf, type ReactionOutcome } from "../rules/outcome";
import { applyChanges, type Effect } from "./changes";
import { makePassages, makeReactions, wordsOfPart } from "./confirm";
import { remember } from "./segments";

/**
 * Cuts the words of a confirmed part otherwise: one reaction in two, two that follow each other into one, or a
 * segment that became nothing into a reaction. A code is never used again: what comes of it has new ones, and
 * keeps group, position, stelling and speaker of what it was cut from.
 *
 * @returns the ids of the new reactions, in order of the text.
 * @throws NotFound for a part or segment that is not there; Conflict when the part is not confirmed or was
 *   changed meanwhile; Invalid when something rests on the words, when a stelling or its explanation is among
 *   them, or when the cut cannot be made.
 */
export const recutReactions = command({
  scope: member,
  action: "reaction.recut",
  input: recutInput,
  allow: maySplit,
  run: async (tx, scope, { partId, lockVersion, change }) => {
    const part = await takeConfirmed(tx, scope, partId, lockVersion);
    await bringBackChanges(tx, part);
    const placed = await reactionsByStart(tx, part);
    const effect =
      change.type === "takeIn"
        ? await takeIn(tx, scope, part, change.start, change.kind)
        : await applyChanges(tx, scope, part, [change]);
    refuseStatements([...effect.before.rows, ...effect.after.rows]);
    // Answers to a joined question come along as rows of which only that changed.
    const cut = effect.before.rows.filter((row) => !isOnlyAnswer(row, effect));
    const now = effect.after.rows.filter(
      (row) =>
        !effect.before.rows.some((was) => was.start === row.start && isOnlyAnswer(was, effect)),
    );
    await accepted(tx, part, now);
    const ids = cut.flatMap((row) => placed.get(row.start)?.id ?? []);
    const old = await lockedReactions(tx, scope.dossierId, ids);
    const { audit, answers } = await removeReactions(tx, old);
    const from = (row: SegmentRow) =>
      old.find(({ id }) =>
        cut.some(
          (was) =>
            placed.get(was.start)?.id === id && was.start <= row.start && row.start < was.end,
        ),
      );
    const { made, byStart } = await remake(tx, scope, part, now, (row) => {
      const was = from(row);
      const asked = row.replyTo === null ? undefined : placed.get(row.replyTo)?.id;
      return {
        ...(was ? kept(was) : {}),
        ...(asked && !ids.includes(asked) ? { replyToId: asked } : {}),
      };
    });
    // No words of a reaction become nothing by being cut: leaving out is an act of its own, with a reason.
    if (old.length > 0 && now.some((row) => !byStart.has(row.start))) {
      throw new Invalid("splitting.errors.wordsLost");
    }
    const heir = (id: string) => {
      const was = cut.find((row) => placed.get(row.start)?.id === id);
      const row = now.find((one) => was && one.start <= was.start && was.start < one.end);
      return (row && byStart.get(row.start)) ?? null;
    };
    for (const { id, replyToId } of answers) {
      await moveAnswer(tx, id, heir(replyToId));
    }
    await remember(tx, scope, part, change.type === "takeIn" ? "changeKind" : change.type, effect);
    return {
      result: { reactionIds: made.map(({ entityId }) => entityId) },
      audit: [
        {
          entity: "part",
          entityId: part.id,
          before: effect.before,
          after: { ...effect.after, action: change.type },
        },
        ...audit,
        ...made,
        ...answersMoved(answers, heir),
      ],
    };
  },
});

/**
 * Takes reactions away that turn out to be of no importance. Their words stay in the source, where they stand
 * as left out, with the reason.
 *
 * @returns how many went.
 * @throws NotFound when one is not there; Invalid when something rests on one of them.
 */
export const dismissReactions = command({
  scope: member,
  action: "reaction.dismiss",
  input: dismissedReactions,
  allow: maySplit,
  run: async (tx, scope, { reactionIds, reason }) => {
    const places = await placesOf(tx, scope, reactionIds);
    const parts = await lockedParts(
      tx,
      places.map(({ partId }) => partId),
    );
    const rows = await lockedReactions(tx, scope.dossierId, reactionIds);
    // What somebody sent goes by its sender, or with a reason that they and others read.
    if (await isSentOnline(tx, reactionIds)) throw new Invalid("reactions.errors.sentOnline");
    const { audit, answers } = await removeReactions(tx, rows);
    for (const part of parts) {
      const starts = places.filter(({ partId }) => partId === part.id).map(({ start }) => start);
      const effect = await applyChanges(tx, scope, part, [
        { type: "markIrrelevant", starts, reason },
      ]);
      await remember(tx, scope, part, "markIrrelevant", effect);
    }
    return {
      result: { dismissed: rows.length },
      audit: [
        ...audit.map((entry) => ({ ...entry, after: { removed: true, reason }, reason })),
        ...answersMoved(answers, () => null),
      ],
    };
  },
});

/** A segment of which nothing changed but which question it answers. */
function isOnlyAnswer(row: SegmentRow, effect: Effect): boolean {
  const after = effect.after.rows.find((one) => one.start === row.start);
  return (
    after !== undefined &&
    after.end === row.end &&
    after.kind === row.kind &&
    after.decision === row.decision
  );
}

function refuseStatements(rows: readonly SegmentRow[]): void {
  const input = rows.some(
    (row) =>
      row.decision !== "irrelevant" &&
      (row.kind === "statement" || (row.kind === "explanation" && row.statement !== null)),
  );
  if (input) throw new Invalid("splitting.errors.reopenFirst");
}

/** Makes input of a segment that became nothing. */
async function takeIn(
  tx: Database,
  scope: MemberScope,
  part: ConfirmedRow,
  start: number,
  kind: ReactionOutcome["kind"],
): Promise<Effect> {
  const row = await segmentAt(tx, part.id, start);
  if (row.decision !== "irrelevant" && becomesReaction(row.kind)) {
    throw new Invalid("splitting.errors.nothingChanged");
  }
  if (row.kind === kind) {
    const { after } = await applyChanges(tx, scope, part, [{ type: "accept", starts: [start] }]);
    return { before: { rows: [row] }, after };
  }
  const { after } = await applyChanges(tx, scope, part, [
    { type: "changeKind", starts: [start], kind },
  ]);
  return { before: { rows: [row] }, after };
}

/** What is cut by hand after confirming was looked at. */
async function accepted(tx: Database, part: ConfirmedRow, rows: SegmentRow[]): Promise<void> {
  const open = rows.filter((row) => row.decision === "open");
  if (open.length === 0) return;
  await tx
    .update(segmentTable)
    .set({ decision: "accepted" })
    .where(
      and(
        eq(segmentTable.partId, part.id),
        inArray(
          segmentTable.start,
          open.map((row) => row.start),
        ),
      ),
    );
  for (const row of open) row.decision = "accepted";
}

/** What a new reaction takes over from the one it was cut from; the rest its segment says. */
function kept({ statementId, stakeholderGroupId, position }: ReactionRow) {
  return { statementId, stakeholderGroupId, position };
}

/** Makes reactions of segments, as confirming would. @returns their ids by the start of their segment too. */
async function remake(
  tx: Database,
  scope: MemberScope,
  part: ConfirmedRow,
  rows: readonly SegmentRow[],
  also: (row: SegmentRow) => ReturnType<NonNullable<Parameters<typeof makeReactions>[2]["also"]>>,
): Promise<{ made: AuditEntry[]; byStart: ReadonlyMap<number, string> }> {
  const { reactions } = outcomeOf(rows);
  const words = await wordsOfPart(tx, part, rows);
  const passages = await makePassages(tx, scope, part, words, { statements: [], reactions });
  const made = await makeReactions(tx, scope, {
    consultationId: part.consultationId,
    groups: await groupsIn(tx, scope.dossierId),
    defaultGroupId: part.defaultGroupId,
    reactions,
    statementIds: await statementsMade(tx, part),
    words,
    passages,
    also,
  });
  const byStart = reactions.map(
    ({ segment }, i) => [segment.start, made[i]?.entityId ?? ""] as const,
  );
  return { made, byStart: new Map(byStart) };
}

/** The segments of confirmed parts that these reactions were made of; those entered by hand have none. */
async function placesOf(
  tx: Database,
  scope: MemberScope,
  reactionIds: readonly string[],
): Promise<{ partId: string; start: number }[]> {
  return rowsOf<{ partId: string; start: number }>(
    tx,
    sql`select p.id as "partId", s.start_cp as start from reaction r
      join passage q on q.id = r.passage_id
      join source_part p on p.source_version_id = q.source_version_id
        and p.start_cp <= q.start_cp and p.end_cp > q.start_cp and p.confirmed_at is not null
      join segment s on s.part_id = p.id
        and s.quote_start_cp = q.start_cp and s.quote_end_cp = q.end_cp
      where r.dossier_id = ${scope.dossierId} and ${inArray(sql`r.id`, [...reactionIds])}
        and s.decision <> 'irrelevant'
      order by p.id, s.start_cp`,
  );
}

async function lockedParts(tx: Database, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  return tx
    .select()
    .from(sourcePart)
    .where(inArray(sourcePart.id, wanted))
    .orderBy(sourcePart.id)
    .for("update");
}
