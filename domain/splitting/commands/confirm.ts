import { randomUUID } from "node:crypto";
import { and, eq, gte, inArray, lte } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { fingerprint } from "@/db/hash";
import {
  consultation,
  passage,
  reaction,
  sourcePart,
  statement,
  statementOccurrence,
} from "@/db/schema";
import { takeNumbers } from "../../dossiers/rows";
import { command } from "../../kernel/command";
import { Invalid, NotFound } from "../../kernel/errors";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { CodePointIndex, isBlank, plainWords } from "../../text/rules";
import { type Confirmation, confirmInput, type SegmentRow } from "../model";
import { maySplit } from "../policy";
import { batches, type PartRow, segmentsBetween, sourceText, takePart } from "../rows";
import {
  type Outcome,
  outcomeOf,
  type ReactionOutcome,
  type StatementOutcome,
} from "../rules/outcome";

/**
 * Confirms a part: makes its consultation (or uses the chosen one), its stellingen and its
 * reactions, each with the words it rests on. After this the splitting no longer changes.
 *
 * @throws Invalid while segments are open, or when a stelling is missing or there twice; Conflict
 *   when it was confirmed or changed in between; NotFound for an id of another dossier.
 */
export const confirmPart = command({
  scope: member,
  action: "splitting.confirm",
  input: confirmInput,
  allow: maySplit,
  run: async (tx, scope, input) => {
    const part = await takePart(tx, scope, input.partId, input.lockVersion);
    const segments = await segmentsBetween(tx, part.id);
    const outcome = outcomeOf(segments);
    refuseUnfinished(outcome);

    const consultationId = await consultationFor(tx, scope, part, input.consultationId);
    const words = await wordsOfPart(tx, part, segments);
    const passages = await makePassages(tx, scope, part, words, outcome);
    const { ids, audit, again } = await makeStatements(tx, scope, {
      consultationId,
      statements: outcome.statements,
      same: new Map(input.sameStatements.map((row) => [row.number, row.statementId])),
      words,
      passages,
    });
    const hashes = await makeReactions(tx, scope, {
      consultationId,
      reactions: outcome.reactions,
      statementIds: ids,
      words,
      passages,
    });
    await tx
      .update(sourcePart)
      .set({
        consultationId,
        confirmedAt: new Date().toISOString(),
        confirmedBy: actorAccountId(scope.actor),
        lockVersion: part.lockVersion + 1,
      })
      .where(eq(sourcePart.id, part.id));
    const result: Confirmation = {
      consultationId,
      statements: outcome.statements.length - again,
      statementsAgain: again,
      reactions: outcome.reactions.length,
      irrelevant: outcome.irrelevant,
    };
    return {
      result,
      audit: [
        ...audit,
        // Thousands of reactions come in at once: one row vouches for them by their hashes.
        { entity: "part", entityId: part.id, after: { ...result, reactionHashes: hashes } },
      ],
    };
  },
});

function refuseUnfinished(outcome: Outcome): void {
  if (outcome.open > 0) throw new Invalid("splitting.errors.stillOpen", { count: outcome.open });
  const [problem] = outcome.problems;
  if (problem) throw new Invalid(`splitting.errors.${problem.type}`, { number: problem.number });
}

async function consultationFor(
  tx: Database,
  scope: MemberScope,
  part: PartRow,
  chosen: string | null,
): Promise<string> {
  if (chosen) {
    const [found] = await tx
      .select({ id: consultation.id })
      .from(consultation)
      .where(and(eq(consultation.id, chosen), eq(consultation.dossierId, scope.dossierId)))
      // Two parts confirmed into one consultation at once must not take the same numbers.
      .for("update");
    if (!found) throw new NotFound();
    return found.id;
  }
  const [made] = await tx
    .insert(consultation)
    .values({
      dossierId: scope.dossierId,
      title: part.title,
      kind: part.kind,
      heldOn: part.heldOn,
      startsAt: part.startsAt,
      sector: part.sector,
    })
    .returning({ id: consultation.id });
  if (!made) throw new Error("insert returned no row");
  return made.id;
}

