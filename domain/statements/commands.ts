import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { lockedConsultation } from "../consultations/rows";
import { mayWrite } from "../dossiers/policy";
import { command } from "../kernel/command";
import { Conflict, Invalid } from "../kernel/errors";
import { type MemberScope, member } from "../kernel/scope";
import { changedStatement, newStatement } from "./model";
import {
  insertStatements,
  lockedStatement,
  occurrencesIn,
  putStatements,
  rewordStatement,
} from "./rows";

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
    const id = randomUUID();
    await insertStatements(tx, [{ ...wording, id, dossierId: scope.dossierId }]);
    const place = consultationId ? await putIn(tx, scope, id, { consultationId, number }) : null;
    return {
      result: { id },
      audit: { entity: "statement", entityId: id, after: { ...wording, place } },
    };
  },
});

async function putIn(
  tx: Database,
  { dossierId }: MemberScope,
  statementId: string,
  wanted: { consultationId: string; number: number | null },
): Promise<{ consultationId: string; number: number }> {
  const { id: consultationId } = await lockedConsultation(tx, dossierId, wanted.consultationId);
  const taken = (await occurrencesIn(tx, consultationId)).map((row) => row.number);
  const number = wanted.number ?? Math.max(0, ...taken) + 1;
  if (taken.includes(number)) {
    throw new Invalid("errors.fields", {}, { number: "statements.errors.numberTaken" });
  }
  await putStatements(tx, [{ dossierId, statementId, consultationId, number }]);
  return { consultationId, number };
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
  find: (tx, scope, { id }) => lockedStatement(tx, scope.dossierId, id),
  run: async (tx, _scope, { id, lockVersion, ...after }, current) => {
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    await rewordStatement(tx, id, lockVersion, after);
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
