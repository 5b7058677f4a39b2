import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, isNotNull, notExists, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import { type Database, rowsOf } from "@/db/client";
import {
  answer,
  reaction,
  sourcePart,
  statement,
  statementOccurrence,
  statementPlace,
} from "@/db/schema";
import type { ShownOutside } from "@/db/vocabulary";
import { NotFound } from "../../kernel/errors";
import { batches } from "../../kernel/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { explainedAnew, explainedBy } from "../rules";

/** In which consultations stellingen stand, and why: by documents, or because somebody put them there. */

/** An explanation that was not there when somebody chose to show it is shown to nobody. */
export const withoutExplanation = sql`case when ${statementOccurrence.shownOutside} = 'explanation'
  then 'statement' else ${statementOccurrence.shownOutside} end`;

/** What is put in a consultation that was locked before: which stelling under which number. */
export async function occurrencesIn(tx: Database, consultationId: string) {
  return tx
    .select({
      id: statementOccurrence.id,
      statementId: statementOccurrence.statementId,
      number: statementOccurrence.number,
      explanation: statementOccurrence.explanation,
    })
    .from(statementOccurrence)
    .where(eq(statementOccurrence.consultationId, consultationId));
}

/** A stelling as it was put in a consultation. @throws NotFound when it was not. */
export async function occurrenceOf(tx: Database, statementId: string, consultationId: string) {
  const [put] = await tx
    .select()
    .from(statementOccurrence)
    .where(
      and(
        eq(statementOccurrence.statementId, statementId),
        eq(statementOccurrence.consultationId, consultationId),
      ),
    );
  if (!put) throw new NotFound();
  return put;
}

/** Puts stellingen in consultations because somebody said so. */
export async function putByHand(
  tx: Database,
  rows: readonly Omit<typeof statementOccurrence.$inferInsert, "id">[],
): Promise<void> {
  for (const batch of batches(rows)) {
    const put = batch.map((row) => ({ ...row, id: randomUUID() }));
    await tx.insert(statementOccurrence).values(put);
    await tx
      .insert(statementPlace)
      .values(put.map(({ id, explanation }) => ({ occurrenceId: id, explanation })));
  }
}

/** Lets two occurrences of one consultation, which is locked, take each other's number. */
export async function swapNumbers(
  tx: Database,
  one: { id: string; number: number },
  other: { id: string; number: number },
): Promise<void> {
  // No two have the same number, not for a moment either.
  for (const [id, number] of [
    [one.id, -1],
    [other.id, one.number],
    [one.id, other.number],
  ] as const) {
    await tx.update(statementOccurrence).set({ number }).where(eq(statementOccurrence.id, id));
  }
}

/**
 * Closes the gap that a stelling leaves in a consultation where its number is its place. Where minutes number those after it
 * the gap stays.
 *
 * @returns who moved, with the number they had.
 */
export async function closeGap(
  tx: Database,
  consultationId: string,
  gap: number,
): Promise<{ statementId: string; number: number }[]> {
  const after = (await occurrencesIn(tx, consultationId))
    .filter(({ number }) => number > gap)
    .sort((a, b) => a.number - b.number);
  for (const { id } of after) if (await standsInMinutes(tx, id)) return [];
  // From the first on: no two have the same number, not for a moment either.
  for (const { id, number } of after) {
    await tx
      .update(statementOccurrence)
      .set({ number: number - 1 })
      .where(eq(statementOccurrence.id, id));
  }
  return after.map(({ statementId, number }) => ({ statementId, number }));
}

/** Whether the words of an occurrence stand in a source. */
export async function standsInMinutes(tx: Database, occurrenceId: string): Promise<boolean> {
  const places = await tx
    .select({ id: statementPlace.id })
    .from(statementPlace)
    .where(and(eq(statementPlace.occurrenceId, occurrenceId), isNotNull(statementPlace.passageId)))
    .limit(1);
  return places.length > 0;
}

/** A stelling as a document puts it. */
export interface PlacedStatement {
  statementId: string;
  /** Within the document, and how that writes it. */
  number: number;
  label: string;
  passageId: string;
  explanation: string | null;
  explanationPassageId: string | null;
}

interface Made {
  id: string;
  dossierId: AuthorizedDossierId;
  statementId: string;
  consultationId: string;
  number: number;
  shownOutside: ShownOutside;
  /** How the document explains it. */
  said: string[];
}

/**
 * Puts the stellingen of a document in its consultation, which is locked. One that stands there already gets a
 * place more, under the number it has; another gets its own number, or the next free one where that is taken.
 *
 * @returns what the log must say of each.
 */
