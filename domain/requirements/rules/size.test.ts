import { expect, test } from "vitest";
import { expectLinear } from "@/tests/growth";
import { diffWords } from "./diff";

test("the difference of two long texts without anything in common takes no time", () => {
  const long = (word: string, n: number) => `${word} `.repeat(n);
  // Large enough that the small case is not answered from what the engine keeps of a last match.
  expectLinear(
    320_000,
    (n) => [long("a", n), long("b", n)] as const,
    ([a, b]) => diffWords(a, b),
  );
  const added = diffWords(long("a", 20_000), long("b", 20_000)).filter(
    (part) => part.type === "same" || part.type === "added",
  );
  expect(added.map((part) => part.text).join("")).toBe(long("b", 20_000));
});
