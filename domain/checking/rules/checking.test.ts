import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { codePointLength, sliceCodePoints } from "../../text/rules";
import { RULE_IDS, type RuleId, SEVERITIES } from "../model";
import { checkRequirement, RULES } from ".";
import { checkFields, checkStatement } from "./beside";
import { checkDocument } from "./document";
import { phrasesOf } from "./phrases";

const rulesIn = (text: string, context = {}): RuleId[] =>
  checkRequirement(text, context).map(({ rule }) => rule);
/** "rule: words" of each finding that is no tip. */
const found = (text: string, context = {}): string[] =>
  checkRequirement(text, context)
    .filter(({ severity }) => severity !== "tip")
    .map(({ rule, start, end }) => `${rule}: ${sliceCodePoints(text, start, end)}`);

describe.each(RULES)("$id", ({ id, good, bad, severity, source }) => {
  it("says whence it comes, and has both examples", () => {
    expect(RULE_IDS).toContain(id);
    expect(SEVERITIES).toContain(severity);
    expect(source.length).toBeGreaterThan(3);
    expect(Math.min(good.length, bad.length)).toBeGreaterThan(0);
  });
  it.each(bad)("is found in: %s", (text) => expect(rulesIn(text)).toContain(id));
  it.each(good)("is not found in: %s", (text) => expect(rulesIn(text)).not.toContain(id));
});

test("every rule of a sentence stands once in the table", () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the sentence that passed in silence no longer does", () => {
  const text =
    "De opdrachtnemer reageert binnen een redelijke termijn en zo snel mogelijk, samen met [naam van de huidige aanbieder] of een goede partij";
  expect(found(text)).toEqual([
    "noTerm: binnen een redelijke termijn",
    "noTerm: zo snel mogelijk",
    "placeholder: [naam van de huidige aanbieder]",
    "vagueQuality: goede",
  ]);
});

describe("what silences a word", () => {
  test.each([
    [
      "a norm with number and unit",
      "De opdrachtnemer reageert zo snel mogelijk, uiterlijk binnen 2 werkdagen.",
    ],
    ["a law", "De aanbieder biedt passende hulp als bedoeld in artikel 2.3 van de Jeugdwet."],
    ["words of a law", "De opdrachtnemer gedraagt zich als goed werkgever."],
    [
      "a place where it is worked out",
      "De opdrachtnemer levert goede producten volgens bijlage 3.",
    ],
    [
      "what explains it",
      "De coach komt elke week. Toelichting: zo snel mogelijk en goed, bijv. vaak.",
    ],
  ])("%s", (_, text) => expect(found(text)).toEqual([]));

  test("a term of the list of definitions", () => {
    const text = "De opdrachtnemer levert passende ondersteuning.";
    expect(found(text)).toEqual(["vagueQuality: passende"]);
    expect(found(text, { terms: ["Passende ondersteuning"] })).toEqual([]);
    expect(rulesIn("Het RPZK geldt.", { terms: ["RPZK"] })).toEqual([]);
    expect(rulesIn("Het Regionaal Plan Zorg (RPZ) geldt.")).toEqual([]);
  });

  test("only the sentence it stands in", () => {
    expect(found("De coach komt binnen 2 dagen. De coach helpt zo snel mogelijk.")).toContain(
      "noTerm: zo snel mogelijk",
    );
  });

  test("no number of an article or a norm", () => {
    expect(found("De coach belt snel, zoals bedoeld in hoofdstuk 3.")).toEqual(["vagueTime: snel"]);
  });
});

describe("names", () => {
  test("of the dossier, as people write them", () => {
    const context = { organisations: ["Zilliz B.V.", "Opvoedhuis"], people: ["Fenna de Rooij"] };
    expect(found("De coach van het Opvoedhuis belt Fenna de Rooij.", context)).toEqual([
      "brand: Opvoedhuis",
      "person: Fenna de Rooij",
    ]);
  });
  test("in words of ours say nothing of another", () => {
    expect(found("De leerling loopt door de bosch en eet een apple.")).toEqual([]);
  });
});

test("places are code points, also behind an emoji", () => {
  const text = "🚌🚌 De vervoerder komt zo snel mogelijk.";
  const [first] = checkRequirement(text);
  expect(sliceCodePoints(text, first?.start ?? 0, first?.end)).toBe("zo snel mogelijk");
});

