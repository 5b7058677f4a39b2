import { expect, test } from "vitest";
import { database } from "@/db/client";
import { audit } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { asOutsider } from "@/domain/dossiers/gate";
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
  nextOpen,
  placesOfSubject,
  readByOthers,
  subjectList,
} from "@/domain/personal-data/queries";
import { wordsThrough } from "@/domain/redaction/rows";
import { replacementOf } from "@/domain/redaction/rules";
import { subjectsIn } from "@/tests/factories/personal-data";
import { expectAudit } from "../audit";
import { crowd } from "../crowd";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { revised, sourceOf } from "../factories/sources";

freshDatabase();

const MINUTES = `# Overleg over de bus

Aanwezig: Marleen Ottens, mw. De Wit en Sem Bos

Mevrouw Ottens vindt de bus te laat. Bel 06-12345678 of mail naar bos@school.example.

Daarna vertelt Marleen Ottens over de 😀 haltes. Snorrebol was er niet.
`;

async function named(scope: ReaderScope, name: string) {
  const found = (await subjectsIn(scope)).find((subject) => subject.name === name);
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

test("taken back, what was decided before counts again, with the places that were left", async () => {
  const scope = await dossierOf();
  const { sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  const ottens = await named(scope, "Marleen Ottens");
  const seen = (await placesOfSubject(scope, ottens.subjectId, 1)).rows.map(keyOfPlace);
  const about = (lockVersion: number) => ({ ...ottens, lockVersion });
  const left = (...keys: (string | undefined)[]) => ({
    places: { seen, ticked: seen.filter((key) => !keys.includes(key)) },
  });
  const read = () => shown(scope, sourceVersionId, MINUTES);
  await decideSubject(scope, {
    ...about(1),
    redaction: "role",
    role: "schoolleider",
    ...left(seen[0]),
  });
  const first = await read();
  await decideSubject(scope, { ...about(2), redaction: "code", ...left(seen[1]) });
  const second = await read();
  expect(second).toContain("Mevrouw Ottens vindt");
  const reason = "Wethouder in functie.";
  await decideSubject(scope, { ...about(3), redaction: "keep", reason });
  const back = (lockVersion: number) => reopenSubjects(scope, { subjects: [about(lockVersion)] });
  await back(4);
  expect(await read()).toBe(second);
  await expectAudit(scope, "personalSubject.reopen", {
    entity: "personalSubject",
    entityId: ottens.subjectId,
    before: { redaction: "keep", role: null, reason, code: 1 },
    after: { redaction: "code", role: null, reason: null, code: 1 },
  });
  // The one before it is what can be taken back next, until nothing is decided.
  expect((await lastDecision(scope))?.subjects[0]).toMatchObject({ redaction: "code" });
  await back(5);
  expect(await read()).toBe(first);
  await back(6);
  expect(await read()).not.toContain("Ottens");
  await expect(back(7)).rejects.toThrow(NotFound);
  expect((await verifyAudit(await administer(SYSTEM))).faults).toEqual([]);
});

test("who is decided on often can be taken back twenty times, and then is open", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: MINUTES });
  const { subjectId } = await named(scope, "Sem Bos");
  for (let lockVersion = 1; lockVersion <= 25; lockVersion++) {
    const role = `leerling ${lockVersion}`;
    await decideSubject(scope, { subjectId, lockVersion, redaction: "role", role });
  }
  for (let lockVersion = 26; lockVersion <= 46; lockVersion++) {
    await reopenSubjects(scope, { subjects: [{ subjectId, lockVersion }] });
    const { redaction, role } = await getSubject(scope, subjectId);
    expect(role).toBe(lockVersion === 46 ? null : `leerling ${25 - (lockVersion - 25)}`);
    expect(redaction).toBe(lockVersion === 46 ? "open" : "role");
  }
});

test("what was left in a block stays so in the next version, where the block says the same", async () => {
  const scope = await dossierOf();
  const { sourceId } = await sourceOf(scope, { text: `${MINUTES}\nDank aan Sem Bos.\n` });
  const bos = await named(scope, "Sem Bos");
  const places = (await placesOfSubject(scope, bos.subjectId, 1)).rows;
  expect(places).toHaveLength(2);
  const seen = places.map(keyOfPlace);
  await decideSubject(scope, { ...bos, redaction: "code", places: { seen, ticked: [] } });
  // Before it comes another block, and the first that named him says something else.
  const text = `Vooraf koffie.\n\n${MINUTES.replace("Aanwezig:", "Aanwezig waren:")}\nDank aan Sem Bos.\n`;
  const versionId = await revised(scope, sourceId, text);
  const read = await shown(scope, versionId, text);
  expect(read).toContain("Dank aan Sem Bos.");
  expect(read).toContain("[naam verwijderd] en [P-01]");
  // Two blocks that say the same, of which one was left: nobody knows which is which.
  const twice = "Dank aan Sem Bos.\n\nGroet.\n\nDank aan Sem Bos.\n";
  const other = await sourceOf(scope, { text: twice });
  const two = (await placesOfSubject(scope, bos.subjectId, 1)).rows.filter(
    (place) => place.sourceId === other.sourceId,
  );
  const keys = two.map(keyOfPlace);
  const lockVersion = (await getSubject(scope, bos.subjectId)).lockVersion;
  await decideSubject(scope, {
    ...bos,
    lockVersion,
    redaction: "code",
    places: { seen: keys, ticked: keys.slice(1) },
  });
  const again = `${twice}\nTot ziens.\n`;
  const next = await revised(scope, other.sourceId, again);
  expect(await shown(scope, next, again)).not.toContain("Sem Bos");
});

