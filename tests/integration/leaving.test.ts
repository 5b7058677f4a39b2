import { describe, expect, test } from "vitest";
import { administer } from "@/domain/accounts/gate";
import { logToLeave } from "@/domain/audit/commands";
import type { AuditRow } from "@/domain/audit/model";
import { dossierAudit, listAudit } from "@/domain/audit/queries";
import { gaps } from "@/domain/coverage/queries";
import { fileSlug } from "@/domain/dossiers/queries";
import { formatDate } from "@/domain/kernel/dates";
import { decideSubject } from "@/domain/personal-data/commands";
import { documentToLeave, releasePersonalData } from "@/domain/publication/commands";
import { wordDocument } from "@/domain/publication/render/word/document";
import { addReaction } from "@/domain/reactions/commands";
import { searchReactions } from "@/domain/reactions/queries";
import { removeSource } from "@/domain/removal/commands";
import { addRequirement } from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import { searchEverything } from "@/domain/search/queries";
import { getSource, listSources, managedSource } from "@/domain/sources/queries";
import { sentencesIn } from "@/i18n/sentence";
import { subjectsIn } from "@/tests/factories/personal-data";
import { unpacked } from "@/tests/tells";
import { freshDatabase } from "../database";
import { dossierOf, memberOf, SYSTEM } from "../factories/people";
import { consultationIn } from "../factories/reactions";
import { chapterOf } from "../factories/requirements";
import { sourceOf } from "../factories/sources";

freshDatabase();

const MINUTES = `# Verslag

Aanwezig: Wiebrecht Oosterkaas, Niels Vriesma, Souad Elmarkisi en Remko van der Zwaagstra

Mevrouw Oosterkaas vindt de bus te laat. Niels Vriesma belt 06-12345678. Remko van der Zwaagstra vraagt om een halte.
`;
const NAMES = /wiebrecht|oosterkaas|niels|vriesma|souad|elmarkisi|remko|zwaagstra|1234\W?5678/gi;
const namesIn = (value: unknown) =>
  (typeof value === "string" ? value : JSON.stringify(value)).match(NAMES) ?? [];

/** A dossier of which all whom the minutes name are a role, and somebody who may not see who they are. */
async function decidedDossier() {
  const scope = await dossierOf();
  const fileName = "notulen-oosterkaas_niels-vriesma.md";
  const source = await sourceOf(scope, { text: MINUTES, fileName });
  for (const { id: subjectId, lockVersion } of await subjectsIn(scope)) {
    await decideSubject(scope, { subjectId, lockVersion, redaction: "role", role: "deelnemer" });
  }
  return { scope, source, reviewer: await memberOf(scope, "reviewer") };
}

test("names are replaced however somebody typed them, and in names of files", async () => {
  const { scope, source, reviewer } = await decidedDossier();
  const consultationId = await consultationIn(scope);
  const texts = [
    ...["WIEBRECHT OOSTERKAAS vindt", "wiebrecht oosterkaas", "Wiebrecht\u00a0 Oosterkaas"],
    ...["mevrouw OOSTERKAAS", "De heer Zwaagstra", "zwaagstra, remko", "Bel 06 1234 5678"],
    ...["Bel +31 6 12345678", "Remko wil dat", "o.zwaagstra@voorbeeld.example"],
  ];
  for (const text of texts) {
    const said = { kind: "remark", text, consultationId, speaker: "WIEBRECHT" } as const;
    await addReaction(scope, said);
  }
  // "Remko" is no word of the kind "remark", nor "Niels" of a list of ours, nor "Souad" of a source.
  const read = await searchReactions(reviewer, { kind: "remark" });
  expect(read.total).toBe(texts.length);
  expect(namesIn(read)).toEqual([]);
  const coded = await gaps(reviewer, "reacties-niet-gecodeerd");
  expect(coded.total).toBe(texts.length);
  expect(namesIn(coded)).toEqual([]);
  const found = await searchEverything(reviewer, "halte", { kind: "source", page: 1 });
  expect(found.groups[0]?.total).toBe(1);
  expect(namesIn(await listSources(reviewer))).toEqual([]);
  expect(namesIn(await getSource(reviewer, source.sourceId))).toEqual([]);
});