test("any text is read, and every place stands in it", () => {
  const pieces = RULES.flatMap(({ phrases = [], bad }) => [...phrases, ...bad]);
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" })), {
        maxLength: 8,
      }),
      (parts) => {
        const text = parts.join(" ");
        for (const { start, end } of [...checkRequirement(text), ...checkStatement(text)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(codePointLength(text));
        }
      },
    ),
  );
});

test("phrases are written with choices", () => {
  expect(
    [...phrasesOf(["{a|b c} (d )* e"])]
      .flatMap(([, list]) => list.map((one) => one.join(" ")))
      .sort(),
  ).toEqual(["a * e", "a d * e", "b c * e", "b c d * e"]);
});

describe("a document", () => {
  const between = (...texts: string[]) =>
    checkDocument(texts.map((text, i) => ({ name: `E-${i + 1}`, text }))).map((list) =>
      list
        .filter(({ rule }) => rule === "duplicate" || rule === "contradiction")
        .map(({ rule, params }) => `${rule} ${params.other}`),
    );

  test("has the same thing once", () => {
    expect(
      between(
        "De opdrachtnemer meldt een calamiteit binnen 24 uur bij de gemeente.",
        "De opdrachtnemer wast elk jaar alle ramen van het gebouw.",
        "De opdrachtnemer meldt een calamiteit bij de gemeente binnen 24 uur.",
      ),
    ).toEqual([["duplicate E-3"], [], ["duplicate E-1"]]);
  });

  test("does not say two things of one", () => {
    expect(
      between(
        "De opdrachtnemer meldt een calamiteit binnen 24 uur bij de gemeente.",
        "De opdrachtnemer meldt een calamiteit binnen 48 uur bij de gemeente.",
      ),
    ).toEqual([["contradiction E-2"], ["contradiction E-1"]]);
    expect(
      between(
        "De chauffeur helpt leerlingen bij het instappen in het voertuig.",
        "De chauffeur helpt leerlingen niet bij het instappen in het voertuig.",
      ),
    ).toEqual([["contradiction E-2"], ["contradiction E-1"]]);
  });

  test("may say different things alike", () => {
    expect(
      between(
        "De leverancier lost een storing met prioriteit 1 op binnen 4 uur.",
        "De leverancier lost een storing met prioriteit 2 op binnen 8 uur.",
        "De opdrachtnemer levert een jaarplan.",
        "De opdrachtnemer levert een jaarverslag.",
      ),
    ).toEqual([[], [], [], []]);
  });
});

describe("a stelling", () => {
  const rules = (text: string) => checkStatement(text).map(({ rule }) => rule);
  test.each([
    [
      "has one subject",
      "De schoolcoach moet elke week komen en ouders moeten meer betaald krijgen.",
      "severalSubjects",
    ],
    ["has one sentence", "De coach is nodig. Ouders krijgen te weinig hulp.", "severalSubjects"],
    ["denies once", "Niemand mag geen hulp krijgen.", "doubleNegation"],
    ["names nobody", "Mevrouw De Wit moet blijven.", "person"],
    ["is about the function", "De huidige schoolcoach moet blijven.", "incumbent"],
  ])("%s", (_, text, rule) => expect(rules(text)).toContain(rule));

  test("may be sharp, vague and absolute", () => {
    expect(rules("Een schoolcoach is altijd snel en goed bereikbaar.")).toEqual([]);
    expect(rules("De schoolcoach is er voor ouders en leerlingen.")).toEqual([]);
  });
});

test("what is missing beside a requirement is told only of what is given", () => {
  const rules = (fields: Parameters<typeof checkFields>[1]) =>
    checkFields("De eis.", fields).map(({ rule }) => rule);
  expect(rules({})).toEqual([]);
  expect(rules({ evidence: " ", verification: "", sources: 0 })).toEqual([
    "missingEvidence",
    "missingVerification",
    "missingSource",
  ]);
  expect(rules({ evidence: "Certificaat", verification: "Audit", sources: 1 })).toEqual([]);
  expect(rules({ sources: 0, noSourceReason: "Wet" })).toEqual([]);
  expect(checkFields("Eis 🚌", { sources: 0 })).toMatchObject([{ start: 0, end: 5 }]);
});
