import { test } from "vitest";
import { HIT_END, HIT_START } from "@/db/vocabulary";
import { expectLinear } from "@/tests/growth";
import { toBlocks } from "./blocks";
import { markHits } from "./hits";
import { inlineMarkup } from "./rules";

test.each<[string, number, (n: number) => string]>([
  [
    "lines of words",
    40_000,
    (n) => "Een regel met woorden, zoals notulen ze hebben.\n\n".repeat(n),
  ],
  ["one line with many spaces in front", 2_000_000, (n) => `${" ".repeat(n)}a\n`],
  ["a list", 45_000, (n) => "- x\n".repeat(n)],
  ["underlines", 2_000_000, (n) => `${"=".repeat(1_000)}\n`.repeat(n / 1_000)],
])("blocks of %s take time in proportion", (_shape, size, make) => {
  expectLinear(size, make, toBlocks);
});

test.each<[string, number, (n: number) => string]>([
  ["signs that open and never close", 100_000, (n) => "*a _b ".repeat(n)],
  ["a sign before one long word", 2_000_000, (n) => `*${"a".repeat(n)}`],
])("emphasis with %s takes time in proportion", (_shape, size, make) => {
  expectLinear(size, make, inlineMarkup);
});

test("marking hits takes time in proportion, whatever was searched for", () => {
  const headline = ["a", "a.", "((", "\\", "a a"]
    .map((word) => HIT_START + word + HIT_END)
    .join("");
  for (const piece of ["a", "a.", "(", "\\", "a ", "b"]) {
    expectLinear(
      400_000,
      (n) => piece.repeat(n),
      (text) => markHits(text, headline),
    );
  }
});
