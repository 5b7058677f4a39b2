import { expect, test } from "vitest";
import { searchReactions } from "@/domain/reactions/queries";
import type { SearchKind, SearchResult } from "@/domain/search/model";
import { searchEverything, thingWithCode } from "@/domain/search/queries";
import { previewConfirmation } from "@/domain/splitting/queries";
import { unmarked } from "@/domain/text/hits";
import { freshDatabase } from "../database";
import { dossierOf } from "../factories/people";
import { sourceOf } from "../factories/sources";
import { confirmed, partOf } from "../factories/splitting";
import { quotedReaction, requirementOf, tracedDossier } from "../factories/trace";

freshDatabase();

const hitsOf = (result: SearchResult, kind: SearchKind) =>
  result.groups.find((group) => group.kind === kind);
const marks = (result: SearchResult, kind: SearchKind) =>
  hitsOf(result, kind)?.hits.flatMap((hit) =>
    hit.snippet.filter((piece) => piece.hit).map((piece) => piece.text),
  );

test("nothing of another dossier is found", async () => {
  await tracedDossier(await dossierOf());
  const result = await searchEverything(await dossierOf(), "begeleider");
  expect(result.groups.map((group) => group.total)).toEqual([0, 0, 0, 0, 0]);
});

test("words are found in every kind of thing, stemmed as Dutch, and marked as they stand", async () => {
  const scope = await dossierOf();
  await tracedDossier(scope);
  const result = await searchEverything(scope, "gezichten");
  expect(hitsOf(result, "reaction")).toMatchObject({ total: 1, more: false, pages: 1 });
  expect(marks(result, "reaction")).toEqual(["gezicht"]);
  expect(hitsOf(result, "coreValue")?.hits[0]).toMatchObject({
    code: "K-1",
    title: [
      { text: "Vast ", hit: false },
      { text: "gezicht", hit: true },
    ],
  });
  const guide = await searchEverything(scope, "begeleiders");
  expect(marks(guide, "requirement")?.[0]).toBe("begeleider");
  expect(marks(guide, "statement")).toEqual(["begeleider"]);
  expect(hitsOf(guide, "statement")?.hits[0]?.place).toBe("Bijeenkomst basisonderwijs");
});

test("a hit in a source points at the very words, in code points", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const result = await searchEverything(scope, "ouders");
  const hit = hitsOf(result, "source")?.hits[0];
  expect(hit).toMatchObject({
    id: made.source.sourceId,
    title: [{ text: "Notulen 12 maart", hit: false }],
  });
  const points = [...made.source.text];
  expect(points.slice(hit?.words?.start, hit?.words?.end).join("")).toBe("ouders");
  expect(hit?.words?.block).toBe(3);
});

test("a source with what looks like tags still lands on its block", async () => {
  const scope = await dossierOf();
  const text = "Alinea een.\n\nVul <b>hier</b> de rondleiding in.";
  const source = await sourceOf(scope, { text });
  const hit = hitsOf(await searchEverything(scope, "rondleiding"), "source")?.hits[0];
  expect([...source.text].slice(hit?.words?.start, hit?.words?.end).join("")).toContain(
    "rondleiding",
  );
});

test("a stem finds the words that begin with it, in every kind of thing", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  await requirementOf(scope, made.chapterId, "Schoolcoaches op elke locatie");
  await quotedReaction(scope, {
    consultationId: made.consultationId,
    text: "Die mw schoolcoaches zijn onmisbaar",
  });
  await sourceOf(scope, { text: "Over schoolcoaches en hun werk." });
  const result = await searchEverything(scope, "schoolcoach");
  for (const kind of ["requirement", "reaction", "source"] as const) {
    expect(hitsOf(result, kind)?.total, kind).toBe(1);
  }
  expect(marks(result, "reaction")).toEqual(["schoolcoaches"]);
  // A short word beside a long one in a phrase, and one that must not be there.
  const phrase = await searchEverything(scope, '"mw schoolcoach" -wachtlijst');
  expect(hitsOf(phrase, "reaction")?.total).toBe(1);
  const without = await searchEverything(scope, "mw -schoolcoach");
  expect(hitsOf(without, "reaction")?.total).toBe(0);
});

test("a code finds the thing itself", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  expect(hitsOf(await searchEverything(scope, "R-2"), "reaction")?.hits[0]?.id).toBe(
    made.friday.id,
  );
  expect(hitsOf(await searchEverything(scope, "k-1"), "coreValue")?.hits[0]?.id).toBe(
    made.value.id,
  );
  const all = await searchEverything(scope, "begeleider");
  const code = hitsOf(all, "requirement")?.hits[0]?.code ?? "";
  const found = await searchEverything(scope, code.toLowerCase());
  expect(hitsOf(found, "requirement")?.hits[0]?.id).toBe(made.requirementId);
});