/** A stretch of the source version, in code points. */
interface Stretch {
  start: number;
  end: number;
}

const key = ({ start, end }: Stretch) => `${start}-${end}`;

/** The words of the part by their place in the source version. */
class PartWords {
  private readonly index: CodePointIndex;
  constructor(
    /** Where `text` begins in the source version. */
    private readonly start: number,
    private readonly text: string,
  ) {
    this.index = new CodePointIndex(text);
  }

  exact({ start, end }: Stretch): string {
    return this.text.slice(
      this.index.toUtf16(start - this.start),
      this.index.toUtf16(end - this.start),
    );
  }

  /** The words as they are read: without markers. Words that are only markers stay as they are. */
  plain(stretch: Stretch): string {
    const exact = this.exact(stretch);
    return plainWords(exact) || exact;
  }
}

async function wordsOfPart(
  tx: Database,
  part: PartRow,
  segments: readonly SegmentRow[],
): Promise<PartWords> {
  const start = segments[0]?.start ?? part.start;
  const end = segments.at(-1)?.end ?? part.end;
  return new PartWords(start, await sourceText(tx, part.sourceVersionId, start, end));
}

const quoted = (segment: { quoteStart: number; quoteEnd: number }): Stretch => ({
  start: segment.quoteStart,
  end: segment.quoteEnd,
});

/**
 * Where the explanation of a stelling stands: all of it when its segments follow each other with
 * nothing but white space between them, else its first segment.
 */
function explanationStretch({ explanations }: StatementOutcome, words: PartWords): Stretch | null {
  const [first] = explanations;
  if (!first) return null;
  let last = first;
  for (const next of explanations.slice(1)) {
    if (!isBlank(words.exact({ start: last.end, end: next.start }))) return quoted(first);
    last = next;
  }
  return { start: first.quoteStart, end: last.quoteEnd };
}

type Passages = ReadonlyMap<string, string>;

/** One passage per quoted stretch. Whoever quoted the same words before made it already. */
async function makePassages(
  tx: Database,
  scope: MemberScope,
  part: PartRow,
  words: PartWords,
  outcome: Outcome,
): Promise<Passages> {
  const stretches = new Map<string, Stretch>();
  const add = (stretch: Stretch | null) => {
    if (stretch) stretches.set(key(stretch), stretch);
  };
  for (const row of outcome.statements) {
    add(quoted(row.segment));
    add(explanationStretch(row, words));
  }
  for (const row of outcome.reactions) add(quoted(row.segment));
  const createdBy = actorAccountId(scope.actor);
  for (const batch of batches([...stretches.values()])) {
    await tx
      .insert(passage)
      .values(
        batch.map((stretch) => ({
          dossierId: scope.dossierId,
          sourceVersionId: part.sourceVersionId,
          ...stretch,
          exact: words.exact(stretch),
          createdBy,
        })),
      )
      .onConflictDoNothing();
  }
  const rows = await tx
    .select({ id: passage.id, start: passage.start, end: passage.end })
    .from(passage)
    .where(
      and(
        eq(passage.sourceVersionId, part.sourceVersionId),
        gte(passage.start, part.start),
        lte(passage.end, part.end),
      ),
    );
  return new Map(rows.map((row) => [key(row), row.id]));
}

interface StatementWork {
  consultationId: string;
  statements: readonly StatementOutcome[];
  same: ReadonlyMap<number, string | null>;
  words: PartWords;
  passages: Passages;
}

