import fc from "fast-check";
import { expect, test } from "vitest";
import type { BlockRow } from "../model";
import { blankedBlocks, joinedStretches } from "./remains";

const signs = fc.constantFrom("a", "é", "e\u0301", "🙂", " ", "👩‍👩‍👧", "|", "*");
const words = fc.array(signs, { minLength: 1, maxLength: 12 }).map((list) => list.join(""));

/** Blocks with one line between them, as reading a file makes them. */
function blocksOf(texts: readonly string[]): BlockRow[] {
  let at = 0;
  return texts.map((text, i) => {
    const before = i === 0 ? "" : "\n\n";
    const start = at + before.length;
    at = start + [...text].length;
    return { n: i + 1, start, end: at, before, text, form: "listItem", level: 1 };
  });
}

test("what is kept stands where it stood, and nothing else is left", () => {
  const stretch = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      fc.array(stretch, { maxLength: 5 }),
      (texts, asked) => {
        const blocks = blocksOf(texts);
        const whole = [...blocks.map(({ before, text }) => before + text).join("")];
        const kept = joinedStretches(
          asked
            .map(([start, length]) => ({ start, end: Math.min(start + length, whole.length) }))
            .filter(({ start, end }) => start < end)
            .sort((a, b) => a.start - b.start),
        );
        const touched = blocks.filter((block) =>
          kept.some(({ start, end }) => start < block.end && end > block.start),
        );
        const left = blankedBlocks(touched, kept);
        const text = [...left.map((block) => block.before + block.text).join("")];
        text.forEach((sign, i) => {
          const stays = kept.some(({ start, end }) => start <= i && i < end);
          // White space between blocks is no words: it may be told as any.
          expect(sign === " " || (stays && sign === whole[i])).toBe(true);
          if (stays && blocks.some((block) => block.start <= i && i < block.end)) {
            expect(sign).toBe(whole[i]);
          }
        });
        for (const block of left) {
          const was = blocks[block.n - 1];
          expect([block.start, block.end]).toEqual([was?.start, was?.end]);
          expect([...block.text]).toHaveLength(block.end - block.start);
        }
      },
    ),
  );
});

test("a block of which all is kept stays written as it was; of another only the words are left", () => {
  const blocks = blocksOf(["een twee", "drie"]);
  expect(blankedBlocks(blocks, [{ start: 4, end: 14 }])).toMatchObject([
    { text: "    twee", form: "paragraph", level: 0 },
    { text: "drie", form: "listItem", level: 1, before: "  " },
  ]);
});
