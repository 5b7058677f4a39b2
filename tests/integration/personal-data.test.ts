import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit, personalFind, personalSubject, sourceVersion } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { asOutsider, openDossierToRead } from "@/domain/dossiers/gate";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import { type ReaderScope, readerOf } from "@/domain/kernel/scope";
import { decideSubject, reopenSubject } from "@/domain/personal-data/commands";
import { removeFinds } from "@/domain/personal-data/rows";
import { wordsThrough } from "@/domain/redaction/rows";
import { removeSource } from "@/domain/removal/commands";
import { searchSourceJob } from "@/domain/sources/jobs";
import { listBlocks } from "@/domain/sources/queries";
import { subjectsIn } from "@/tests/factories/personal-data";
import { expectAudit } from "../audit";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { sourceOf } from "../factories/sources";

freshDatabase();

const MINUTES = `# Overleg over de bus

Aanwezig: Marleen Ottens, mw. De Wit en Sem Bos

Mevrouw Ottens vindt de bus te laat. Bel 06-12345678.
`;

async function subjectNamed(scope: ReaderScope, name: string) {
  const found = (await subjectsIn(scope)).find((subject) => subject.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

/** What others read of a source, by the layer. */
async function shown(scope: ReaderScope, sourceVersionId: string, text: string) {
  const others = asOutsider(scope);
  const [read] = await wordsThrough(await database(), others, sourceVersionId, [
    { text, start: 0 },
  ]);
  return read;
}

test("what was found when a source was read stands under whom it is of", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: MINUTES });
  const subjects = await subjectsIn(scope);
  expect(
    subjects.map(({ kind, name, places, redaction }) => [kind, name, places, redaction]),
  ).toEqual([
    ["name", "Marleen Ottens", 2, "open"],
    ["name", "mw. De Wit", 1, "open"],
    ["name", "Sem Bos", 1, "open"],
    ["phone", "06-12345678", 1, "open"],
  ]);
  // Another source: the same people, and no new ones.
  await sourceOf(scope, { text: "# Verslag\n\nM. Ottens belt mevrouw De Wit." });
  const again = await subjectNamed(scope, "Marleen Ottens");
  expect(again).toMatchObject({ places: 3, sources: 2 });
  expect(await subjectsIn(scope)).toHaveLength(4);
});

test("nothing that is open is read by others, and what is decided reads on", async () => {
  const scope = await dossierOf();
  const { sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  const open = await shown(scope, sourceVersionId, MINUTES);
  expect(open).toContain("Aanwezig: [naam verwijderd], [naam verwijderd] en [naam verwijderd]");
  const ottens = await subjectNamed(scope, "Marleen Ottens");
  await decideSubject(scope, {
    subjectId: ottens.id,
    lockVersion: 1,
    redaction: "role",
    role: "schoolleider",
  });
  await expectAudit(scope, "personalSubject.decide", {
    entity: "personalSubject",
    entityId: ottens.id,
    before: { redaction: "open", role: null, reason: null, code: null },
    after: { redaction: "role", role: "schoolleider", reason: null, code: null },
  });
  const sem = await subjectNamed(scope, "Sem Bos");
  await decideSubject(scope, { subjectId: sem.id, lockVersion: 1, redaction: "code" });
  const wit = await subjectNamed(scope, "mw. De Wit");
  const keep = { subjectId: wit.id, redaction: "keep", reason: "Wethouder in functie." } as const;
  await decideSubject(scope, { ...keep, lockVersion: 1 });
  const decided = await shown(scope, sourceVersionId, MINUTES);
  expect(decided).toContain("Aanwezig: [schoolleider], mw. De Wit en [P-01]");
  expect(decided).toContain(
    "[schoolleider] vindt de bus te laat. Bel [telefoonnummer verwijderd].",
  );
  const typed = "Vraag het aan mevrouw Ottens of Sem Bos.";
  expect((await readerOf(asOutsider(scope)))(typed)).toBe(
    "Vraag het aan [schoolleider] of [P-01].",
  );
});

test("a decision is taken back, and a code stays that person's", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: MINUTES });
  const { id } = await subjectNamed(scope, "Sem Bos");
  await decideSubject(scope, { subjectId: id, lockVersion: 1, redaction: "code" });
  await reopenSubject(scope, { subjectId: id, lockVersion: 2 });
  await expectAudit(scope, "personalSubject.reopen", {
    entity: "personalSubject",
    entityId: id,
    before: { redaction: "code", role: null, reason: null, code: 1 },
    after: { redaction: "open", role: null, reason: null, code: 1 },
  });
  await decideSubject(scope, { subjectId: id, lockVersion: 3, redaction: "code" });
  expect(await subjectNamed(scope, "Sem Bos")).toMatchObject({ redaction: "code", code: 1 });
  const stale = { subjectId: id, lockVersion: 2, redaction: "none" } as const;
  await expect(decideSubject(scope, stale)).rejects.toThrow(Conflict);
  await expect(reopenSubject(scope, { subjectId: id, lockVersion: 2 })).rejects.toThrow(Conflict);
});