test("a file is called by no name that was not known when the dossier got its address", async () => {
  const scope = await dossierOf(undefined, { title: "Vervoer Oosterkaas" });
  expect(await fileSlug(scope)).toBe(scope.slug);
  await sourceOf(scope, { text: MINUTES });
  expect(await fileSlug(scope)).toBe("vervoer-naam-verwijderd");
});

test("names are replaced that stand in a requirement with marks within them", async () => {
  const { scope, reviewer } = await decidedDossier();
  const piece = (text: string, ...marks: string[]) => ({
    ...{ type: "text" as const, text },
    ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
  });
  const link = { type: "link", attrs: { href: "https://voorbeeld.example/niels-vriesma" } };
  const line = [piece("Zoals Wie"), piece("brecht Ooster", "bold"), piece("kaas", "italic")];
  const paragraphs = [
    [...line, piece(" zei en "), piece("Niels", "bold"), piece(" Vriesma.")],
    [{ type: "text", text: "Zie hier.", marks: [link] }],
  ];
  const content = paragraphs.map((pieces) => ({ type: "paragraph", content: pieces }));
  const { id } = await addRequirement(scope, {
    title: "Vaste halte",
    kind: "mandatory",
    chapterId: await chapterOf(scope),
    body: { type: "doc", content },
  });
  const view = await getRequirement(reviewer, id);
  expect(JSON.stringify(view)).toContain("Zoals [deelnemer] zei en [deelnemer].");
  expect(namesIn(view)).toEqual([]);
  const { document, held } = await documentToLeave(scope, { withNames: true });
  expect(held).toBeNull();
  const date = (day: string) => formatDate(day, "nl");
  const sent = await unpacked(await wordDocument(document, { text: sentencesIn("nl"), date }));
  expect(sent).toContain("deelnemer");
  expect(namesIn(sent.replace(/<[^>]*>/g, ""))).toEqual([]);
  expect(namesIn(sent)).toEqual([]);
});

describe("the log of a dossier as a file", () => {
  const wordsOf = async (rows: AsyncIterable<AuditRow[]>) => {
    const all: AuditRow[] = [];
    for await (const batch of rows) all.push(...batch);
    return JSON.stringify(all.map(({ words }) => words));
  };

  test("is kept back while something is open, and has no name that was typed", async () => {
    const scope = await dossierOf();
    await consultationIn(scope, { title: "Gesprek met mevrouw Oosterkaas" });
    const reviewer = await memberOf(scope, "reviewer");
    expect((await logToLeave(reviewer)).held).toMatchObject({ open: 1, released: false });
    const { rows, held } = await logToLeave(scope);
    expect(held?.subjects.map(({ name }) => name)).toEqual(["mevrouw Oosterkaas"]);
    expect(await wordsOf(rows)).not.toMatch(/Oosterkaas/);
    await releasePersonalData(scope, { key: held?.key ?? "", reason: "De accountant wacht." });
    const answered = await logToLeave(scope);
    expect(answered.held).toBeNull();
    expect(await wordsOf(answered.rows)).toContain("Gesprek met [naam verwijderd]");
  });

  test("names nobody of a source that was removed", async () => {
    const { scope, source } = await decidedDossier();
    const admin = administer(SYSTEM);
    const { title } = await managedSource(admin, scope.dossierId, source.sourceId);
    await removeSource(admin, { sourceId: source.sourceId, title, reason: "Vergissing." });
    // Somebody else, who reads anew.
    const other = await memberOf(scope, "reviewer");
    const log = await dossierAudit(other);
    expect(JSON.stringify(log)).toContain("Notulen [deelnemer] [deelnemer]");
    expect(namesIn(log)).toEqual([]);
    expect(namesIn(await listAudit(admin, { dossier: scope.slug }))).toEqual([]);
    expect(namesIn(await wordsOf((await logToLeave(scope)).rows))).toEqual([]);
    // Who stands in no words that stay is gone, as the source is.
    expect((await subjectsIn(scope)).map(({ name }) => name)).toEqual([
      ...["Niels Vriesma", "Wiebrecht Oosterkaas"],
    ]);
  });
});
