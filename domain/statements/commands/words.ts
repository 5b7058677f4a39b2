import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type Database, database } from "@/db/client";
import { reaction, statementOccurrence } from "@/db/schema";
import type { ShownOutside } from "@/db/vocabulary";
import { lockedConsultation } from "../../consultations/rows";
import { mayWrite } from "../../dossiers/policy";
import { command } from "../../kernel/command";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { type MemberScope, member } from "../../kernel/scope";
import { addedOutside } from "../../personal-data/commands";
import { sentWords } from "../../text/rich-body";
import {
  changedStatement,
  explainedStatement,
  MAX_EXPLANATION_LENGTH,
  movedStatement,
  newStatement,
  type OutsideStatement,
  outsideChoice,
  putStatementInput,
  takeOutInput,
} from "../model";
import { insertStatements, lockedStatement, outsideOf, rewordStatement, shownOf } from "../rows";
import {
  closeGap,
  occurrenceOf,
  occurrencesIn,
  putByHand,
  standsInMinutes,
  swapNumbers,
  withoutExplanation,
} from "../rows/places";

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
    const place = consultationId
      ? await putIn(tx, scope, { id, ...wording }, { consultationId, number })
      : null;
    return {
      result: { id },
      audit: { entity: "statement", entityId: id, after: { ...wording, place } },
    };
  },
});

async function putIn(
  tx: Database,
  { dossierId }: MemberScope,
  { id: statementId, explanation }: { id: string; explanation: string | null },
  wanted: { consultationId: string; number: number | null },
): Promise<{ consultationId: string; number: number }> {
  const { id: consultationId } = await lockedConsultation(tx, dossierId, wanted.consultationId);
  const there = await occurrencesIn(tx, consultationId);
  if (there.some((row) => row.statementId === statementId)) {
    throw new Invalid("errors.fields", {}, { consultationId: "statements.errors.putAlready" });
  }
  const taken = there.map((row) => row.number);
  const number = wanted.number ?? Math.max(0, ...taken) + 1;
  if (taken.includes(number)) {
    throw new Invalid("errors.fields", {}, { number: "statements.errors.numberTaken" });
  }
  await putByHand(tx, [{ dossierId, statementId, consultationId, number, explanation }]);
  return { consultationId, number };
}

/**
 * Puts a stelling that is there in one more consultation, under the given number or the next free one.
 *
 * @throws NotFound for a stelling or consultation of another dossier; Invalid when it was put there already,
 *   or when the number is taken.
 */
export const putStatement = command({
  scope: member,
  action: "statement.put",
  input: putStatementInput,
  allow: mayWrite,
  find: (tx, scope, { statementId }) => lockedStatement(tx, scope.dossierId, statementId),
  run: async (tx, scope, { statementId, consultationId, number }, put) => {
    const place = await putIn(tx, scope, put, { consultationId, number });
    return {
      result: place,
      audit: { entity: "statement", entityId: statementId, after: { place } },
    };
  },
});

/**
 * Takes a stelling out of a consultation in which it was put by hand. In one that is held online those after it come a place forward.
 *
 * @throws NotFound when it was not put there; Invalid when minutes say that it was, or when somebody reacted
 *   to it there.
 */
export const takeOutStatement = command({
  scope: member,
  action: "statement.takeOut",
  input: takeOutInput,
  allow: mayWrite,
  find: (tx, scope, { statementId }) => lockedStatement(tx, scope.dossierId, statementId),
  run: async (tx, { dossierId }, { statementId, consultationId }) => {
    const { kind } = await lockedConsultation(tx, dossierId, consultationId);
    const put = await occurrenceOf(tx, statementId, consultationId);
    if (await standsInMinutes(tx, put.id)) throw new Invalid("statements.errors.inMinutes");
    const reacted = await tx.$count(
      reaction,
      and(eq(reaction.statementId, statementId), eq(reaction.consultationId, consultationId)),
    );
    if (reacted > 0) throw new Invalid("statements.errors.reactedTo", { count: reacted });
    await tx.delete(statementOccurrence).where(eq(statementOccurrence.id, put.id));
    const moved = kind === "online" ? await closeGap(tx, consultationId, put.number) : [];
    return {
      result: { consultationId },
      audit: [
        {
          entity: "statement" as const,
          entityId: statementId,
          before: { place: { consultationId, number: put.number } },
          after: { place: null },
        },
        ...moved.map((one) => ({
          entity: "statement" as const,
          entityId: one.statementId,
          before: { consultationId, number: one.number },
          after: { consultationId, number: one.number - 1 },
        })),
      ],
    };
  },
});

/**
 * Puts a stelling one place earlier or later in a consultation that is held online: there its number is its place.
 *
 * @throws NotFound when it was not put there; Invalid when minutes number it.
 */
