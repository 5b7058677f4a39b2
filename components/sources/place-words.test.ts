import { expect, test } from "vitest";
import { diffWords } from "@/domain/requirements/rules/diff";
import type { BlockRow } from "@/domain/sources/model";
import {
  inShort,
  joinsBetween,
  nearest,
  piecesAround,
  wordChanges,
  wordsBetween,
} from "./place-words";

/** Blocks with an empty line between them, as a version has them; what is replaced is masked. */
function blocksOf(texts: string[], replaced: { at: string; words: string }[] = []): BlockRow[] {
  let at = 0;
  return texts.map((text, i) => {
    const before = i === 0 ? "" : "\n\n";
    const start = at + before.length;
    at = start + [...text].length;
    const own = replaced.flatMap(({ at: name, words }) => {
      const from = [...text.slice(0, text.indexOf(name))].length;
      const end = start + from + [...name].length;
      return text.includes(name) ? [{ start: start + from, end, words }] : [];
    });
    const masked = replaced.reduce(
      (now, one) => now.replace(one.at, "█".repeat([...one.at].length)),
      text,
    );
    const block = { n: i + 1, start, end: at, before, text: masked, form: "paragraph", level: 0 };
    return { ...block, replaced: own } as BlockRow;
  });
}

const TEXTS = ["😀 Vooraf.", "Mevrouw Ottens wil een bus.", "Na afloop.", "Vooraf koffie."];
const blocks = blocksOf(TEXTS, [{ at: "Mevrouw Ottens", words: "[schoolleider]" }]);
const [first, second, , last] = blocks;
if (!first || !second || !last) throw new Error("no blocks");

test("words are read with what stands in place of a name, also of half of one", () => {
  expect(wordsBetween(blocks, second)).toBe("[schoolleider] wil een bus.");
  expect(wordsBetween(blocks, { start: second.start + 8, end: second.end })).toBe(
    "[schoolleider] wil een bus.",
  );
  expect(wordsBetween(blocks, { start: second.start + 3, end: second.start + 3 })).toBe("");
  expect(wordsBetween(blocks, null)).toBe("");
  expect(wordsBetween([], second)).toBe("");
  expect(wordsBetween(blocks, { start: 0, end: last.end })).not.toContain("█");
});

test("beside a place stand the blocks around it, and what of its own block is outside", () => {
  const wil = { start: second.start + 15, end: second.start + 22 };
  expect(piecesAround(blocks, wil)).toMatchObject({
    before: [
      { text: "😀 Vooraf.", whole: true },
      { text: "[schoolleider]", whole: false },
    ],
    after: [
      { text: "bus.", whole: false },
      { text: "Na afloop.", whole: true },
      { text: "Vooraf koffie.", whole: true },
    ],
  });
  const nowhere = piecesAround(blocks, { start: last.end, end: last.end });
  expect(nowhere.before.map(({ text }) => text)).toHaveLength(4);
  expect(nowhere.after).toEqual([]);
});

test("blocks are joined that say the same, once on each side and whole", () => {
  const pieces = (...texts: string[]) => texts.map((text) => ({ text, whole: true }));
  const joins = joinsBetween(
    [...pieces("A", "B", "B", "C", "D"), { text: "E", whole: false }],
    [...pieces("C", "A", "B", "X", "D", "D"), { text: "E", whole: true }],
  );
  expect([...joins]).toEqual([
    ["A", 1],
    ["C", 2],
  ]);
});

test("of a long block the words nearest to the passage are shown, and the rest is all that is left", () => {
  const words = Array.from({ length: 100 }, (_, i) => `woord${i}`).join(" ");
  expect(nearest("Kort.", "before")).toEqual({ near: "Kort.", rest: "" });
  const before = nearest(words, "before");
  expect(`${before.rest} ${before.near}`).toBe(words);
  expect(before.near).toMatch(/^woord\d+ .* woord99$/);
  const after = nearest(words, "after");
  expect(`${after.near} ${after.rest}`).toBe(words);
  expect(after.near.length).toBeLessThanOrEqual(240);
  // Without a space to cut at.
  const long = nearest("x".repeat(400), "after");
  expect(long.near + long.rest).toBe("x".repeat(400));
});

test("what changed is said in runs of words, and in short when it is one change", () => {
  const before = "De chauffeur moet ouders bellen als de bus meer dan tien minuten te laat is.";
  const after = "De chauffeur kan ouders bellen als de bus te laat is.";
  expect(wordChanges(diffWords(before, after))).toEqual([
    { from: "moet", to: "kan" },
    { from: "meer dan tien minuten", to: "" },
  ]);
  expect(inShort(before, after)).toEqual({ what: "words", count: 5 });
  expect(inShort("Het moet nu.", "Het kan nu.")).toEqual({
    what: "word",
    change: { from: "moet", to: "kan" },
  });
  expect(inShort("Dat is niet zo.", "Dat is zo.")).toMatchObject({
    change: { from: "niet", to: "" },
  });
  // Two words in place of two others are one run, with the space between them.
  expect(wordChanges(diffWords("een rode bus rijdt", "een blauwe trein rijdt"))).toEqual([
    { from: "rode bus", to: "blauwe trein" },
  ]);
  // White space alone is no change.
  expect(wordChanges(diffWords("een  bus", "een bus"))).toEqual([]);
});