test("names are for authors, and of their own dossier", async () => {
  const scope = await dossierOf(undefined, { title: "Vraag van Sem Bos" });
  await sourceOf(scope, { text: MINUTES });
  const { id: subjectId } = await subjectNamed(scope, "Sem Bos");
  const reviewer = await memberOf(scope, "reviewer");
  await expect(subjectsIn(reviewer)).rejects.toThrow(Forbidden);
  expect((await openDossierToRead(reviewer.actor, scope.slug)).title).toBe(
    "Vraag van [naam verwijderd]",
  );
  const asked = { subjectId, lockVersion: 1, redaction: "none" } as const;
  await expect(decideSubject(reviewer, asked)).rejects.toThrow(Forbidden);
  const stranger = await dossierOf();
  await expect(decideSubject(stranger, asked)).rejects.toThrow(NotFound);
  await expect(reopenSubject(stranger, asked)).rejects.toThrow(NotFound);
  const unsaid = { subjectId, lockVersion: 1, redaction: "keep", reason: " " } as const;
  await expect(decideSubject(scope, unsaid)).rejects.toThrow(Invalid);
});

test("the log names nobody, and is whole", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: MINUTES });
  const { id } = await subjectNamed(scope, "Marleen Ottens");
  await decideSubject(scope, { subjectId: id, lockVersion: 1, redaction: "code" });
  const rows = await (await database()).select().from(audit);
  expect(JSON.stringify(rows)).not.toMatch(/Ottens|Marleen/);
  expect((await verifyAudit(administer(SYSTEM))).whole).toBe(true);
});

test("a source that is removed takes its finds along, and who stood nowhere else", async () => {
  const scope = await dossierOf();
  const { sourceId, sourceVersionId, title } = await sourceOf(scope, { text: MINUTES });
  await sourceOf(scope, { text: "# Verslag\n\nM. Ottens belt." });
  await removeSource(administer(SYSTEM), { sourceId, title, reason: "Verkeerd dossier." });
  const db = await database();
  const left = await db
    .select()
    .from(personalSubject)
    .where(eq(personalSubject.dossierId, scope.dossierId));
  expect(left.map(({ name }) => name)).toEqual(["Marleen Ottens"]);
  const finds = await db
    .select()
    .from(personalFind)
    .where(eq(personalFind.sourceVersionId, sourceVersionId));
  expect(finds).toEqual([]);
  expect(
    await db.select().from(sourceVersion).where(eq(sourceVersion.id, sourceVersionId)),
  ).toEqual([]);
});

test("a text that came in before there was a search is hidden from others until it was searched", async () => {
  const scope = await dossierOf();
  const { sourceId, sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  const db = await database();
  const versions = db
    .select({ id: sourceVersion.id })
    .from(sourceVersion)
    .where(eq(sourceVersion.id, sourceVersionId));
  await db.transaction((tx) => removeFinds(tx, versions));
  expect(await subjectsIn(scope)).toEqual([]);
  expect(await shown(scope, sourceVersionId, MINUTES)).toBe("[wordt nog nagekeken]");
  const [hidden] = (await listBlocks(asOutsider(scope), { versionId: sourceVersionId }, 1)).rows;
  expect(hidden?.text).toMatch(/^█+$/);

  const due = (await searchSourceJob.due?.(db)) ?? [];
  expect(due.map(({ data }) => data)).toEqual([
    { dossierId: scope.dossierId, sourceId, sourceVersionId },
  ]);
  await searchSourceJob.run(due[0]?.data, AbortSignal.timeout(60_000));
  await expectAudit(scope, "source.search", {
    entity: "source",
    entityId: sourceId,
    after: { personalData: 5 },
  });
  expect(await shown(scope, sourceVersionId, MINUTES)).toContain("Aanwezig: [naam verwijderd],");
  expect(await searchSourceJob.due?.(db)).toEqual([]);
  await searchSourceJob.run(due[0]?.data, AbortSignal.timeout(60_000));
  expect(await subjectsIn(scope)).toHaveLength(4);
});