test("a code leads to the one thing that has it, and only in its own dossier", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  const [hit] = hitsOf(await searchEverything(scope, "begeleider"), "requirement")?.hits ?? [];
  const code = hit?.code ?? "";
  for (const typed of [code, code.toLowerCase(), ` ${code.replace("-", " ")} `]) {
    const found = await thingWithCode(scope, typed);
    expect(found, typed).toEqual({ kind: "requirement", id: made.requirementId });
  }
  expect(await thingWithCode(scope, "r2")).toEqual({ kind: "reaction", id: made.friday.id });
  expect(await thingWithCode(scope, "K-1")).toEqual({ kind: "coreValue", id: made.value.id });
  for (const typed of ["R-999", "Z-1", "begeleider", "R-2 begeleider", "", "'"]) {
    expect(await thingWithCode(scope, typed), typed).toBeNull();
  }
  const empty = await dossierOf();
  for (const typed of [code, "R-2", "K-1"]) {
    expect(await thingWithCode(empty, typed), typed).toBeNull();
  }
});

test("a stelling is found by the number it has in the minutes, with what was said about it", async () => {
  const scope = await dossierOf();
  const minutes = (title: string, first: string, second: string) => `# ${title}

Stelling ${first}: *De coach werkt op school.*

Reacties:

- Dat geeft rust in ${title}.

Stelling ${second}: *Wachten duurt nooit lang.*

Reacties:

- Vorig jaar wel, in ${title}.
`;
  for (const text of [minutes("Noord", "3.1", "B"), minutes("Zuid", "2", "3")]) {
    const part = await partOf(scope, { text });
    const { statements } = await previewConfirmation(scope, part.sourceId, part.n);
    const sameStatements = statements.map(({ number, same }) => ({
      number,
      statementId: same[0]?.id ?? null,
    }));
    await confirmed(scope, part, { sameStatements });
  }
  const words = (result: SearchResult, kind: SearchKind) =>
    hitsOf(result, kind)?.hits.map(({ snippet }) => unmarked(snippet));
  for (const typed of ["3.1", "Stelling 3.1", "stelling 3.1:"]) {
    const found = await searchEverything(scope, typed);
    expect(hitsOf(found, "statement")?.hits[0]?.code, typed).toBe("2 / 3.1");
    expect(words(found, "statement"), typed).toEqual(["De coach werkt op school."]);
    // The same stelling has another number in Zuid.
    expect(words(found, "reaction"), typed).toEqual(["Dat geeft rust in Noord."]);
    expect(hitsOf(found, "reaction")?.hits[0]?.under).toBe("3.1");
    const { rows } = await searchReactions(scope, { search: typed });
    expect(rows.map(({ pieces }) => unmarked(pieces))).toEqual(["Dat geeft rust in Noord."]);
  }
  const letter = await searchEverything(scope, "b");
  expect(words(letter, "statement")).toEqual(["Wachten duurt nooit lang."]);
  expect(words(letter, "reaction")).toEqual(["Vorig jaar wel, in Noord."]);
  // Digits alone stand in many words: of what people said they find only those.
  const digits = await searchEverything(scope, "2");
  expect(words(digits, "statement")).toContain("De coach werkt op school.");
  expect(words(digits, "reaction")).toEqual([]);
  const other = await searchEverything(await dossierOf(), "stelling 3.1");
  expect(other.groups.map((group) => group.total)).toEqual([0, 0, 0, 0, 0]);
});

test("odd characters are only ever words", async () => {
  const scope = await dossierOf();
  await tracedDossier(scope);
  const typed = [
    "' or 1=1 --",
    "%",
    "_",
    "\\",
    "a & | ! ( ) : *",
    '"',
    "<script>alert(1)</script>",
    "\u0000gezicht\u0000",
    "\ud800",
    "😀",
    "\ue000gezicht\ue001",
    "K-99999999999",
    "x".repeat(5_000),
  ];
  for (const words of typed) {
    const result = await searchEverything(scope, words);
    expect(result.words.length).toBeLessThanOrEqual(400);
    for (const group of result.groups) {
      for (const hit of group.hits) expect(unmarked(hit.snippet)).not.toMatch(/[\ue000\ue001]/u);
    }
  }
  expect(hitsOf(await searchEverything(scope, "\u0000gezicht\u0000"), "reaction")?.total).toBe(1);
});

test("stop words and signs alone say that there is nothing to search for", async () => {
  const scope = await dossierOf();
  await tracedDossier(scope);
  for (const words of ["", "   ", "de het een", "?!"]) {
    expect((await searchEverything(scope, words)).empty).toBe(true);
  }
});

test("one kind is paged, and a page too far is the last", async () => {
  const scope = await dossierOf();
  const made = await tracedDossier(scope);
  for (let i = 0; i < 30; i++) {
    await quotedReaction(scope, {
      consultationId: made.consultationId,
      text: `De wachtlijst is te lang, nummer ${i}`,
    });
  }
  await requirementOf(scope, made.chapterId, "Geen wachtlijsten");
  const first = await searchEverything(scope, "wachtlijst");
  expect(hitsOf(first, "reaction")).toMatchObject({ total: 30, pages: 2 });
  expect(hitsOf(first, "reaction")?.hits).toHaveLength(5);
  expect(hitsOf(first, "requirement")?.total).toBe(1);
  const last = await searchEverything(scope, "wachtlijst", { kind: "reaction", page: 9 });
  expect(last.groups).toHaveLength(1);
  expect(last.groups[0]).toMatchObject({ page: 2, total: 30 });
  expect(last.groups[0]?.hits).toHaveLength(5);
});
