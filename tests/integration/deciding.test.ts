import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import { disableAccount } from "@/domain/accounts/commands";
import { administer } from "@/domain/accounts/gate";
import { accountDetailsOf } from "@/domain/accounts/queries";
import { auditChoices, auditRows, listAudit, verifyAudit } from "@/domain/audit/queries";
import { asOutsider } from "@/domain/dossiers/gate";
import { listDossiers, listMyDossiers, managedDossier } from "@/domain/dossiers/queries";
import { Conflict, Forbidden, Invalid, NotFound } from "@/domain/kernel/errors";
import { type ReaderScope, readerOf } from "@/domain/kernel/scope";
import {
  addSubject,
  decideSubject,
  decideSubjects,
  mergeSubjects,
  noteNamesShown,
  partForm,
  reopenSubjects,
} from "@/domain/personal-data/commands";
import { keyOfPlace } from "@/domain/personal-data/model";
import {
  countOpen,
  getSubject,
  lastDecision,
  listSubjects,
  nextOpen,
  placesOfSubject,
  readByOthers,
  subjectList,
} from "@/domain/personal-data/queries";
import { wordsThrough } from "@/domain/redaction/rows";
import { replacementOf } from "@/domain/redaction/rules";
import { removeSource } from "@/domain/sources/commands";
import { managedSources } from "@/domain/sources/queries";
import { expectAudit } from "../audit";
import { freshDatabase } from "../database";
import { dossierOf, enlist, memberOf, person, SYSTEM } from "../factories/people";
import { sourceOf } from "../factories/sources";
import { expectRefused } from "../refused";

freshDatabase();

const MINUTES = `# Overleg over de bus

Aanwezig: Marleen Ottens, mw. De Wit en Sem Bos

Mevrouw Ottens vindt de bus te laat. Bel 06-12345678 of mail naar bos@school.example.

Daarna vertelt Marleen Ottens over de 😀 haltes. Snorrebol was er niet.
`;

async function named(scope: ReaderScope, name: string) {
  const found = (await listSubjects(scope)).find((subject) => subject.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return { subjectId: found.id, lockVersion: found.lockVersion };
}

async function shown(scope: ReaderScope, sourceVersionId: string, text: string) {
  const [read = ""] = await wordsThrough(await database(), asOutsider(scope), sourceVersionId, [
    { text, start: 0 },
  ]);
  return read;
}

test("the list is of who was asked for, with the sums of all", async () => {
  const scope = await dossierOf();
  const { sourceId } = await sourceOf(scope, { text: MINUTES });
  await sourceOf(scope, { text: "# Verslag\n\nMevrouw Haverkort belt." });
  await decideSubject(scope, { ...(await named(scope, "Sem Bos")), redaction: "none" });
  const list = await subjectList(scope, { show: "all" });
  expect(list.rows.map(({ name }) => name)).toEqual([
    "Marleen Ottens",
    "Mevrouw Haverkort",
    "mw. De Wit",
    "Sem Bos",
    "06-12345678",
    "bos@school.example",
  ]);
  expect(list.counts).toEqual({ all: 6, open: 5, replaced: 0, keep: 0, none: 1 });
  expect(await countOpen(scope)).toBe(5);
  const names = async (asked: Parameters<typeof subjectList>[1]) =>
    (await subjectList(scope, asked)).rows.map(({ name }) => name);
  expect(await names({ show: "none" })).toEqual(["Sem Bos"]);
  expect(await names({ show: "all", search: "ottens" })).toEqual(["Marleen Ottens"]);
  expect(await names({ show: "open", group: "contact" })).toEqual([
    "06-12345678",
    "bos@school.example",
  ]);
  expect(await names({ show: "open", sourceId })).not.toContain("Mevrouw Haverkort");
  expect(await names({ show: "open", sourceId: "geen id" })).toEqual([]);
  const second = await subjectList(scope, { show: "all", page: 2, size: 4 });
  expect([second.page, second.pages, second.rows.length]).toEqual([2, 2, 2]);
  expect(await names({ show: "all", unsure: true })).toEqual([]);
});

test("one follows the other until nothing is open, and one is taken back at a time", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: MINUTES });
  const ottens = await named(scope, "Marleen Ottens");
  const wit = await named(scope, "mw. De Wit");
  const bos = await named(scope, "Sem Bos");
  expect(await nextOpen(scope, { show: "open" }, ottens.subjectId)).toBe(wit.subjectId);
  await decideSubject(scope, { ...ottens, redaction: "code" });
  // Decided, it stands last of the people.
  expect(await nextOpen(scope, { show: "open", group: "people" }, ottens.subjectId)).toBe(
    wit.subjectId,
  );
  expect(await nextOpen(scope, { show: "open", search: "wit" }, wit.subjectId)).toBeNull();
  await decideSubjects(scope, { subjects: [wit, bos], redaction: "removed" });
  const last = await lastDecision(scope);
  expect(last?.subjects.map(({ name, role }) => [name, role])).toEqual([
    ["mw. De Wit", "naam verwijderd"],
    ["Sem Bos", "naam verwijderd"],
  ]);
  const back = last?.subjects.map(({ id, lockVersion }) => ({ subjectId: id, lockVersion })) ?? [];
  await reopenSubjects(scope, { subjects: back });
  expect((await lastDecision(scope))?.subjects.map(({ name }) => name)).toEqual(["Marleen Ottens"]);
  // Another tab still has them: all or none.
  await expect(reopenSubjects(scope, { subjects: back })).rejects.toThrow(Conflict);
  const other = await memberOf(scope, "author");
  expect(await lastDecision(other)).toBeNull();
});

