import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { nameKey } from "@/db/name-key";
import { sourcePart, stakeholderGroup } from "@/db/schema";
import type { ShownOutside } from "@/db/vocabulary";
import { insertConsultation, lockedConsultation } from "../../consultations/rows";
import { isOpenOutside, takeNumbers } from "../../dossiers/rows";
import { addGroup } from "../../groups/commands";
import { command } from "../../kernel/command";
import { Invalid } from "../../kernel/errors";
import { requireIn } from "../../kernel/rows";
import { actorAccountId, type MemberScope, member } from "../../kernel/scope";
import { refuseHeld } from "../../personal-data/rows";
import { insertReactions, type NewReaction } from "../../reactions/rows";
import { quoteStretches, type Stretch, sourceText, stretchKey } from "../../sources/rows";
import { giveExplanation, insertStatements, lockedStatements } from "../../statements/rows";
import { type PlacedStatement, placeStatements } from "../../statements/rows/places";
import { CodePointIndex, isBlank } from "../../text/rules";
import { type Confirmation, confirmInput, type GroupChoice, type SegmentRow } from "../model";
import { maySplit } from "../policy";
import { groupsIn, type PartRow, segmentsBetween, takePart } from "../rows";
import { groupOf } from "../rules/group";
import {
  labelOf,
  type Outcome,
  outcomeOf,
  plainOf,
  type ReactionOutcome,
  type StatementOutcome,
  statementText,
} from "../rules/outcome";

/**
 * Confirms a part: makes its consultation (or uses the chosen one), its stellingen and its
 * reactions, each with the words it rests on. What may
 * change afterwards: `recutReactions`, `dismissReactions`, `reopenPart`.
 *
 * @throws Invalid while segments are open or a nothing looks like input, or when a stelling is missing
 *   or there twice; Conflict
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
    // The words of a source were searched when it was read.
    if (input.shownOutside !== "nothing" && (await isOpenOutside(tx, scope.dossierId))) {
      await refuseHeld(tx, scope.dossierId);
    }

    const { consultationId, made } = await consultationFor(tx, scope, part, input.consultationId);
    const words = await wordsOfPart(tx, part, segments);
    const passages = await makePassages(tx, scope, part, words, outcome);
    const { ids, audit, again } = await makeStatements(tx, scope, {
      partId: part.id,
      consultationId,
      shownOutside: input.shownOutside,
      statements: outcome.statements,
      same: new Map(input.sameStatements.map((row) => [row.number, row.statementId])),
      words,
      passages,
    });
    const { defaultGroupId = part.defaultGroupId } = input;
    await requireIn(tx, scope.dossierId, stakeholderGroup, [defaultGroupId]);
    const reactions = await makeReactions(tx, scope, {
      consultationId,
      groups: await withNewGroups(tx, scope, input.newGroups),
      defaultGroupId,
      reactions: outcome.reactions,
      statementIds: ids,
      words,
      passages,
    });
    await tx
      .update(sourcePart)
      .set({
        consultationId,
        defaultGroupId,
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
        { entity: "part", entityId: part.id, after: result },
        ...made,
        ...audit,
        ...reactions,
      ],
    };
  },
});

/** The groups of the dossier, with those of these names that were not there. */
async function withNewGroups(
  tx: Database,
  scope: MemberScope,
  names: readonly string[],
): Promise<GroupChoice[]> {
  const groups = await groupsIn(tx, scope.dossierId);
  const keys = new Set(groups.map(({ name }) => nameKey(name)));
  for (const name of names) {
    const key = nameKey(name);
    // Somebody may have added it meanwhile; then it is the one that was meant.
    if (keys.has(key)) continue;
    keys.add(key);
    const { id } = await addGroup.within(tx, scope, { name, expected: true });
    groups.push({ id, name });
  }
  return groups;
}

function refuseUnfinished(outcome: Outcome): void {
  if (outcome.open > 0) throw new Invalid("splitting.errors.stillOpen", { count: outcome.open });
  const { length } = outcome.doubtful;
  if (length > 0) throw new Invalid("splitting.errors.choiceNeeded", { count: length });
  const [problem] = outcome.problems;
  if (problem) throw new Invalid(`splitting.errors.${problem.type}`, { number: problem.number });
}

/** The chosen consultation, or a new one with its row for the log. */
async function consultationFor(
  tx: Database,
  scope: MemberScope,
  part: PartRow,
  chosen: string | null,
): Promise<{ consultationId: string; made: AuditEntry[] }> {
  if (chosen) {
    const { id } = await lockedConsultation(tx, scope.dossierId, chosen);
    return { consultationId: id, made: [] };
  }
  const { title, kind, heldOn, startsAt, sector } = part;
  const values = { title, kind, heldOn, startsAt, sector };
  const { id } = await insertConsultation(tx, scope.dossierId, values);
  return {
    consultationId: id,
    made: [{ entity: "consultation", entityId: id, after: values }],
  };
}

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

  /** The words as they are read. */
  plain(stretch: Stretch): string {
    return plainOf(this.exact(stretch));
  }
}

