import { and, asc, eq, gte, inArray, isNull, lt, notExists, sql } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { fingerprint } from "@/db/hash";
import { passage, reaction, statement, statementOccurrence } from "@/db/schema";
import { NotFound } from "../kernel/errors";
import { batches } from "../kernel/rows";
import type { AuthorizedDossierId } from "../kernel/scope";
import type { OutsideView } from "./model";

/** A stelling, locked. @throws NotFound for one of another dossier. */
export async function lockedStatement(tx: Database, dossierId: AuthorizedDossierId, id: string) {
  const found = (await lockedStatements(tx, dossierId, [id])).get(id);
  if (!found) throw new NotFound();
  return found;
}

/** An explanation that was not there when somebody chose to show it is shown to nobody. */
const withoutExplanation = sql`case when ${statementOccurrence.shownOutside} = 'explanation'
  then 'statement' else ${statementOccurrence.shownOutside} end`;

type LockedStatement = Awaited<ReturnType<typeof lockedStatement>>;

/** Stellingen by their id, locked. @throws NotFound when one is not in this dossier. */
export async function lockedStatements(
  tx: Database,
  dossierId: AuthorizedDossierId,
  ids: readonly string[],
) {
  const wanted = [...new Set(ids)];
  const rows =
    wanted.length === 0
      ? []
      : await tx
          .select({
            id: statement.id,
            text: statement.text,
            explanation: statement.explanation,
            lockVersion: statement.lockVersion,
          })
          .from(statement)
          .where(and(inArray(statement.id, wanted), eq(statement.dossierId, dossierId)))
          .orderBy(statement.id)
          .for("no key update");
  if (rows.length < wanted.length) throw new NotFound();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Adds stellingen, thousands at a time if need be. */
export async function insertStatements(
  tx: Database,
  rows: readonly (typeof statement.$inferInsert)[],
): Promise<void> {
  for (const batch of batches(rows)) await tx.insert(statement).values(batch);
}

/**
 * Gives a stelling other words; who saves on the version before gets a conflict. Where it was put with the
 * explanation it had, that goes along; what a meeting explained in its own words stays.
 */
export async function rewordStatement(
  tx: Database,
  {
    id,
    lockVersion,
    explanation: was,
  }: Pick<LockedStatement, "id" | "lockVersion" | "explanation">,
  words: { text?: string; explanation?: string | null },
): Promise<void> {
  if (words.explanation !== undefined && words.explanation !== was) {
    await tx
      .update(statementOccurrence)
      .set({
        explanation: words.explanation,
        ...(was === null ? { shownOutside: withoutExplanation } : {}),
      })
      .where(
        and(
          eq(statementOccurrence.statementId, id),
          was === null
            ? isNull(statementOccurrence.explanation)
            : eq(statementOccurrence.explanation, was),
        ),
      );
  }
  await tx
    .update(statement)
    .set({ ...words, lockVersion: lockVersion + 1 })
    .where(eq(statement.id, id));
}

/** Gives a stelling that had none an explanation; where it was put before, nobody gave it. */
export async function explainStatement(
  tx: Database,
  id: string,
  lockVersion: number,
  explanation: string,
): Promise<void> {
  await tx
    .update(statement)
    .set({ explanation, lockVersion: lockVersion + 1 })
    .where(eq(statement.id, id));
}

/** Adds to what was explained with a stelling in a consultation. @returns what that was and is, for the log. */
export async function explainOccurrence(
  tx: Database,
  consultationId: string,
  statementId: string,
  more: string,
): Promise<{ before: { explanation: string | null }; after: { explanation: string | null } }> {
  const here = and(
    eq(statementOccurrence.consultationId, consultationId),
    eq(statementOccurrence.statementId, statementId),
  );
  const [was] = await tx
    .select({ explanation: statementOccurrence.explanation })
    .from(statementOccurrence)
    .where(here)
    .for("update");
  const before = { explanation: was?.explanation ?? null };
  // Confirmed once before and opened again: it stands there already.
  const after = before.explanation?.includes(more)
    ? before
    : { explanation: joined(before.explanation, more) };
  await tx
    .update(statementOccurrence)
    .set({ ...after, shownOutside: withoutExplanation })
    .where(here);
  return { before, after };
}

/** Two explanations under each other; either may not be there. */
export function joined(
  first: string | null | undefined,
  second: string | null | undefined,
): string | null {
  return [first, second].filter(Boolean).join("\n\n") || null;
}

/** The stellingen of a consultation, with what others may read of them. */
export async function outsideOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<OutsideView> {
  const statements = await db
    .select({
      id: statementOccurrence.id,
      statementId: statementOccurrence.statementId,
      number: statementOccurrence.number,
      text: statement.text,
      explanation: statementOccurrence.explanation,
      shown: statementOccurrence.shownOutside,
    })
    .from(statementOccurrence)
    .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
    .where(
      and(
        eq(statementOccurrence.dossierId, dossierId),
        eq(statementOccurrence.consultationId, consultationId),
      ),
    )
    .orderBy(asc(statementOccurrence.number));
  return { statements, seen: fingerprint(statements) };
}

/** What is put in a consultation that was locked before: which stelling under which number. */
export async function occurrencesIn(tx: Database, consultationId: string) {
  return tx
    .select({ statementId: statementOccurrence.statementId, number: statementOccurrence.number })
    .from(statementOccurrence)
    .where(eq(statementOccurrence.consultationId, consultationId));
}

/** Puts stellingen in consultations. */
export async function putStatements(
  tx: Database,
  rows: readonly (typeof statementOccurrence.$inferInsert)[],
): Promise<void> {
  for (const batch of batches(rows)) await tx.insert(statementOccurrence).values(batch);
}

/**
 * Takes out of a consultation the stellingen that stand in a stretch of a source. Those that were put nowhere
 * else, and that nobody reacted to, are no more.
 *
 * @returns what the log must say of each.
 */
export async function takeOutStatements(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
  { sourceVersionId, start, end }: { sourceVersionId: string; start: number; end: number },
): Promise<AuditEntry[]> {
  const inStretch = tx
    .select({ id: passage.id })
    .from(passage)
    .where(
      and(
        eq(passage.sourceVersionId, sourceVersionId),
        gte(passage.start, start),
        lt(passage.start, end),
      ),
    );
  const out = await tx
    .delete(statementOccurrence)
    .where(
      and(
        eq(statementOccurrence.dossierId, dossierId),
        eq(statementOccurrence.consultationId, consultationId),
        inArray(statementOccurrence.passageId, inStretch),
      ),
    )
    .returning();
  const ids = out.map((row) => row.statementId);
  if (ids.length === 0) return [];
  const named = (table: typeof statementOccurrence | typeof reaction) =>
    tx.select({ one: sql`1` }).from(table).where(eq(table.statementId, statement.id));
  const gone = await tx
    .delete(statement)
    .where(
      and(
        inArray(statement.id, ids),
        notExists(named(statementOccurrence)),
        notExists(named(reaction)),
      ),
    )
    .returning({ id: statement.id, text: statement.text, explanation: statement.explanation });
  const words = new Map(gone.map(({ id, ...rest }) => [id, rest]));
  return out.map((occurrence) => ({
    entity: "statement",
    entityId: occurrence.statementId,
    before: { occurrence, ...words.get(occurrence.statementId) },
    after: words.has(occurrence.statementId) ? { removed: true } : { occurrence: null },
  }));
}
