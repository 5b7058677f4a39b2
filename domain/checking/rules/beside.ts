import { CodePointIndex } from "../../text/rules";
import type { CheckContext, Finding, RequirementFields, RuleId, Severity } from "../model";
import { checkRequirement } from ".";
import { read } from "./read";

/** What of the rules of a requirement goes for a stelling too. It may be sharp, vague and absolute on purpose. */
const OF_STATEMENTS: ReadonlySet<RuleId> = new Set<RuleId>([
  "placeholder",
  "person",
  "personNotFunction",
  "doubleNegation",
  "undefinedTerm",
  "longSentence",
  "hardWord",
]);
/** Naming who does it now, or a firm, steers what people answer. */
const NAMES: ReadonlySet<RuleId> = new Set<RuleId>(["brand", "incumbent"]);

/**
 * What may be wrong with a stelling before it is put to people: more than one subject, a double denial, a name,
 * a person in place of a function. What makes a requirement vague makes a stelling worth reacting to, and is let be.
 */
export function checkStatement(text: string, context: CheckContext = {}): Finding[] {
  const found = checkRequirement(text, context)
    .filter(({ rule }) => OF_STATEMENTS.has(rule) || NAMES.has(rule))
    .map((one): Finding => (NAMES.has(one.rule) ? { ...one, severity: "let op" } : one));
  return [...found, ...secondSubjects(text)].sort((a, b) => a.start - b.start);
}

/** A second sentence, or "en" between two clauses that each have their own verb. */
function secondSubjects(text: string): Finding[] {
  const { words, sentences } = read(text);
  const index = new CodePointIndex(text);
  const places = sentences.flatMap(({ first, last }, n) => {
    const opening = n > 0 && last - first > 2 ? [words[first]] : [];
    const between = words.slice(first, last).filter((word, i, own) => {
      if (!/^(?:en|maar|bovendien|daarnaast|tevens)$/.test(word.text)) return false;
      const isVerb = (text = "") => VERB.test(text);
      const before = own.slice(0, i).some(({ text: one }) => isVerb(one));
      return before && own.slice(i + 1, i + 6).some(({ text: one }) => isVerb(one));
    });
    return [...opening, ...between];
  });
  return places.flatMap((word): Finding[] =>
    word === undefined
      ? []
      : [
          {
            rule: "severalSubjects",
            severity: "let op",
            start: index.toCodePoint(word.start),
            end: index.toCodePoint(word.end),
            params: { words: word.raw, other: "" },
          },
        ],
  );
}

const VERB =
  /^(?:is|zijn|heeft|hebben|moet|moeten|kan|kunnen|mag|mogen|hoort|horen|wil|willen|werkt|werken|helpt|helpen|krijgt|krijgen|geeft|geven|komt|komen|gaat|gaan|blijft|blijven|doet|doen|wordt|worden|zal|zullen|zou|zouden|hoeft|hoeven|staat|staan|maakt|maken|weet|weten|verdient|verdienen)$/;

/**
 * What is missing beside the sentence of a requirement. Only what is given is judged: a field that is left out
 * says nothing. The place is the whole sentence.
 */
export function checkFields(text: string, fields: RequirementFields): Finding[] {
  const { length } = new CodePointIndex(text);
  const missing: [RuleId, Severity, boolean][] = [
    ["missingEvidence", "let op", fields.evidence !== undefined && fields.evidence.trim() === ""],
    [
      "missingVerification",
      "tip",
      fields.verification !== undefined && fields.verification.trim() === "",
    ],
    ["missingSource", "let op", fields.sources === 0 && !fields.noSourceReason?.trim()],
  ];
  return missing
    .filter(([, , is]) => is)
    .map(([rule, severity]) => ({
      rule,
      severity,
      start: 0,
      end: length,
      params: { words: "", other: "" },
    }));
}
