import { expect, test, vi } from "vitest";
import { askedWords, changeWords, placedThrough, wordsIn } from "./layer";

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

const piece = (text: string, ...marks: object[]) =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
const BOLD = { type: "bold" };

test("words that are spread over pieces with marks of their own are changed as one", () => {
  const change = (text: string) => text.replace("Marleen Ottens", "[naam]");
  const line = [
    piece("Mar", BOLD),
    piece("leen ", BOLD, { type: "italic" }),
    piece("Ottens", BOLD),
  ];
  expect(changeWords([{ type: "hardBreak" }, ...line, piece(" kwam", BOLD)], change)).toEqual([
    { type: "hardBreak" },
    piece("[naam] kwam", BOLD),
  ]);
  // What says nothing of anybody keeps its marks.
  const other = [piece("Een ", BOLD), piece("bus")];
  expect(changeWords(other, change)).toEqual(other);
});

test("a link of which the address names somebody is none", () => {
  const link = (href: string) => ({ type: "link", attrs: { href } });
  const text = piece("hier", link("https://a.example/ottens"), BOLD, link("https://a.example/b"));
  expect(changeWords([text], (words) => words.replace("ottens", "[naam]"))).toEqual([
    piece("hier", BOLD, link("https://a.example/b")),
  ]);
});

test("of a question only the words that somebody typed are changed, not what we call things", () => {
  const asked = ["ottens", { kind: "ottens", search: "ottens", page: 1 }, ["ottens"], undefined];
  expect(askedWords(asked, () => "[naam]")).toEqual([
    "[naam]",
    { kind: "ottens", search: "[naam]", page: 1 },
    ["ottens"],
    undefined,
  ]);
});

test("a line with marks is searched as one text, and not by its pieces", () => {
  const link = { type: "link", attrs: { href: "https://a.example/ottens" } };
  const body = {
    content: [
      piece("Dat zei mevrouw "),
      piece("Mar", BOLD),
      piece("leen", link),
      { type: "hardBreak" },
      piece("alleen", BOLD),
    ],
  };
  const words = wordsIn(body);
  expect(words).toContain("Dat zei mevrouw Marleen");
  expect(words).toContain("https://a.example/ottens");
  expect(words).toContain("alleen");
  expect(words.join("|")).not.toMatch(/mevrouw \||\|Mar\||\|leen\|/);
});
