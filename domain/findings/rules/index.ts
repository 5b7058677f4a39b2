import type {
  CheckContext,
  Finding,
  RequirementFields,
  RuleId,
  Severity,
} from "../../checking/model";
import { RULE_IDS, SEVERITIES } from "../../checking/model";
import { checkFields } from "../../checking/rules/beside";
import { CodePointIndex } from "../../text/rules";
import type {
  CheckedPiece,
  CheckedText,
  FindingFilter,
  FindingSums,
  Ignored,
  ShownFinding,
  TextToCheck,
} from "../model";

/** Rules about the fields beside the text. */
const OF_FIELDS: readonly RuleId[] = ["missingEvidence", "missingVerification", "missingSource"];
/** Rules about a requirement as a whole: no words of it are marked. */
const OF_WHOLE: ReadonlySet<RuleId> = new Set<RuleId>(["duplicate", "contradiction", ...OF_FIELDS]);

/** A line under all of a sentence would hide those under its words. */
const LONG: RuleId = "longSentence";

/** How a name that nobody decided on counts: somebody should look. */
const UNDECIDED: Severity = "let op";
const OF_NAMES: ReadonlySet<RuleId> = new Set<RuleId>(["brand", "incumbent", "person"]);

/** Names that a dossier knows, and those among them on which nobody decided. */
export interface KnownNames extends CheckContext {
  undecided: ReadonlySet<string>;
}

/** As names are compared: without capitals. */
export const nameOf = (words: string): string => words.normalize("NFC").toLowerCase().trim();

/**
 * What of the fields beside its text a requirement must have. One that is asked of the tenderer or must be met needs proof;
 * what holds during the contract needs to be looked after.
 */
export function fieldsOf({ kind, evidence, verification, withoutSource }: TextToCheck) {
  const fields: RequirementFields = { sources: withoutSource ? 0 : 1 };
  if (kind === "mandatory" || kind === "suitability") fields.evidence = evidence;
  if (kind === "mandatory" || kind === "performance") fields.verification = verification;
  return fields;
}

/** All findings of a requirement, with those of its fields; a name on which nobody decided is no error yet. */
export function findingsOf(
  one: TextToCheck,
  found: readonly Finding[],
  { undecided }: Pick<KnownNames, "undecided">,
): Finding[] {
  const milder = found.map((finding) =>
    OF_NAMES.has(finding.rule) && undecided.has(nameOf(finding.params.words))
      ? { ...finding, severity: UNDECIDED }
      : finding,
  );
  return [...milder, ...checkFields(one.text, fieldsOf(one))];
}

/** What a finding is about: the words it marks, another requirement, or nothing but its rule. */
function aboutOf(
  { rule, start, end, params }: Finding,
  text: string,
  index: CodePointIndex,
): string {
  if (OF_WHOLE.has(rule)) return params.other;
  return nameOf(text.slice(index.toUtf16(start), index.toUtf16(end))).replace(/\s+/g, " ");
}

/** What was found in a text, and where each finding that marks words of it stands. `n` is its place in `findings`. */
export interface MarkedText {
  text: string;
  findings: ShownFinding[];
  marking: { start: number; end: number; n: number }[];
}

/**
 * A text with what was found in it. Not cut yet: of thousands of texts only those of a page are.
 *
 * @param ignored those that were let stand, by their hash.
 * @param hash SHA-256, hexadecimal.
 */
export function markedText(
  text: string,
  found: readonly Finding[],
  ignored: ReadonlyMap<string, Ignored>,
  hash: (words: string) => string,
): MarkedText {
  const index = new CodePointIndex(text);
  // The same words twice are one finding, with two places.
  const byHash = new Map<string, number>();
  const findings: ShownFinding[] = [];
  const marking: MarkedText["marking"] = [];
  for (const one of found) {
    const { rule, severity, params, start, end } = one;
    const sha256 = hash(`${rule}\n${aboutOf(one, text, index)}`);
    let n = byHash.get(sha256);
    if (n === undefined) {
      n = findings.length;
      byHash.set(sha256, n);
      findings.push({ rule, severity, params, sha256, ignored: ignored.get(sha256) ?? null });
    }
    const shown = findings[n] as ShownFinding;
    if (!OF_WHOLE.has(shown.rule) && shown.rule !== LONG && !shown.ignored) {
      marking.push({ start, end, n });
    }
  }
  return { text, findings, marking };
}

/** A text cut where a finding that stands begins or ends. */
export function checkedText({ text, findings, marking }: MarkedText): CheckedText {
  return { pieces: piecesOf(text, marking), findings };
}

function piecesOf(
  text: string,
  marking: readonly { start: number; end: number; n: number }[],
): CheckedPiece[] {
  const index = new CodePointIndex(text);
  const at = marking.map(({ n, start, end }) => ({
    n,
    start: index.toUtf16(start),
    end: index.toUtf16(end),
  }));
  const cuts = new Set([0, text.length, ...at.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => ({
    type: "text",
    text: text.slice(from, places[i + 1]),
    marks: at.filter(({ start, end }) => start <= from && from < end).map(({ n }) => n),
  }));
}

/** Whether a finding is among those that are asked for. */
export function isAsked(
  { severity, rule, ignored }: ShownFinding,
  filter: Omit<FindingFilter, "page">,
): boolean {
  if (filter.ignored) return ignored !== null;
  return (
    ignored === null &&
    OF_FIELDS.includes(rule) === Boolean(filter.fields) &&
    (filter.severity === undefined || filter.severity === severity) &&
    (filter.rule === undefined || filter.rule === rule)
  );
}

/** How many of what was found. */
export function sumsOf(checked: readonly { findings: readonly ShownFinding[] }[]): FindingSums {
  const all = checked.flatMap(({ findings }) => findings);
  const open = all.filter(({ ignored }) => ignored === null);
  const words = open.filter(({ rule }) => !OF_FIELDS.includes(rule));
  const counts = new Map<RuleId, number>();
  for (const { rule } of words) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return {
    requirements: checked.length,
    open: Object.fromEntries(
      SEVERITIES.map((one) => [one, words.filter(({ severity }) => severity === one).length]),
    ) as Record<Severity, number>,
    fields: open.length - words.length,
    ignored: all.length - open.length,
    rules: [...counts]
      .map(([rule, count]) => ({ rule, count }))
      .sort((a, b) => b.count - a.count || RULE_IDS.indexOf(a.rule) - RULE_IDS.indexOf(b.rule)),
  };
}