test("who comes by a fuller name is called by it, and the log says so without it", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: "# Verslag\n\nMevrouw A. de Vries opent de vergadering.\n" });
  const [only] = await subjectsIn(scope);
  expect(only?.name).toMatch(/A\. de Vries$/);
  const subjectId = only?.id ?? "";
  await decideSubject(scope, { subjectId, lockVersion: 1, redaction: "code" });
  await sourceOf(scope, { text: "# Verslag\n\nAanwezig: Anna de Vries en Sem Bos.\n" });
  expect(await getSubject(scope, subjectId)).toMatchObject({ name: "Anna de Vries", code: 1 });
  expect(await subjectsIn(scope)).toHaveLength(2);
  expect((await verifyAudit(await administer(SYSTEM))).faults).toEqual([]);
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

test("what is sent for one reaches nobody else: not by the place, the dossier or the number of times", async () => {
  const scope = await dossierOf();
  const { sourceVersionId } = await sourceOf(scope, { text: MINUTES });
  const other = await dossierOf();
  const theirs = await sourceOf(other, { text: MINUTES });
  const [ottens, bos] = [await named(scope, "Marleen Ottens"), await named(scope, "Sem Bos")];
  const places = async (of: ReaderScope, subjectId: string) =>
    (await placesOfSubject(of, subjectId, 1)).rows.map(keyOfPlace);
  const away = [
    ...(await places(scope, bos.subjectId)),
    ...(await places(other, (await named(other, "Marleen Ottens")).subjectId)),
    `${sourceVersionId}:999999999`,
  ];
  await decideSubject(scope, {
    ...ottens,
    redaction: "code",
    places: { seen: away, ticked: [] },
  });
  expect(await shown(scope, sourceVersionId, MINUTES)).not.toMatch(/Ottens|Bos/);
  expect(await shown(other, theirs.sourceVersionId, MINUTES)).not.toMatch(/Ottens|Bos/);
  // All or none: one that is of another dossier, and one that is sent twice.
  const stranger = await named(other, "Sem Bos");
  const group = (...subjects: (typeof bos)[]) =>
    decideSubjects(scope, { subjects, redaction: "none" });
  await expect(group(bos, stranger)).rejects.toThrow(NotFound);
  await expect(group(bos, bos)).rejects.toThrow(Conflict);
  expect(await getSubject(scope, bos.subjectId)).toMatchObject({ redaction: "open" });
  await expect(mergeSubjects(scope, { ...bos, intoId: stranger.subjectId })).rejects.toThrow(
    NotFound,
  );
  // Pressed twice it is done once, and what was seen by then is refused.
  const twice = () => decideSubject(scope, { ...bos, redaction: "code" }, { key: "dubbel" });
  expect(await twice()).toEqual(await twice());
  await expect(decideSubject(scope, { ...bos, redaction: "none" })).rejects.toThrow(Conflict);
});

test("a role names nobody who is replaced", async () => {
  const scope = await dossierOf();
  await sourceOf(scope, { text: MINUTES });
  const bos = await named(scope, "Sem Bos");
  const call = (role: string) => decideSubject(scope, { ...bos, redaction: "role", role });
  for (const role of ["Sem Bos", "zoon van mevrouw Ottens", "vader (bel 06-12345678)"]) {
    await expect(call(role)).rejects.toMatchObject({
      fields: { role: "personalData.errors.roleNames" },
    });
  }
  await call("leerling 👩🏽‍🏫 é");
});

test("hundreds of people are found, listed by page and decided on in two acts", async () => {
  const scope = await dossierOf();
  const { text, names } = crowd(400);
  const { sourceVersionId } = await sourceOf(scope, { text });
  const all = await subjectList(scope, { show: "open" });
  expect([all.total, all.rows.length, all.pages]).toEqual([400, 50, 8]);
  const [first] = all.rows;
  expect((await getSubject(scope, first?.id ?? "")).others).toHaveLength(399);
  expect(await nextOpen(scope, { show: "open" }, first?.id ?? null)).toBe(all.rows[1]?.id);
  for (const left of [400, 200]) {
    const list = await subjectList(scope, { show: "open", size: 200 });
    expect(list.total).toBe(left);
    const subjects = list.rows.map(({ id, lockVersion }) => ({ subjectId: id, lockVersion }));
    await decideSubjects(scope, { subjects, redaction: "code" });
  }
  expect(await countOpen(scope)).toBe(0);
  expect((await lastDecision(scope))?.subjects).toHaveLength(200);
  const read = await shown(scope, sourceVersionId, text);
  expect(names.filter((name) => read.includes(name))).toEqual([]);
  expect(new Set(read.match(/\[P-\d+\]/g)).size).toBe(400);
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
