import { expect, test } from "vitest";
import { readTruth } from "@/tests/ground-truth/read";
import { cueReader } from "./cue-reader";
import { CUES } from "./evidence-words";

test("reading the words once finds what each pattern by itself finds", () => {
  const cuesIn = cueReader(CUES);
  for (const { text } of readTruth()) {
    for (const line of text.toLowerCase().split("\n")) {
      const found = CUES.filter(([, pattern]) => pattern.test(line)).map(([name]) => name);
      expect(cuesIn(line), line).toEqual(found);
    }
  }
});

test.each([
  ["a word with an ending that may be there", /\b(?:klacht(?:en)?)\b/, ["klacht", "klachten"]],
  ["a phrase that begins with a word", /\b(?:gaan? ervan uit|ja)\b/, ["gaan ervan uit", "ja"]],
  ["anything else", /\d\s?%|\b(?:procent)\b/, ["4 %", "procent"]],
])("%s is read", (_, pattern, texts) => {
  const cuesIn = cueReader([["x", pattern]]);
  for (const text of texts) expect(cuesIn(`dat is ${text}`)).toEqual(["x"]);
  expect(cuesIn("dat is klachtje ervan jaar")).toEqual([]);
});