test("an unticked place stays as it is, and is replaced again when it is open", async () => {
  const scope = await dossierOf();
  const { sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  const ottens = await named(scope, "Marleen Ottens");
  const places = await placesOfSubject(scope, ottens.subjectId, 1);
  expect(places.rows.map(({ words, block }) => [words, block])).toEqual([
    ["Marleen Ottens", 2],
    ["Mevrouw Ottens", 3],
    ["Marleen Ottens", 4],
  ]);
  expect(places.rows[0]?.before).toBe("Aanwezig: ");
  expect(places.rows[2]?.after).toContain("over de 😀 haltes");
  const seen = places.rows.map(keyOfPlace);
  const asked = { ...ottens, redaction: "role", role: "schoolleider" } as const;
  await decideSubject(scope, { ...asked, places: { seen, ticked: seen.slice(1) } });
  await expectAudit(scope, "personalSubject.decide", {
    entity: "personalSubject",
    entityId: ottens.subjectId,
    before: { redaction: "open", role: null, reason: null, code: null },
    after: { redaction: "role", role: "schoolleider", reason: null, code: null, places: 1 },
  });
  const read = await shown(scope, sourceVersionId, MINUTES);
  expect(read).toContain("Aanwezig: Marleen Ottens, [naam verwijderd]");
  expect(read).toContain("[schoolleider] vindt de bus te laat.");
  expect((await placesOfSubject(scope, ottens.subjectId, 1)).ticked).toBe(2);
  // The piece beside it says the same, word for word.
  const excerpts = await readByOthers(scope, ottens.subjectId);
  const words = excerpts.map(({ pieces }) =>
    pieces
      .map(({ text, find }) => (find && !find.stays ? (replacementOf(find) ?? text) : text))
      .join(""),
  );
  expect(words.length).toBe(3);
  for (const piece of words) expect(read).toContain(piece);
  await reopenSubjects(scope, { subjects: [{ ...ottens, lockVersion: 2 }] });
  expect(await shown(scope, sourceVersionId, MINUTES)).not.toContain("Ottens");
});

test("one way of writing is of somebody else, and two are the same", async () => {
  const scope = await dossierOf();
  const { sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  const ottens = await named(scope, "Marleen Ottens");
  await decideSubject(scope, { ...ottens, redaction: "code" });
  const { forms } = await getSubject(scope, ottens.subjectId);
  const formId = forms.find(({ text }) => text === "Mevrouw Ottens")?.id ?? "";
  const stale = { ...ottens, formId };
  await expect(partForm(scope, stale)).rejects.toThrow(Conflict);
  const { id } = await partForm(scope, { ...stale, lockVersion: 2 });
  await expectAudit(scope, "personalSubject.part", {
    entity: "personalSubject",
    entityId: id,
    after: { kind: "name", redaction: "open", forms: 1 },
  });
  expect(await shown(scope, sourceVersionId, MINUTES)).toContain(
    "Aanwezig: [P-01], [naam verwijderd] en [naam verwijderd]\n\n[naam verwijderd] vindt",
  );
  await expect(partForm(scope, { ...stale, lockVersion: 3 })).rejects.toThrow(NotFound);
  const [only] = (await getSubject(scope, id)).forms;
  const alone = { subjectId: id, lockVersion: 1, formId: only?.id ?? "" };
  await expect(partForm(scope, alone)).rejects.toThrow(Invalid);

  const merge = { subjectId: id, lockVersion: 1, intoId: ottens.subjectId };
  const phone = await named(scope, "06-12345678");
  await expect(mergeSubjects(scope, { ...merge, intoId: phone.subjectId })).rejects.toThrow(
    Invalid,
  );
  await expect(mergeSubjects(scope, { ...merge, intoId: id })).rejects.toThrow(Invalid);
  await mergeSubjects(scope, merge);
  await expectAudit(scope, "personalSubject.merge", {
    entity: "personalSubject",
    entityId: ottens.subjectId,
    before: { redaction: "code", role: null, reason: null, code: 1, forms: 1 },
    after: { redaction: "code", role: null, reason: null, code: 1, forms: 2 },
  });
  expect(await shown(scope, sourceVersionId, MINUTES)).toContain("[P-01] vindt");
  await expect(getSubject(scope, id)).rejects.toThrow(NotFound);
  // The one that is open takes over what was decided on the other.
  const bos = await named(scope, "Sem Bos");
  const code = await named(scope, "Marleen Ottens");
  await mergeSubjects(scope, { ...code, intoId: bos.subjectId });
  expect(await getSubject(scope, bos.subjectId)).toMatchObject({ redaction: "code", code: 1 });
});

test("what was not found is added by hand, and others read it nowhere", async () => {
  const scope = await dossierOf();
  const { sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  expect(await shown(scope, sourceVersionId, MINUTES)).toContain("Snorrebol was er niet");
  const { id, places } = await addSubject(scope, { kind: "name", text: "Snorrebol" });
  expect(places).toBe(1);
  await expectAudit(scope, "personalSubject.add", {
    entity: "personalSubject",
    entityId: id,
    after: { kind: "name", redaction: "open", places: 1 },
  });
  expect(await shown(scope, sourceVersionId, MINUTES)).toContain("[naam verwijderd] was er niet");
  await expect(addSubject(scope, { kind: "name", text: " Snorrebol " })).rejects.toThrow(Invalid);
  await expect(addSubject(scope, { kind: "name", text: "P" })).rejects.toThrow(Invalid);
  // In a text that comes later, and in what is typed.
  const later = "# Verslag\n\nwij spraken af dat Snorrebol en snorrebolletjes er zijn.\n";
  const second = await sourceOf(scope, { text: later });
  expect(await shown(scope, second.sourceVersionId, later)).toContain(
    "dat [naam verwijderd] en snorrebolletjes er",
  );
  expect((await placesOfSubject(scope, id, 1)).total).toBe(2);
  expect(await (await readerOf(asOutsider(scope)))("Vraag Snorrebol.")).toBe(
    "Vraag [naam verwijderd].",
  );
  // A whole name goes before a part of it, and a part of what was found adds nothing.
  await addSubject(scope, { kind: "organisation", text: "Marleen Ottens over de" });
  expect(await shown(scope, sourceVersionId, MINUTES)).toContain(
    "Daarna vertelt [organisatie verwijderd] 😀 haltes",
  );
  expect((await addSubject(scope, { kind: "name", text: "Ottens" })).places).toBe(0);
});

test("several get one decision, each with a code of its own", async () => {
  const scope = await dossierOf();
  const { sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  const people = [await named(scope, "mw. De Wit"), await named(scope, "Sem Bos")];
  await decideSubjects(scope, { subjects: people, redaction: "code" });
  expect(await shown(scope, sourceVersionId, MINUTES)).toContain("[P-01] en [P-02]");
  const contact = [await named(scope, "06-12345678"), await named(scope, "bos@school.example")];
  const asked = { subjects: contact, redaction: "removed" } as const;
  const twice = { key: crypto.randomUUID() };
  await decideSubjects(scope, asked, twice);
  await decideSubjects(scope, asked, twice);
  expect((await subjectList(scope, { show: "replaced" })).total).toBe(4);
  const stale = { subjects: [await named(scope, "Marleen Ottens"), ...contact] };
  await expect(decideSubjects(scope, { ...stale, redaction: "none" })).rejects.toThrow(Conflict);
  expect(await named(scope, "Marleen Ottens")).toMatchObject({ lockVersion: 1 });
  await expect(decideSubjects(scope, { subjects: [], redaction: "none" })).rejects.toThrow(Invalid);
});

test("seeing the names is in the log once a day for each, and the log names nobody", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: MINUTES });
  expect(await noteNamesShown(scope, {})).toEqual({ noted: true });
  expect(await noteNamesShown(scope, {})).toEqual({ noted: false });
  await expectAudit(scope, "personalSubject.view", {
    entity: "dossier",
    entityId: scope.dossierId,
    after: { names: "shown" },
  });
  expect(await noteNamesShown(await memberOf(scope, "author"), {})).toEqual({ noted: true });
  const reviewer = await memberOf(scope, "reviewer");
  await expect(noteNamesShown(reviewer, {})).rejects.toThrow(Forbidden);
  expect(await countOpen(reviewer)).toBeNull();
  const ottens = await named(scope, "Marleen Ottens");
  const bos = await named(scope, "Sem Bos");
  await addSubject(scope, { kind: "name", text: "Snorrebol" });
  await mergeSubjects(scope, { ...ottens, intoId: bos.subjectId });
  const rows = await (await database()).select().from(audit);
  expect(JSON.stringify(rows)).not.toMatch(/Ottens|Marleen|Snorrebol|Sem Bos/);
  expect((await verifyAudit(administer(SYSTEM))).whole).toBe(true);
});

test("who is not in a dossier, or sees no names there, reads none in its title or in those of its sources", async () => {
  const author = await person();
  const scope = await dossierOf(author, { title: "Vraag van Marleen Ottens" });
  const { sourceId } = await sourceOf(scope, { text: MINUTES, title: "Verslag van mw. De Wit" });
  await decideSubject(scope, {
    ...(await named(scope, "Marleen Ottens")),
    redaction: "role",
    role: "schoolleider",
  });
  const title = "Vraag van [schoolleider]";
  const stakeholder = await person();
  await enlist(scope.slug, stakeholder.id, "stakeholder");
  const titlesOf = async (who: typeof author) =>
    (await listMyDossiers(who)).dossiers.map((one) => one.title);
  expect(await titlesOf(author)).toEqual(["Vraag van Marleen Ottens"]);
  expect(await titlesOf(stakeholder)).toEqual([title]);

  const all = administer(SYSTEM);
  expect((await managedDossier(all, scope.slug)).title).toBe(title);
  const { rows } = await listDossiers(all);
  expect(rows.find(({ id }) => id === scope.dossierId)?.title).toBe(title);
  const sources = await managedSources(all, scope.dossierId);
  expect(sources.rows.map((row) => row.title)).toEqual(["Verslag van [naam verwijderd]"]);
  expect((await accountDetailsOf(all, author.id)).soleAuthorOf).toEqual([title]);
  await expectRefused("[schoolleider]", [disableAccount(all, { accountId: author.id })]);
  const said = [
    await listAudit(all, { dossier: scope.slug }),
    await auditChoices(all),
    await (await auditRows(all, { dossier: scope.slug })).next(),
  ];
  expect(JSON.stringify(said)).toContain(title);
  expect(JSON.stringify(said)).not.toMatch(/Ottens|De Wit/);

  // What one types to remove it is what one reads.
  const removal = { sourceId, reason: "Per ongeluk" };
  await expectRefused(Invalid, [
    removeSource(all, { ...removal, title: "Verslag van mw. De Wit" }),
  ]);
  await removeSource(all, { ...removal, title: "Verslag van [naam verwijderd]" });
});
