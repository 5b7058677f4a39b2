import { describe, expect, test } from "vitest";
import { sha256 } from "@/db/hash";
import {
  ignoreRequirementFinding,
  ignoreStatementFinding,
  showFindingAgain,
} from "@/domain/findings/commands";
import {
  findingCounts,
  findingPage,
  requirementFindings,
  statementFindings,
  writingFindings,
} from "@/domain/findings/queries";
import { Forbidden, NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { decideSubject } from "@/domain/personal-data/commands";
import { dropRequirement, saveRequirement } from "@/domain/requirements/commands";
import { importSource } from "@/domain/sources/commands";
import { bodyOfLines } from "@/domain/text/rich-text";
import { freshDatabase } from "../database";
import { dossierOf, memberOf } from "../factories/people";
import { subjectsIn } from "../factories/personal-data";
import { statementIn } from "../factories/reactions";
import { chapterOf, requirementOf } from "../factories/requirements";
import { fileOf } from "../factories/sources";
import { expectRefused } from "../refused";

freshDatabase();

const VAGUE = "De opdrachtnemer reageert zo snel mogelijk op een vraag van de school.";
const GOOD = "De opdrachtnemer belt elke school ten minste eenmaal per kwartaal op.";

const rulesOf = (findings: readonly { rule: string; ignored: unknown }[]) =>
  findings.filter(({ ignored }) => !ignored).map(({ rule }) => rule);

/** A requirement with all its fields, so that only its words are judged. */
const full = { evidence: "Een plan.", verification: "Steekproef per jaar." };
async function written(scope: ReaderScope, text: string, chapterId?: string) {
  const { id, code } = await requirementOf(scope, {
    text,
    ...full,
    ...(chapterId ? { chapterId } : {}),
  });
  return { id, code };
}

test("what is found stands at its words, in the order of the document, and is counted once", async () => {
  const scope = await dossierOf();
  const chapterId = await chapterOf(scope);
  const vague = await written(scope, VAGUE, chapterId);
  await written(scope, GOOD, chapterId);
  const gone = await written(scope, VAGUE.replace("vraag", "klacht"), chapterId);
  await dropRequirement(scope, { requirementId: gone.id, reason: "Dubbel." });

  const { rows, total, sums } = await findingPage(scope);
  expect(total).toBe(1);
  expect(rows.map(({ id }) => id)).toEqual([vague.id]);
  // Both have no source yet, which is not about their words; the dropped one is not judged.
  expect(sums).toMatchObject({ requirements: 2, ignored: 0, fields: 2 });
  expect((await findingPage(scope, { fields: true })).total).toBe(2);
  const found = rows.flatMap((row) => row.findings).filter(({ rule }) => rule !== "missingSource");
  expect(Object.values(sums.open).reduce((a, b) => a + b)).toBe(found.length);
  expect(sums.rules.reduce((all, { count }) => all + count, 0)).toBe(found.length);
  const { pieces, findings } = await requirementFindings(scope, vague.id);
  expect(pieces.map(({ text }) => text).join("")).toBe(VAGUE);
  const marked = pieces.filter(({ marks }) => marks.some((n) => findings[n]?.rule === "noTerm"));
  expect(marked.map(({ text }) => text)).toEqual(["zo snel mogelijk"]);
  expect((await findingPage(scope, { severity: "fout" })).rows.map(({ id }) => id)).toEqual([
    vague.id,
  ]);
  expect((await findingPage(scope, { rule: "noTerm" })).total).toBe(1);
  const counts = await findingCounts(scope, [vague.id, gone.id]);
  expect([...counts]).toEqual([[vague.id, sums.open]]);
  await expect(requirementFindings(scope, gone.id)).rejects.toThrow(NotFound);
});

test("words that are being written are checked in place of those that stand, and nothing of them is kept", async () => {
  const scope = await dossierOf();
  const { id } = await requirementOf(scope, { text: GOOD });
  const found = await writingFindings(scope, id, VAGUE);
  expect(rulesOf(found)).toContain("noTerm");
  // Of empty fields one hears when one is done.
  expect(rulesOf(found)).not.toContain("missingSource");
  expect(rulesOf((await requirementFindings(scope, id)).findings)).not.toContain("noTerm");

  // What was let stand is not said again while one goes on writing.
  const vague = await written(scope, VAGUE);
  const [one] = (await requirementFindings(scope, vague.id)).findings.filter(
    ({ rule }) => rule === "noTerm",
  );
  await ignoreRequirementFinding(scope, {
    ...{ requirementId: vague.id, finding: one?.sha256 ?? "", reason: "Zo staat het in de wet." },
  });
  expect(rulesOf(await writingFindings(scope, vague.id, `${VAGUE} Of later.`))).not.toContain(
    "noTerm",
  );

  // Of what does not stand, or not here, nothing is asked.
  expect(await writingFindings(await dossierOf(), id, VAGUE)).toEqual([]);
  await dropRequirement(scope, { requirementId: id, reason: "Dubbel." });
  expect(await writingFindings(scope, id, VAGUE)).toEqual([]);
});

test("the same words twice are one finding with two places", async () => {
  const scope = await dossierOf();
  const { id } = await written(scope, `${VAGUE} De coach belt de ouders zo snel mogelijk.`);
  const { pieces, findings } = await requirementFindings(scope, id);
  expect(rulesOf(findings).filter((rule) => rule === "noTerm")).toHaveLength(1);
  const marked = pieces.filter(({ marks }) => marks.some((n) => findings[n]?.rule === "noTerm"));
  expect(marked.map(({ text }) => text)).toEqual(["zo snel mogelijk", "zo snel mogelijk"]);
});

test("two that ask the same are told of each other, by their codes", async () => {
  const scope = await dossierOf();
  const chapterId = await chapterOf(scope);
  const one = await written(scope, GOOD, chapterId);
  const other = await written(scope, GOOD, chapterId);
  const duplicateOf = async (id: string) =>
    (await findingPage(scope)).rows
      .find((row) => row.id === id)
      ?.findings.find(({ rule }) => rule === "duplicate");
  const found = await duplicateOf(one.id);
  expect(found?.params.other).toBe(other.code);
  const asked = { requirementId: one.id, finding: found?.sha256 ?? "", reason: "Met opzet." };
  await ignoreRequirementFinding(scope, asked);
  const { rows } = await findingPage(scope);
  expect(rows.map(({ id }) => id)).toEqual([other.id]);
});

test("a finding that is let stand is gone until its words change, and can be shown again", async () => {
  const scope = await dossierOf();
  const { id } = await written(scope, VAGUE);
  const finding = sha256("noTerm\nzo snel mogelijk");
  const asked = { requirementId: id, finding, reason: "Zo staat het in de wet." };
  const { ignoredId } = await ignoreRequirementFinding(scope, asked, { key: "a".repeat(36) });
  // Sent twice it is done once.
  expect(await ignoreRequirementFinding(scope, asked, { key: "a".repeat(36) })).toEqual({
    ignoredId,
  });
  await expectRefused("findings.errors.already", [ignoreRequirementFinding(scope, asked)]);
  const { pieces, findings } = await requirementFindings(scope, id);
  expect(rulesOf(findings)).not.toContain("noTerm");
  expect(findings.find(({ rule }) => rule === "noTerm")?.ignored).toMatchObject({
    id: ignoredId,
    reason: asked.reason,
  });
  expect(pieces.some(({ marks }) => marks.some((n) => findings[n]?.rule === "noTerm"))).toBe(false);
  expect((await findingPage(scope)).sums.ignored).toBe(1);
  expect((await findingPage(scope, { ignored: true })).total).toBe(1);

  const content = { title: "Anders", kind: "mandatory" as const, ...full };
  const body = bodyOfLines(`Altijd. ${VAGUE}`);
  await saveRequirement(scope, { ...content, requirementId: id, lockVersion: 1, body });
  // The same words in another sentence.
  expect(rulesOf((await requirementFindings(scope, id)).findings)).not.toContain("noTerm");
  const changed = bodyOfLines(VAGUE.replace("zo snel mogelijk", "binnen redelijke termijn"));
  await saveRequirement(scope, {
    ...content,
    requirementId: id,
    lockVersion: 2,
    body: changed,
  });
  expect(rulesOf((await requirementFindings(scope, id)).findings)).toContain("noTerm");
  await expectRefused("findings.errors.gone", [ignoreRequirementFinding(scope, asked)]);

  await showFindingAgain(scope, { ignoredId });
  await expect(showFindingAgain(scope, { ignoredId })).rejects.toThrow(NotFound);
  expect((await findingPage(scope)).sums.ignored).toBe(0);
});

test("a reason is asked, and only authors of this dossier let a finding stand", async () => {
  const scope = await dossierOf();
  const { id } = await written(scope, VAGUE);
  const asked = { requirementId: id, finding: sha256("noTerm\nzo snel mogelijk"), reason: "Wet." };
  await expectRefused("errors.fields", [
    ignoreRequirementFinding(scope, { ...asked, reason: " " }),
  ]);
  const reviewer = await memberOf(scope, "reviewer");
  await expect(ignoreRequirementFinding(reviewer, asked)).rejects.toThrow(Forbidden);
  const stranger = await dossierOf();
  await expect(ignoreRequirementFinding(stranger, asked)).rejects.toThrow(NotFound);
  const { ignoredId } = await ignoreRequirementFinding(scope, asked);
  await expect(showFindingAgain(stranger, { ignoredId })).rejects.toThrow(NotFound);
  await expect(showFindingAgain(reviewer, { ignoredId })).rejects.toThrow(Forbidden);
  expect((await findingPage(stranger)).sums.requirements).toBe(0);
});

describe("names of the dossier", () => {
  const SAID = "De bus van Zorgbureau Klaproos komt te laat, zegt Marleen Ottens van de school.";

  test("are errors once somebody decided that they are names, and until then to be looked at", async () => {
    const scope = await dossierOf();
    await importSource(scope, fileOf(`# Overleg\n\n- ${SAID}\n`, "overleg.md"));
    const { id } = await written(scope, "De opdrachtnemer overlegt elke week met Marleen Ottens.");
    const person = async () =>
      (await requirementFindings(scope, id)).findings.find(({ rule }) => rule === "person");
    expect(await person()).toMatchObject({ severity: "let op" });
    const subject = (await subjectsIn(scope)).find(({ name }) => name === "Marleen Ottens");
    const asked = { subjectId: subject?.id ?? "", lockVersion: 1 };
    await decideSubject(scope, { ...asked, redaction: "role", role: "medewerker van de school" });
    expect(await person()).toMatchObject({ severity: "fout" });
    // Who may not see names reads none here either, also not in a piece that was cut off at one.
    const seen = JSON.stringify(await findingPage(await memberOf(scope, "reviewer")));
    expect(seen).not.toMatch(/Marleen|Ottens/);
    expect(seen).toContain("medewerker van de school");
  });
});

test("a stelling is checked for what steers people, and a finding in it can stand too", async () => {
  const scope = await dossierOf();
  const text = "De coach moet op school zijn en de gemeente moet meer betalen.";
  const statementId = await statementIn(scope, { text });
  const { findings } = await statementFindings(scope, statementId);
  expect(rulesOf(findings)).toContain("severalSubjects");
  const finding = findings.find(({ rule }) => rule === "severalSubjects")?.sha256 ?? "";
  const { ignoredId } = await ignoreStatementFinding(scope, {
    statementId,
    finding,
    reason: "Het hoort bij elkaar.",
  });
  expect(rulesOf((await statementFindings(scope, statementId)).findings)).not.toContain(
    "severalSubjects",
  );
  await showFindingAgain(scope, { ignoredId });
  expect(rulesOf((await statementFindings(scope, statementId)).findings)).toContain(
    "severalSubjects",
  );
});