/** @param segments all of them, or those of which the words are wanted, in order. */
export async function wordsOfPart(
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

/** One passage per quoted stretch. */
export async function makePassages(
  tx: Database,
  scope: MemberScope,
  part: PartRow,
  words: PartWords,
  outcome: Pick<Outcome, "statements" | "reactions">,
): Promise<Passages> {
  const stretches = new Map<string, Stretch>();
  const add = (stretch: Stretch | null) => {
    if (stretch) stretches.set(stretchKey(stretch), stretch);
  };
  for (const row of outcome.statements) {
    add(quoted(row.segment));
    add(explanationStretch(row, words));
  }
  for (const row of outcome.reactions) add(quoted(row.segment));
  return quoteStretches(
    tx,
    scope.dossierId,
    {
      sourceVersionId: part.sourceVersionId,
      from: part.start,
      to: part.end,
      createdBy: actorAccountId(scope.actor),
    },
    [...stretches.values()].map((stretch) => ({ ...stretch, exact: words.exact(stretch) })),
  );
}

interface StatementWork {
  partId: string;
  consultationId: string;
  shownOutside: ShownOutside;
  statements: readonly StatementOutcome[];
  same: ReadonlyMap<number, string | null>;
  words: PartWords;
  passages: Passages;
}

/** Makes the stellingen, or puts existing ones once more. @returns their ids by number. */
async function makeStatements(
  tx: Database,
  scope: MemberScope,
  { statements, same, words, passages, ...document }: StatementWork,
): Promise<{ ids: Map<number, string>; audit: AuditEntry[]; again: number }> {
  const wantedIds = [...same.values()].filter((id) => id !== null);
  const chosen = await lockedStatements(tx, scope.dossierId, wantedIds);
  const ids = new Map<number, string>();
  const audit: AuditEntry[] = [];
  const made: Parameters<typeof insertStatements>[1][number][] = [];
  const placed: PlacedStatement[] = [];
  let again = 0;
  for (const row of statements) {
    const explanation =
      row.explanations.map((one) => words.plain(quoted(one))).join("\n\n") || null;
    const wanted = same.get(row.number) ?? null;
    const existing = wanted ? chosen.get(wanted) : undefined;
    const statementId = existing?.id ?? randomUUID();
    ids.set(row.number, statementId);
    if (existing) {
      again += 1;
      if (!existing.explanation && explanation) {
        await giveExplanation(tx, statementId, existing.lockVersion, explanation);
        audit.push({
          entity: "statement",
          entityId: statementId,
          before: { explanation: existing.explanation },
          after: { explanation },
        });
        // A second stelling of this part may be the same one.
        existing.explanation = explanation;
        existing.lockVersion += 1;
      }
    } else {
      made.push({
        id: statementId,
        dossierId: scope.dossierId,
        text: statementText(words.exact(quoted(row.segment))),
        explanation,
      });
    }
    const explained = explanationStretch(row, words);
    const passageOf = (stretch: Stretch) => passages.get(stretchKey(stretch));
    const passageId = passageOf(quoted(row.segment));
    if (!passageId) throw new Error("the words of a stelling were not quoted");
    placed.push({
      statementId,
      number: row.number,
      label: labelOf(row.segment) ?? String(row.number),
      passageId,
      explanation,
      explanationPassageId: (explained && passageOf(explained)) ?? null,
    });
  }
  await insertStatements(tx, made);
  audit.push(...(await placeStatements(tx, scope.dossierId, document, placed)));
  return { ids, audit, again };
}

interface ReactionWork {
  consultationId: string;
  groups: readonly GroupChoice[];
  defaultGroupId: string | null;
  reactions: readonly ReactionOutcome[];
  statementIds: ReadonlyMap<number, string>;
  words: PartWords;
  passages: Passages;
  /** What one gets that its segment does not say. */
  also?: (segment: SegmentRow) => Partial<NewReaction>;
}

/** Makes the reactions in the order of the text. @returns a row for the log of each. */
export async function makeReactions(
  tx: Database,
  scope: MemberScope,
  work: ReactionWork,
): Promise<AuditEntry[]> {
  const { consultationId, reactions, statementIds, words, passages, also } = work;
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
    stakeholderGroupId: groupOf(segment, work.groups, work.defaultGroupId),
    position: segment.position ?? ("none" as const),
    // Only what came before can be answered; a batch then never points at a later one.
    replyToId:
      segment.replyTo !== null && segment.replyTo < segment.start
        ? (idByStart.get(segment.replyTo) ?? null)
        : null,
    passageId: passages.get(stretchKey(quoted(segment))) ?? null,
    createdBy,
    ...also?.(segment),
  }));
  await insertReactions(tx, rows);
  return rows.map((row) => ({ entity: "reaction", entityId: row.id, after: row }));
}