export const moveStatement = command({
  scope: member,
  action: "statement.move",
  input: movedStatement,
  allow: mayWrite,
  find: (tx, scope, { consultationId }) => lockedConsultation(tx, scope.dossierId, consultationId),
  run: async (tx, _scope, { statementId, consultationId, direction }, { kind }) => {
    const there = (await occurrencesIn(tx, consultationId)).sort((a, b) => a.number - b.number);
    const at = there.findIndex((one) => one.statementId === statementId);
    const [own, other] = [there[at], there[at + (direction === "up" ? -1 : 1)]];
    if (!own) throw new NotFound();
    if (kind !== "online" || (await standsInMinutes(tx, own.id))) {
      throw new Invalid("statements.errors.inMinutes");
    }
    if (!other) return { result: { number: own.number }, audit: [] };
    await swapNumbers(tx, own, other);
    const entry = (one: typeof own, number: number) => ({
      entity: "statement" as const,
      entityId: one.statementId,
      before: { consultationId, number: one.number },
      after: { consultationId, number },
    });
    return {
      result: { number: other.number },
      audit: [entry(own, other.number), entry(other, own.number)],
    };
  },
});

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
  first: async (scope, { id, text, explanation }) => {
    const before = await shownOf(await database(), scope.dossierId, id);
    if (before) await addedOutside(scope, [text, explanation], before);
  },
  find: (tx, scope, { id }) => lockedStatement(tx, scope.dossierId, id),
  run: async (tx, _scope, { id, lockVersion, ...after }, current) => {
    if (current.lockVersion !== lockVersion) throw new Conflict("errors.stale", {}, current);
    await rewordStatement(tx, current, after);
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

/** How a stelling is explained: the words, and their marks and lists when they have some. */
const explainedWords = explainedStatement.transform(
  ({ explanation: typed, explanationFormat: format, ...rest }, context) => {
    try {
      const { words, body } = sentWords(typed, format);
      if ((words ?? "").length <= MAX_EXPLANATION_LENGTH) {
        return { ...rest, format, explanation: words, explanationBody: body };
      }
      throw new Invalid("errors.fields", {}, { body: "errors.field.tooLong" });
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const message = error.fields.body ?? error.key;
      context.addIssue({ code: "custom", path: ["explanation"], message });
      return z.NEVER;
    }
  },
);

/**
 * Changes how a stelling is explained in one of its consultations. The words in the minutes stay what they are.
 * Who may read an explanation there reads the new one, but not where there was none when that was chosen.
 *
 * @throws NotFound when it was not put there; Conflict with the explanation as it stands now.
 */
export const explainStatement = command({
  scope: member,
  action: "statement.explain",
  input: explainedWords,
  allow: mayWrite,
  first: async (scope, { statementId, explanation, explanationBody }) => {
    const before = await shownOf(await database(), scope.dossierId, statementId);
    if (before) await addedOutside(scope, [explanation, explanationBody], before);
  },
  find: (tx, scope, { statementId }) => lockedStatement(tx, scope.dossierId, statementId),
  run: async (tx, _scope, { statementId, consultationId, lockVersion, ...sent }, current) => {
    const put = await occurrenceOf(tx, statementId, consultationId);
    if (current.lockVersion !== lockVersion) {
      throw new Conflict("errors.stale", {}, { ...current, explanation: put.explanation });
    }
    const { explanation, format } = sent;
    // Plain lines that say what it said already keep its marks: a text box cannot show them.
    const same = format !== "json" && explanation === put.explanation;
    const explanationBody = same ? put.explanationBody : sent.explanationBody;
    const said = { explanation, explanationBody };
    await tx
      .update(statementOccurrence)
      .set({
        ...said,
        ...(put.explanation === null ? { shownOutside: withoutExplanation } : {}),
      })
      .where(eq(statementOccurrence.id, put.id));
    // Who has the stelling open looks at the explanation that was there.
    await rewordStatement(tx, current, {});
    return {
      result: { lockVersion: lockVersion + 1 },
      audit: {
        entity: "statement",
        entityId: statementId,
        before: {
          consultationId,
          explanation: put.explanation,
          ...(put.explanationBody === null ? {} : { explanationBody: put.explanationBody }),
        },
        after: {
          consultationId,
          explanation,
          ...(explanationBody === null ? {} : { explanationBody }),
        },
      },
    };
  },
});

/**
 * Chooses what others may read, without an account, of the stellingen that stand in a consultation now. One
 * that is added later is shown to nobody until somebody chooses again.
 *
 * @throws NotFound for a consultation of another dossier; Conflict when the stellingen are not those that
 *   were looked at.
 */
export const showOutside = command({
  scope: member,
  action: "consultation.show",
  input: outsideChoice,
  allow: mayWrite,
  first: async (scope, { consultationId, shown }) => {
    if (shown === "nothing") return;
    const { statements } = await outsideOf(await database(), scope.dossierId, consultationId);
    const explained = (of: OutsideStatement, how: ShownOutside) =>
      how === "nothing"
        ? []
        : [of.text, ...(how === "explanation" ? [of.explanation, of.explanationBody] : [])];
    await addedOutside(
      scope,
      statements.map((one) => explained(one, shown)),
      statements.map((one) => explained(one, one.shown)),
    );
  },
  find: (tx, scope, { consultationId }) => lockedConsultation(tx, scope.dossierId, consultationId),
  run: async (tx, { dossierId }, { consultationId, shown, seen }) => {
    const now = await outsideOf(tx, dossierId, consultationId);
    if (now.seen !== seen) throw new Conflict("statements.errors.otherWords");
    await tx
      .update(statementOccurrence)
      .set({ shownOutside: shown })
      .where(eq(statementOccurrence.consultationId, consultationId));
    const said = (of: (row: OutsideStatement) => string) =>
      Object.fromEntries(now.statements.map((row) => [row.number, of(row)]));
    return {
      result: { consultationId },
      audit: [
        {
          entity: "consultation",
          entityId: consultationId,
          before: { shownOutside: said((row) => row.shown) },
          after: { shownOutside: said(() => shown) },
        },
        // A stelling is more than one thing to the log when it was put more than once.
        ...now.statements
          .filter((row) => row.shown !== shown)
          .map((row) => ({
            entity: "statement" as const,
            entityId: row.statementId,
            before: { consultationId, shownOutside: row.shown },
            after: { consultationId, shownOutside: shown },
          })),
      ],
    };
  },
});
