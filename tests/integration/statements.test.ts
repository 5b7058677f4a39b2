import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit, statementOccurrence } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import { addStatement, changeStatement } from "@/domain/statements/commands";
import { getStatement, listStatements } from "@/domain/statements/queries";
import { freshDatabase } from "../database";
import { dossierOf, memberOf } from "../factories/people";
import { consultationIn, passageIn, reactionIn, statementIn } from "../factories/reactions";
import { placeWordsOf } from "../factories/trace";

freshDatabase();

const nowhere = { text: "Alles kan beter.", explanation: "", consultationId: "", number: "" };

async function lastAudit(dossierId: string) {
  const [row] = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.dossierId, dossierId))
    .orderBy(desc(audit.n))
    .limit(1);
  return row;
}

test("a reviewer cannot add or change a stelling", async () => {
  const scope = await dossierOf();
  const reviewer = await memberOf(scope, "reviewer");
  const id = await statementIn(scope);
  await expect(addStatement(reviewer, nowhere)).rejects.toThrow(Forbidden);
  await expect(
    changeStatement(reviewer, { id, lockVersion: 1, text: "Anders.", explanation: "" }),
  ).rejects.toThrow(Forbidden);
});

test("a stranger does not find the stelling, and cannot put one in a foreign consultation", async () => {
  const scope = await dossierOf();
  const other = await dossierOf();
  const id = await statementIn(scope);
  await expect(getStatement(other, id)).rejects.toThrow(NotFound);
  await expect(getStatement(scope, "geen-nummer")).rejects.toThrow(NotFound);
  await expect(
    changeStatement(other, { id, lockVersion: 1, text: "Anders.", explanation: "" }),
  ).rejects.toThrow(NotFound);
  await expect(
    addStatement(other, { ...nowhere, consultationId: await consultationIn(scope) }),
  ).rejects.toThrow(NotFound);
  expect((await listStatements(other)).total).toBe(0);
});

test("an empty text and a number that is no number are refused per field", async () => {
  const scope = await dossierOf();
  await expect(addStatement(scope, { ...nowhere, text: " ", number: "1a" })).rejects.toSatisfy(
    (error) =>
      error instanceof Invalid &&
      error.fields.text === "errors.field.required" &&
      error.fields.number === "statements.errors.number",
  );
});

test("a number that is taken in the consultation is refused, and nothing is stored", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope);
  await statementIn(scope, { consultationId, number: "2" });
  await expect(addStatement(scope, { ...nowhere, consultationId, number: "2" })).rejects.toSatisfy(
    (error) => error instanceof Invalid && error.fields.number === "statements.errors.numberTaken",
  );
  expect((await listStatements(scope)).total).toBe(1);
});

test("a stelling added without a number gets the next one, with its audit row", async () => {
  const scope = await dossierOf();
  const consultationId = await consultationIn(scope, { title: "Bijeenkomst met ouders" });
  await statementIn(scope, { consultationId, number: "4" });
  const id = await statementIn(scope, { consultationId });
  expect(await getStatement(scope, id)).toMatchObject({
    occurrences: [{ number: 5, consultationTitle: "Bijeenkomst met ouders", places: [] }],
    counts: { total: 0 },
  });
  expect(await lastAudit(scope.dossierId)).toMatchObject({
    action: "statement.add",
    entityId: id,
  });
});

test("a stelling may stand in no consultation", async () => {
  const scope = await dossierOf();
  const { id } = await addStatement(scope, nowhere);
  expect((await getStatement(scope, id)).occurrences).toEqual([]);
});

test("a new wording leaves the quoted words alone", async () => {
  const scope = await dossierOf();
  const id = await statementIn(scope);
  const { passageId } = await passageIn(scope, "Een begeleider is altijd bereikbaar.");
  await placeWordsOf(id, passageId);
  await changeStatement(scope, { id, lockVersion: 1, text: "Korter.", explanation: "Omdat." });
  expect(await getStatement(scope, id)).toMatchObject({
    text: "Korter.",
    explanation: "Omdat.",
    lockVersion: 2,
    occurrences: [
      { places: [{ passage: { exact: "Een begeleider is altijd bereikbaar.", blockNumber: 1 } }] },
    ],
  });
  expect(await lastAudit(scope.dossierId)).toMatchObject({ action: "statement.change" });
});

test("a save on an older wording gets what stands now", async () => {
  const scope = await dossierOf();
  const id = await statementIn(scope);
  await changeStatement(scope, { id, lockVersion: 1, text: "Eerst.", explanation: "" });
  await expect(
    changeStatement(scope, { id, lockVersion: 1, text: "Daarna.", explanation: "" }),
  ).rejects.toSatisfy(
    (error) => error instanceof Conflict && (error.current as { text: string }).text === "Eerst.",
  );
});

test("the list counts reactions by kind and position, also for a stelling put twice", async () => {
  const scope = await dossierOf();
  const first = await consultationIn(scope, { heldOn: "2026-01-10" });
  const second = await consultationIn(scope, { heldOn: "2026-02-10" });
  const statementId = await statementIn(scope, { consultationId: first });
  await (await database())
    .insert(statementOccurrence)
    .values({ statementId, consultationId: second, number: 3, dossierId: scope.dossierId });
  await reactionIn(scope, { consultationId: first, statementId, position: "agree" });
  await reactionIn(scope, { consultationId: second, statementId, position: "agree" });
  await reactionIn(scope, { consultationId: second, statementId, kind: "question" });
  const { rows } = await listStatements(scope);
  expect(rows).toMatchObject([
    {
      id: statementId,
      occurrences: [{ number: 1 }, { number: 3 }],
      counts: {
        total: 3,
        kinds: { reaction: 2, question: 1 },
        positions: { agree: 2, none: 1 },
      },
    },
  ]);
});