/** Makes the stellingen, or puts existing ones once more. @returns their ids by number. */
async function makeStatements(
  tx: Database,
  scope: MemberScope,
  { consultationId, statements, same, words, passages }: StatementWork,
): Promise<{ ids: Map<number, string>; audit: AuditEntry[]; again: number }> {
  const chosen = await chosenStatements(tx, scope, same);
  const put = await tx
    .select({ statementId: statementOccurrence.statementId, number: statementOccurrence.number })
    .from(statementOccurrence)
    .where(eq(statementOccurrence.consultationId, consultationId));
  const numbers = new Set(put.map((row) => row.number));
  const putAlready = new Set(put.map((row) => row.statementId));
  const ids = new Map<number, string>();
  const audit: AuditEntry[] = [];
  const made: (typeof statement.$inferInsert)[] = [];
  const occurrences: (typeof statementOccurrence.$inferInsert)[] = [];
  let again = 0;
  for (const row of statements) {
    const explanation =
      row.explanations.map((one) => words.plain(quoted(one))).join("\n\n") || null;
    const wanted = same.get(row.number) ?? null;
    const existing = wanted ? chosen.get(wanted) : undefined;
    const id = existing?.id ?? randomUUID();
    ids.set(row.number, id);
    if (existing) {
      again += 1;
      if (!existing.explanation && explanation) {
        await tx
          .update(statement)
          .set({ explanation, lockVersion: existing.lockVersion + 1 })
          .where(eq(statement.id, id));
        // A second stelling of this part may be the same one.
        existing.explanation = explanation;
        existing.lockVersion += 1;
      }
    } else {
      made.push({
        id,
        dossierId: scope.dossierId,
        text: words.plain(quoted(row.segment)),
        explanation,
      });
    }
    if (putAlready.has(id)) continue;
    putAlready.add(id);
    // Minutes in two files: the second may count from 1 again in the same consultation.
    const number = numbers.has(row.number) ? Math.max(0, ...numbers) + 1 : row.number;
    numbers.add(number);
    const explained = explanationStretch(row, words);
    const occurrence = {
      dossierId: scope.dossierId,
      statementId: id,
      consultationId,
      number,
      passageId: passages.get(key(quoted(row.segment))) ?? null,
      explanationPassageId: explained ? (passages.get(key(explained)) ?? null) : null,
    };
    occurrences.push(occurrence);
    audit.push({ entity: "statement", entityId: id, after: { occurrence, explanation } });
  }
  for (const batch of batches(made)) await tx.insert(statement).values(batch);
  for (const batch of batches(occurrences)) await tx.insert(statementOccurrence).values(batch);
  return { ids, audit, again };
}

/** The chosen existing stellingen. @throws NotFound when one is not in this dossier. */
async function chosenStatements(
  tx: Database,
  scope: MemberScope,
  same: ReadonlyMap<number, string | null>,
) {
  const wanted = [...new Set([...same.values()].filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, never>();
  const rows = await tx
    .select({
      id: statement.id,
      explanation: statement.explanation,
      lockVersion: statement.lockVersion,
    })
    .from(statement)
    .where(and(inArray(statement.id, wanted), eq(statement.dossierId, scope.dossierId)));
  if (rows.length < wanted.length) throw new NotFound();
  return new Map(rows.map((row) => [row.id, row]));
}

interface ReactionWork {
  consultationId: string;
  reactions: readonly ReactionOutcome[];
  statementIds: ReadonlyMap<number, string>;
  words: PartWords;
  passages: Passages;
}

/** Makes the reactions in the order of the text. @returns a hash of each. */
async function makeReactions(
  tx: Database,
  scope: MemberScope,
  { consultationId, reactions, statementIds, words, passages }: ReactionWork,
): Promise<string[]> {
  if (reactions.length === 0) return [];
  const first = await takeNumbers(tx, scope.dossierId, "reaction", reactions.length);
  const createdBy = actorAccountId(scope.actor);
  const idByStart = new Map(reactions.map(({ segment }) => [segment.start, randomUUID()]));
  const rows = reactions.map(({ segment, kind, statement: number }, i) => ({
    id: idByStart.get(segment.start) ?? randomUUID(),
    dossierId: scope.dossierId,
    number: first + i,
    consultationId,
    statementId: number === null ? null : (statementIds.get(number) ?? null),
    kind,
    text: words.plain(quoted(segment)),
    speaker: segment.speaker,
    // Only what came before can be answered; a batch then never points at a later one.
    replyToId:
      segment.replyTo !== null && segment.replyTo < segment.start
        ? (idByStart.get(segment.replyTo) ?? null)
        : null,
    passageId: passages.get(key(quoted(segment))) ?? null,
    createdBy,
  }));
  for (const batch of batches(rows)) await tx.insert(reaction).values(batch);
  return rows.map((row) => fingerprint(row));
}
