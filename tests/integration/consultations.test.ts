import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import { addConsultation, changeConsultation } from "@/domain/consultations/commands";
import {
  consultationContents,
  consultationOptions,
  getConsultation,
  listConsultations,
} from "@/domain/consultations/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import { freshDatabase } from "../database";
import { consultationOf } from "../factories/consultations";
import { dossierOf, memberOf } from "../factories/people";
import { quotedReaction, tracedDossier } from "../factories/trace";

freshDatabase();

const FIELDS = {
  title: "Bijeenkomst voortgezet onderwijs",
  kind: "meeting",
  audience: "stakeholder",
  heldOn: "2026-04-02",
  startsAt: "09:30",
  sector: "VO",
  chair: "Voorzitter adviesraad",
} as const;

test("a reviewer cannot add or change a consultation", async () => {
  const scope = await dossierOf();
  const id = await consultationOf(scope);
  const reviewer = await memberOf(scope, "reviewer");
  await expect(addConsultation(reviewer, FIELDS)).rejects.toThrow(Forbidden);
  await expect(changeConsultation(reviewer, { ...FIELDS, id, lockVersion: 1 })).rejects.toThrow(
    Forbidden,
  );
  expect((await listConsultations(reviewer)).rows).toHaveLength(1);
});

test("another dossier's consultation is not found", async () => {
  const id = await consultationOf(await dossierOf());
  const stranger = await dossierOf();
  await expect(getConsultation(stranger, id)).rejects.toThrow(NotFound);
  await expect(getConsultation(stranger, "geen-nummer")).rejects.toThrow(NotFound);
  await expect(changeConsultation(stranger, { ...FIELDS, id, lockVersion: 1 })).rejects.toThrow(
    NotFound,
  );
  expect((await listConsultations(stranger)).rows).toEqual([]);
  expect(await consultationOptions(stranger)).toEqual([]);
  expect(await consultationContents(stranger, id)).toEqual({
    statements: [],
    reactionsByKind: [],
    withoutStatement: 0,
    documents: [],
  });
});

test("the reactions of its stellingen and those without one are all there are", async () => {
  const scope = await dossierOf();
  const { consultationId } = await tracedDossier(scope);
  await quotedReaction(scope, { consultationId, text: "Dit gaat ergens anders over." });
  const contents = await consultationContents(scope, consultationId);
  expect(contents.statements.map(({ reactions }) => reactions)).toEqual([2]);
  expect(contents.withoutStatement).toBe(1);
  expect(contents.reactionsByKind.map(({ count }) => count)).toEqual([2, 1]);
});

test("an impossible date and time are refused, each at its field", async () => {
  const scope = await dossierOf();
  await expect(
    addConsultation(scope, { ...FIELDS, title: " ", heldOn: "2026-02-30", startsAt: "25:00" }),
  ).rejects.toSatisfy(
    (error) =>
      error instanceof Invalid &&
      error.fields.title === "errors.field.required" &&
      error.fields.heldOn === "errors.field.date" &&
      error.fields.startsAt === "consultations.errors.time",
  );
  expect((await listConsultations(scope)).rows).toEqual([]);
});

test("a consultation is added and changed, with audit rows", async () => {
  const scope = await dossierOf();
  const { id } = await addConsultation(scope, { ...FIELDS, heldOn: "", startsAt: "", sector: "" });
  expect(await getConsultation(scope, id)).toMatchObject({ heldOn: null, sector: null });
  await changeConsultation(scope, { ...FIELDS, id, lockVersion: 1 });
  expect(await getConsultation(scope, id)).toEqual({ ...FIELDS, id, lockVersion: 2 });
  const rows = await (await database())
    .select({ action: audit.action })
    .from(audit)
    .where(and(eq(audit.entity, "consultation"), eq(audit.entityId, id)));
  expect(rows.map((row) => row.action)).toEqual(["consultation.add", "consultation.change"]);
});

test("a save on an old version is a conflict that says what stands now", async () => {
  const scope = await dossierOf();
  const id = await consultationOf(scope);
  await changeConsultation(scope, { ...FIELDS, id, lockVersion: 1 });
  await expect(
    changeConsultation(scope, { ...FIELDS, title: "Te laat", id, lockVersion: 1 }),
  ).rejects.toSatisfy(
    (error) =>
      error instanceof Conflict &&
      (error.current as { title: string; lockVersion: number }).title === FIELDS.title &&
      (error.current as { lockVersion: number }).lockVersion === 2,
  );
  expect(await getConsultation(scope, id)).toMatchObject({ title: FIELDS.title });
});

test("the newest stands first in the list, the oldest first in a choice", async () => {
  const scope = await dossierOf();
  await consultationOf(scope, { title: "Eerste", heldOn: "2026-01-10" });
  await consultationOf(scope, { title: "Tweede", heldOn: "2026-02-10" });
  await consultationOf(scope, { title: "Zonder datum", heldOn: null });
  expect((await listConsultations(scope)).rows.map((row) => row.title)).toEqual([
    "Tweede",
    "Eerste",
    "Zonder datum",
  ]);
  expect((await consultationOptions(scope)).map((row) => row.title)).toEqual([
    "Eerste",
    "Tweede",
    "Zonder datum",
  ]);
  expect((await listConsultations(scope)).rows[0]).toMatchObject({
    heldOn: "2026-02-10",
    statements: 0,
    reactions: 0,
    segments: 0,
  });
});