export async function placeStatements(
  tx: Database,
  dossierId: AuthorizedDossierId,
  document: { partId: string; consultationId: string; shownOutside: ShownOutside },
  placed: readonly PlacedStatement[],
): Promise<AuditEntry[]> {
  const { partId, consultationId, shownOutside } = document;
  const there = await occurrencesIn(tx, consultationId);
  const known = new Map(there.map((row) => [row.statementId, row]));
  const numbers = new Set(there.map((row) => row.number));
  const made = new Map<string, Made>();
  for (const { statementId, number: wanted, explanation } of placed) {
    if (known.has(statementId)) continue;
    // Two numbers of one document may turn out to be the same stelling.
    let row = made.get(statementId);
    if (!row) {
      // Minutes in two files: the second may count from 1 again in the same consultation.
      const number = numbers.has(wanted) ? Math.max(0, ...numbers) + 1 : wanted;
      numbers.add(number);
      row = {
        id: randomUUID(),
        dossierId,
        statementId,
        consultationId,
        number,
        shownOutside,
        said: [],
      };
      made.set(statementId, row);
    }
    if (explanation && !row.said.includes(explanation)) row.said.push(explanation);
  }
  const occurrences = [...made.values()].map(({ said, ...row }) => ({
    ...row,
    explanation: explainedBy(said),
  }));
  const again = placed.flatMap(({ statementId }) => known.get(statementId) ?? []);
  const before = await explanationsOf(
    tx,
    again.map(({ id }) => id),
  );
  for (const batch of batches(occurrences)) await tx.insert(statementOccurrence).values(batch);
  const places = placed.map(({ statementId, ...place }) => ({
    ...place,
    partId,
    occurrenceId: (known.get(statementId) ?? made.get(statementId))?.id ?? "",
  }));
  for (const batch of batches(places)) await tx.insert(statementPlace).values(batch);
  const explained = await explain(tx, [...new Set(again)], before);
  return placed.map(({ statementId, ...place }) => ({
    entity: "statement",
    entityId: statementId,
    before: { place: null, ...explained.get(statementId)?.before },
    after: {
      place,
      occurrence: occurrences.find((row) => row.statementId === statementId),
      ...explained.get(statementId)?.after,
    },
  }));
}

/** How documents explain the stellingen of these occurrences, in their order, each explanation once. */
async function explanationsOf(
  tx: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const batch of batches([...new Set(ids)])) {
    const rows = await tx
      .select({ id: statementPlace.occurrenceId, explanation: statementPlace.explanation })
      .from(statementPlace)
      .leftJoin(sourcePart, eq(sourcePart.id, statementPlace.partId))
      .where(
        and(inArray(statementPlace.occurrenceId, batch), isNotNull(statementPlace.explanation)),
      )
      .orderBy(
        sql`${sourcePart.sourceVersionId} nulls first`,
        asc(sourcePart.start),
        asc(statementPlace.number),
      );
    for (const { id, explanation } of rows) {
      const so = found.get(id) ?? [];
      if (explanation && !so.includes(explanation)) found.set(id, [...so, explanation]);
    }
  }
  return found;
}

interface Explained {
  before: { explanation: string | null };
  after: { explanation: string | null };
}

/** Explains occurrences as their documents do now. @returns what changed, by stelling. */
async function explain(
  tx: Database,
  occurrences: readonly { id: string; statementId: string; explanation: string | null }[],
  before: ReadonlyMap<string, string[]>,
): Promise<ReadonlyMap<string, Explained>> {
  const now = await explanationsOf(
    tx,
    occurrences.map(({ id }) => id),
  );
  const changed = new Map<string, Explained>();
  for (const { id, statementId, explanation: current } of occurrences) {
    const explanation = explainedAnew(current, before.get(id) ?? [], now.get(id) ?? []);
    if (explanation === current) continue;
    const less = (current ?? "").includes(explanation ?? "");
    await tx
      .update(statementOccurrence)
      .set({
        explanation,
        explanationBody: null,
        ...(less ? {} : { shownOutside: withoutExplanation }),
      })
      .where(eq(statementOccurrence.id, id));
    changed.set(statementId, { before: { explanation: current }, after: { explanation } });
  }
  return changed;
}

/** A document as it lies in its source. */
interface Stretch {
  id: string;
  sourceVersionId: string;
  start: number;
  end: number;
}

