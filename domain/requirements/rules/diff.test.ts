import { expect, test } from "vitest";
import { differs, diffWords } from "./diff";

const side = (parts: ReturnType<typeof diffWords>, type: "removed" | "added") =>
  parts
    .filter((part) => part.type === "same" || part.type === type)
    .map((part) => part.text)
    .join("");

test("one changed word is the only change", () => {
  const parts = diffWords(
    "Elke school kan wekelijks bellen.",
    "Elke school moet wekelijks bellen.",
  );
  expect(parts).toEqual([
    { type: "same", text: "Elke school " },
    { type: "removed", text: "kan" },
    { type: "added", text: "moet" },
    { type: "same", text: " wekelijks bellen." },
  ]);
});

test("a removal stands before what replaces it, in one piece each", () => {
  const parts = diffWords("a b c", "d e f");
  expect(parts.map((part) => part.type)).not.toContain("unknown");
  expect(side(parts, "removed")).toBe("a b c");
  expect(side(parts, "added")).toBe("d e f");
});

test("equal texts, and texts that appear or disappear", () => {
  expect(differs(diffWords("zelfde", "zelfde"))).toBe(false);
  expect(diffWords("", "")).toEqual([]);
  expect(diffWords("", "nieuw")).toEqual([{ type: "added", text: "nieuw" }]);
  expect(diffWords("oud", "")).toEqual([{ type: "removed", text: "oud" }]);
});

test("both texts can always be read back, also with signs outside the basic plane", () => {
  const words = ["de", "school", "é", "🙂", ".", "\n", "wekelijks", "", "E-2.1"];
  for (let seed = 1; seed < 200; seed += 1) {
    const text = (step: number) =>
      Array.from({ length: seed % 23 }, (_, i) => words[(seed * step + i * i) % words.length]).join(
        " ",
      );
    const parts = diffWords(text(3), text(7));
    expect(side(parts, "removed")).toBe(text(3));
    expect(side(parts, "added")).toBe(text(7));
  }
});

/** `-removed-` and `+added+` in the words that stayed. */
const shown = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ type, text }) =>
      type === "same" ? text : type === "added" ? `+${text}+` : `-${text}-`,
    )
    .join("");

test.each([
  ["een twee drie vier vijf", "een TWEE drie VIER vijf", "een -twee-+TWEE+ drie -vier-+VIER+ vijf"],
  ["de bus rijdt op tijd", "de bus rijdt altijd op tijd", "de bus rijdt +altijd +op tijd"],
  ["a x b y c", "a b c", "a -x -b- y- c"],
  ["a b c", "a x b y c", "a +x +b+ y+ c"],
  // As many words as possible stay: b, c and d, not only a.
  ["a b c d", "b c d a", "-a -b c d+ a+"],
  ["x b c d e y", "z b q d e w", "-x-+z+ b -c-+q+ d e -y-+w+"],
  ["aa aa", "aa", "aa- aa-"],
  ["aa", "aa aa", "aa+ aa+"],
  ["ja, nee.", "ja; nee.", "ja-,-+;+ nee."],
  ["één  spatie", "één spatie", "één-  -+ +spatie"],
  ["e\u0301en", "een", "-e\u0301en-+een+"],
])("%j to %j", (before, after, expected) => {
  expect(shown(before, after)).toBe(expected);
});

test("a change is a difference, whatever stays beside it", () => {
  expect(differs(diffWords("een twee", "een drie"))).toBe(true);
  expect(differs(diffWords("", "een"))).toBe(true);
});

test("what changed between is compared up to two thousand words against two thousand", () => {
  const small = diffWords(
    `x${"-".repeat(900)} blijft ${"-".repeat(900)}x`,
    `y${"+".repeat(900)} blijft ${"+".repeat(900)}y`,
  );
  expect(small.filter((part) => part.type === "same").map((part) => part.text)).toContain(
    " blijft ",
  );
  const large = diffWords(
    `x${"-".repeat(2_000)} blijft ${"-".repeat(2_000)}x`,
    `y${"+".repeat(2_000)} blijft ${"+".repeat(2_000)}y`,
  );
  expect(large.map((part) => part.type)).toEqual(["removed", "added"]);
});
