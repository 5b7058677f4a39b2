import { describe, it } from "vitest";
import { expectLinear } from "@/tests/growth";
import { checkRequirement, RULES } from ".";
import { checkStatement } from "./beside";
import { checkDocument } from "./document";

// Text can come from anybody: what a rule looks for, over and over, may not hold up the server.
const beginnings = (phrase: string) => phrase.replace(/[{}()|*]/g, " ");

describe("a text of what a rule looks for", () => {
  it.each(RULES)("takes time in proportion: $id", ({ phrases = [], except = [], bad }) => {
    const unit = `${beginnings([...phrases, ...except, ...bad].join(" "))} `;
    expectLinear(
      16_000,
      (n) => unit.repeat(Math.ceil(n / unit.length)),
      (text) => checkRequirement(text),
    );
  });

  it.each([
    "en levert ",
    "niet ",
    "die en levert ",
    "minimaal ",
    "RPZK ",
    "[",
    "a.B ",
    "wordt ",
    "van merk ",
  ])("takes time in proportion: %j over and over", (unit) => {
    expectLinear(
      16_000,
      (n) => unit.repeat(Math.ceil(n / unit.length)),
      (text) => [checkRequirement(text), checkStatement(text)],
    );
  });
});

describe("a document", () => {
  const words = (i: number) => `woord${i} zaak${i % 97} ding${i % 89} plek${i % 83} tijd${i % 79}`;
  it.each([
    [
      "of different requirements",
      (i: number) => `De opdrachtnemer meldt ${words(i)} binnen 5 dagen.`,
    ],
    [
      "of the same one",
      () => "De opdrachtnemer meldt een calamiteit binnen 24 uur bij de gemeente.",
    ],
  ])("%s takes time in proportion", (_, make) => {
    expectLinear(
      800,
      (n) => Array.from({ length: n }, (_one, i) => ({ name: `${i}`, text: make(i) })),
      (all) => checkDocument(all),
    );
  });
});
