/** How bad it is: it cannot be tendered so, somebody should look, or it can be said more simply. */
export const SEVERITIES = ["fout", "let op", "tip"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Every rule, in the order in which findings of one place are told. */
export const RULE_IDS = [
  "placeholder",
  "brand",
  "person",
  "incumbent",
  "localPreference",
  "noTerm",
  "escapeClause",
  "vagueTime",
  "softEscape",
  "approximation",
  "vagueAmount",
  "vagueFrequency",
  "vagueQuality",
  "openEnd",
  "missingNumber",
  "missingUnit",
  "noEquivalent",
  "proportionality",
  "personNotFunction",
  "doubleNegation",
  "multipleRequirements",
  "passiveWithoutActor",
  "absolute",
  "weakWord",
  "vagueVerb",
  "undefinedTerm",
  "duplicate",
  "contradiction",
  "missingEvidence",
  "missingVerification",
  "missingSource",
  "severalSubjects",
  "longSentence",
  "hardWord",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export interface Finding {
  rule: RuleId;
  severity: Severity;
  /** Code points in the text that was checked, `end` exclusive. */
  start: number;
  end: number;
  /** What the sentence of the rule is filled in with. */
  params: { words: string; other: string };
}

/** What a dossier knows that makes words clear, or names that may not stand in a requirement. */
export interface CheckContext {
  /** Terms and abbreviations of the list of definitions. */
  terms?: readonly string[];
  /** Organisations and brands of the dossier, the incumbent among them. */
  organisations?: readonly string[];
  /** People of the dossier. */
  people?: readonly string[];
}

/** What silences the words of a rule, when it stands in the same sentence. */
export type Silence =
  /** A number with its unit: "binnen 5 werkdagen". */
  | "norm"
  /** A law, or words that a law has given a meaning. */
  | "law"
  /** A place where it is worked out: "bijlage 3", "hoofdstuk 2". */
  | "reference"
  /** "Of gelijkwaardig". */
  | "equivalent"
  /** Taking over at the start or the end of a contract. */
  | "transition";

/**
 * A rule as data. Words are written as phrases: `{a|b}` is a choice, `(e)` may be left out, `*` is any word.
 * Rules whose places take more than words have a function in `rules/find.ts` under the same id.
 */
export interface Rule {
  id: RuleId;
  severity: Severity;
  /** Where the rule comes from: a law, a guide, or a published list. */
  source: string;
  phrases?: readonly string[];
  /** Phrases in which the words mean something else. */
  except?: readonly string[];
  silencedBy?: readonly Silence[];
  /** Sentences in which the rule finds nothing, and sentences in which it finds something: its tests. */
  good: readonly string[];
  bad: readonly string[];
}

/** What belongs to a requirement beside its sentence; what is left out is not judged. */
export interface RequirementFields {
  evidence?: string;
  verification?: string;
  /** How many sources it rests on, and whether it says why it has none. */
  sources?: number;
  noSourceReason?: string | null;
}
