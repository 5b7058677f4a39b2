import { expect, test, vi } from "vitest";
import { changeWords, placedThrough } from "./layer";

test("all words in a value are changed, however deep", () => {
  const value = {
    a: "een",
    list: ["twee", { b: "drie" }],
    map: new Map([["vier", "vijf"]]),
    set: new Set(["zes"]),
    n: 7,
    none: null,
  };
  expect(changeWords(value, (text) => text.toUpperCase())).toEqual({
    a: "EEN",
    list: ["TWEE", { b: "DRIE" }],
    map: new Map([["VIER", "VIJF"]]),
    set: new Set(["ZES"]),
    n: 7,
    none: null,
  });
});

test("what stands in a value several times is read once, and is the same thing in the answer", () => {
  const words = [{ quote: "Een vast gezicht" }];
  const change = vi.fn((text: string) => `${text}!`);
  const answer = changeWords([{ words }, { words }], change);
  expect(answer).toEqual([
    { words: [{ quote: "Een vast gezicht!" }] },
    { words: [{ quote: "Een vast gezicht!" }] },
  ]);
  expect(answer[1]?.words).toBe(answer[0]?.words);
  expect(change).toHaveBeenCalledTimes(1);
  expect(words).toEqual([{ quote: "Een vast gezicht" }]);
});

test("words that went through the layer by their places stay", () => {
  const placed = placedThrough({ text: "mevrouw Ottens" });
  expect(changeWords({ placed, beside: "Ottens" }, () => "[naam]")).toEqual({
    placed: { text: "mevrouw Ottens" },
    beside: "[naam]",
  });
});