/** A stelling that a document put in its consultation. */
export interface StatementOfDocument {
  /** Of the occurrence. */
  id: string;
  statementId: string;
  text: string;
  explanation: string | null;
  shown: ShownOutside;
  /** The words in the document, and how it explains them; none that was not kept. */
  exact: string[];
  explained: string[];
  /** Also without the document: another one or somebody put it there too, or somebody else reacted to it. */
  stays: boolean;
  /** A reaction to it stands in the document. */
  answered: boolean;
}

/** The stellingen that a document put in its consultation, in order. */
export async function statementsOfDocument(
  tx: Database,
  part: Stretch,
): Promise<StatementOfDocument[]> {
  return rowsOf<StatementOfDocument>(
    tx,
    sql`
      select o.id, o.statement_id as "statementId", s.text, o.explanation, o.shown_outside as shown,
        json_agg(q.exact order by p.number) as exact,
        coalesce(json_agg(p.explanation order by p.number)
          filter (where p.explanation is not null), '[]') as explained,
        exists (select from statement_place w
          where w.occurrence_id = o.id and w.part_id is distinct from ${part.id}::uuid)
        or exists (select from reaction r left join passage w on w.id = r.passage_id
          where r.statement_id = o.statement_id and r.consultation_id = o.consultation_id
            and (w.source_version_id = ${part.sourceVersionId}::uuid
              and w.start_cp >= ${part.start}::int and w.start_cp < ${part.end}::int) is not true)
          as stays,
        exists (select from reaction r join passage w on w.id = r.passage_id
          where r.statement_id = o.statement_id and r.consultation_id = o.consultation_id
            and w.source_version_id = ${part.sourceVersionId}::uuid
            and w.start_cp >= ${part.start}::int and w.start_cp < ${part.end}::int) as answered
      from statement_place p
      join statement_occurrence o on o.id = p.occurrence_id
      join statement s on s.id = o.statement_id
      join passage q on q.id = p.passage_id
      where p.part_id = ${part.id}::uuid
      group by o.id, s.id order by min(p.number)`,
  );
}

/**
 * Takes the stellingen of a document, of which the reactions are gone, out of its consultation, but for those
 * that stay. One to which a reaction in it is left keeps its place in the document. Those that were put nowhere else are no more.
 *
 * @returns what the log must say of each.
 */
export async function takeOutStatements(tx: Database, part: Stretch): Promise<AuditEntry[]> {
  const put = await statementsOfDocument(tx, part);
  const all = put.filter(({ answered }) => !answered);
  const staying = all.filter(({ stays }) => stays);
  const going = all.filter(({ stays }) => !stays);
  const before = await explanationsOf(
    tx,
    staying.map(({ id }) => id),
  );
  const places: (typeof statementPlace.$inferSelect)[] = [];
  for (const batch of batches(all)) {
    const ids = batch.map(({ id }) => id);
    const here = and(eq(statementPlace.partId, part.id), inArray(statementPlace.occurrenceId, ids));
    places.push(...(await tx.delete(statementPlace).where(here).returning()));
  }
  const out = new Map<string, typeof statementOccurrence.$inferSelect>();
  for (const batch of batches(going)) {
    const ids = batch.map(({ id }) => id);
    const here = inArray(statementOccurrence.id, ids);
    for (const row of await tx.delete(statementOccurrence).where(here).returning()) {
      out.set(row.id, row);
    }
  }
  const explained = await explain(tx, staying, before);
  const words = await removeUnused(
    tx,
    going.map(({ statementId }) => statementId),
  );
  return all.map(({ id, statementId }) => ({
    entity: "statement",
    entityId: statementId,
    before: {
      places: places.filter(({ occurrenceId }) => occurrenceId === id),
      occurrence: out.get(id),
      ...explained.get(statementId)?.before,
      ...words.get(statementId),
    },
    after: words.has(statementId)
      ? { removed: true }
      : { places: null, ...explained.get(statementId)?.after },
  }));
}

/** Removes those of these stellingen that were put nowhere and that nobody reacted to. @returns what they were. */
async function removeUnused(tx: Database, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { text: string; explanation: string | null }>();
  const named = (table: typeof statementOccurrence | typeof reaction | typeof answer) =>
    tx.select({ one: sql`1` }).from(table).where(eq(table.statementId, statement.id));
  const removed = await tx
    .delete(statement)
    .where(
      and(
        inArray(statement.id, [...ids]),
        notExists(named(statementOccurrence)),
        notExists(named(reaction)),
        // That somebody answered it, and took that back, stays.
        notExists(named(answer)),
      ),
    )
    .returning({ id: statement.id, text: statement.text, explanation: statement.explanation });
  return new Map(removed.map(({ id, ...words }) => [id, words]));
}
