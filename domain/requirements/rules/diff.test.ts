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
