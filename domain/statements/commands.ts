import { and, eq, max } from "drizzle-orm";
import type { Database } from "@/db/client";
import { consultation, statement, statementOccurrence } from "@/db/schema";
import { mayWrite } from "../dossiers/policy";
import { command } from "../kernel/command";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { type MemberScope, member } from "../kernel/scope";
import { changedStatement, newStatement } from "./model";

/**
 * Adds a stelling by hand, put in a consultation when one is given, under the given number or
 * the next free one.
 *
 * @returns its id. @throws Invalid when the number is taken in that consultation.
 */
export const addStatement = command({
  scope: member,
  action: "statement.add",
  input: newStatement,
  allow: mayWrite,
  run: async (tx, scope, { consultationId, number, ...wording }) => {
    const [added] = await tx
      .insert(statement)
      .values({ ...wording, dossierId: scope.dossierId })
      .returning({ id: statement.id });
    if (!added) throw new Error("insert returned no row");
    const place = consultationId
      ? await putIn(tx, scope, { statementId: added.id, consultationId, number })
      : null;
    return {
      result: added,
      audit: { entity: "statement", entityId: added.id, after: { ...wording, place } },
    };
  },
});

async function putIn(
  tx: Database,
  scope: MemberScope,
  place: { statementId: string; consultationId: string; number: number | null },
): Promise<{ consultationId: string; number: number }> {
  // Locked, so that two people who add at once do not both take the next number.
  const [found] = await tx
    .select({ id: consultation.id })
    .from(consultation)
    .where(
      and(eq(consultation.dossierId, scope.dossierId), eq(consultation.id, place.consultationId)),
    )
    .for("update");
  if (!found) throw new NotFound();
  const number = place.number ?? (await nextNumber(tx, place.consultationId));
  const [put] = await tx
    .insert(statementOccurrence)
    .values({
      statementId: place.statementId,
      consultationId: place.consultationId,
      number,
      dossierId: scope.dossierId,
    })
    .onConflictDoNothing()
    .returning({ id: statementOccurrence.id });
  if (!put) throw new Invalid("errors.fields", {}, { number: "statements.errors.numberTaken" });
  return { consultationId: place.consultationId, number };
}

async function nextNumber(tx: Database, consultationId: string): Promise<number> {
  const [last] = await tx
    .select({ number: max(statementOccurrence.number) })
    .from(statementOccurrence)
    .where(eq(statementOccurrence.consultationId, consultationId));
  return (last?.number ?? 0) + 1;
}

/**
 * Changes the wording of a stelling. The words in the minutes stay what they are: the passages
 * of its occurrences are not touched.
 *
 * @throws Conflict with the stelling as it stands now.
 */
export const changeStatement = command({
  scope: member,
  action: "statement.change",
  input: changedStatement,
  allow: mayWrite,
  run: async (tx, scope, { id, lockVersion, ...after }) => {
    const [current] = await tx
      .select({
        text: statement.text,
        explanation: statement.explanation,
        lockVersion: statement.lockVersion,
      })
      .from(statement)
      .where(and(eq(statement.dossierId, scope.dossierId), eq(statement.id, id)))
      .for("update");
    if (!current) throw new NotFound();
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    await tx
      .update(statement)
      .set({ ...after, lockVersion: lockVersion + 1 })
      .where(eq(statement.id, id));
    return {
      result: { id, lockVersion: lockVersion + 1 },
      audit: {
        entity: "statement",
        entityId: id,
        before: { text: current.text, explanation: current.explanation },
        after,
      },
    };
  },
});
