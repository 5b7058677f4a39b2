import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { AuditEntry } from "@/db/audit";
import type { Database } from "@/db/client";
import { fingerprint } from "@/db/hash";
import { explanationPicture, statement, statementOccurrence } from "@/db/schema";
import { NotFound } from "../../kernel/errors";
import { batches } from "../../kernel/rows";
import type { AuthorizedDossierId } from "../../kernel/scope";
import { marksOf } from "../../text/rich-body";
import type { OutsideView } from "../model";
import { SHOWN_PICTURE } from "./pictures";
import { withoutExplanation } from "./places";

/** A stelling, locked. @throws NotFound for one of another dossier. */
export async function lockedStatement(tx: Database, dossierId: AuthorizedDossierId, id: string) {
  const found = (await lockedStatements(tx, dossierId, [id])).get(id);
  if (!found) throw new NotFound();
  return found;
}

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
        explanationBody: null,
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
export async function giveExplanation(
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

/** The stellingen of a consultation, with what others may read of them. */
export async function outsideOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<OutsideView> {
  const rows = await db
    .select({
      id: statementOccurrence.id,
      statementId: statementOccurrence.statementId,
      number: statementOccurrence.number,
      text: statement.text,
      explanation: statementOccurrence.explanation,
      stored: statementOccurrence.explanationBody,
      picture: SHOWN_PICTURE,
      shown: statementOccurrence.shownOutside,
    })
    .from(statementOccurrence)
    .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
    .leftJoin(explanationPicture, eq(explanationPicture.occurrenceId, statementOccurrence.id))
    .where(
      and(
        eq(statementOccurrence.dossierId, dossierId),
        eq(statementOccurrence.consultationId, consultationId),
      ),
    )
    .orderBy(asc(statementOccurrence.number));
  const statements = rows.map(({ stored, ...row }) => ({
    ...row,
    explanationBody: marksOf(row.explanation, stored),
  }));
  return { statements, seen: fingerprint(statements) };
}

/**
 * Shows others the stellingen of a consultation, with their explanation.
 *
 * @returns what the log must say of those of which they could read less.
 */
export async function showAll(
  tx: Database,
  dossierId: AuthorizedDossierId,
  consultationId: string,
): Promise<AuditEntry[]> {
  const { statements } = await outsideOf(tx, dossierId, consultationId);
  await tx
    .update(statementOccurrence)
    .set({ shownOutside: "explanation" })
    .where(
      and(
        eq(statementOccurrence.dossierId, dossierId),
        eq(statementOccurrence.consultationId, consultationId),
      ),
    );
  return statements
    .filter(({ shown }) => shown !== "explanation")
    .map(({ statementId, shown }) => ({
      entity: "statement",
      entityId: statementId,
      before: { consultationId, shownOutside: shown },
      after: { consultationId, shownOutside: "explanation" },
    }));
}

/** The words of a stelling of which others may read something, with how it is explained; null when they may not. */
export async function shownOf(
  db: Database,
  dossierId: AuthorizedDossierId,
  statementId: string,
): Promise<unknown> {
  const shown = await db
    .select({
      text: statement.text,
      explanation: statementOccurrence.explanation,
      explanationBody: statementOccurrence.explanationBody,
      alternative: explanationPicture.alternative,
    })
    .from(statementOccurrence)
    .innerJoin(statement, eq(statement.id, statementOccurrence.statementId))
    .leftJoin(explanationPicture, eq(explanationPicture.occurrenceId, statementOccurrence.id))
    .where(
      and(
        eq(statementOccurrence.dossierId, dossierId),
        eq(statementOccurrence.statementId, statementId),
        ne(statementOccurrence.shownOutside, "nothing"),
      ),
    );
  return shown.length > 0 ? shown : null;
}
