import { expect, test } from "vitest";
import { gaps } from "@/domain/coverage/queries";
import { formatDate } from "@/domain/kernel/dates";
import { decideSubject } from "@/domain/personal-data/commands";
import { documentToLeave } from "@/domain/publication/commands";
import { wordDocument } from "@/domain/publication/render/word/document";
import { addReaction } from "@/domain/reactions/commands";
import { searchReactions } from "@/domain/reactions/queries";
import { addRequirement } from "@/domain/requirements/commands";
import { getRequirement } from "@/domain/requirements/queries";
import { searchEverything } from "@/domain/search/queries";
import { getSource, listSources } from "@/domain/sources/queries";
import { sentencesIn } from "@/i18n/sentence";
import { subjectsIn } from "@/tests/factories/personal-data";
import { unpacked } from "@/tests/tells";
import { freshDatabase } from "../database";
import { dossierOf, memberOf } from "../factories/people";
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
