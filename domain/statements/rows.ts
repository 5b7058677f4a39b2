import { and, asc, eq, exists, gte, inArray, isNull, lt, notExists, sql } from "drizzle-orm";
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

/** Gives a stelling other words; who saves on the version before gets a conflict. */
export async function rewordStatement(
  tx: Database,
  id: string,
  lockVersion: number,
  words: { text?: string; explanation?: string | null },
): Promise<void> {
  // An explanation that was not there when somebody chose to show it is shown to nobody.
  if (words.explanation) {
    await tx
      .update(statementOccurrence)
      .set({ shownOutside: "statement" })
      .where(
        and(
          eq(statementOccurrence.statementId, id),
          eq(statementOccurrence.shownOutside, "explanation"),
          exists(
            tx
              .select()
              .from(statement)
              .where(and(eq(statement.id, id), isNull(statement.explanation))),
          ),
        ),
      );
  }
  await tx
    .update(statement)
    .set({ ...words, lockVersion: lockVersion + 1 })
    .where(eq(statement.id, id));
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
      explanation: statement.explanation,
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
