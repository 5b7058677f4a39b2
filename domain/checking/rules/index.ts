import { CodePointIndex } from "../../text/rules";
import { type CheckContext, type Finding, RULE_IDS, type Rule } from "../model";
import { FINDERS, type Place } from "./find";
import { LEVEL_RULES } from "./level";
import { patternPlaces } from "./patterns";
import { phrasesOf, spansOf, spansOfAll, tableOf } from "./phrases";
import { type Read, read } from "./read";
import { VAGUE_RULES } from "./vague";

/** All rules of a sentence. */
export const RULES: readonly Rule[] = [...LEVEL_RULES, ...VAGUE_RULES];

/** Of each rule its phrases, and then of each rule those in which the words mean something else. */
const TABLE = tableOf([
  ...RULES.map(({ phrases = [] }) => phrasesOf(phrases)),
  ...RULES.map(({ except = [] }) => phrasesOf(except)),
]);

const rank = new Map<string, number>(RULE_IDS.map((id, i) => [id, i]));

/**
 * What may be wrong with the text of one requirement, in the order in which it stands there. Only the requirement
 * itself is judged: what follows "Toelichting:" is not. A norm with number and unit, a term of the list of definitions
 * and the words of a law silence a rule, as the rule says.
 *
 * Takes time in proportion to the text, of which the first 20,000 characters are read.
 */
export function checkRequirement(text: string, context: CheckContext = {}): Finding[] {
  const seen = read(text);
  const defined = phrasesOf(
    (context.terms ?? []).map((term) => term.toLowerCase().replace(/[{}()|*]/g, " ")),
  );
  const terms = spansOf(seen.words, defined).map(({ first, last }) => placeIn(seen, first, last));
  const places: (Place & { rule: Rule })[] = [];
  const spans = spansOfAll(seen.words, TABLE, RULES.length * 2).map((all) =>
    all.map(({ first, last }) => placeIn(seen, first, last)),
  );
  const patterned = patternPlaces(seen.text);
  for (const [n, rule] of RULES.entries()) {
    const except = spans[RULES.length + n] ?? [];
    const sought = FINDERS[rule.id]?.(seen, context) ?? [];
    const own = [
      ...apartFrom(except, spans[n] ?? []),
      ...apartFrom(except, patterned.get(rule.id) ?? []),
      ...apartFrom(
        except,
        [...sought].sort((a, b) => a.start - b.start),
      ),
    ];
    const { silencedBy = [] } = rule;
    for (const place of own) {
      const silences = sentenceOf(seen, place.start)?.silences;
      if (silencedBy.some((silence) => silences?.has(silence))) continue;
      if (terms.some((term) => term.start <= place.start && place.end <= term.end)) continue;
      places.push({ ...place, rule });
    }
  }
  const index = new CodePointIndex(text);
  return withoutInner(places)
    .sort((a, b) => a.start - b.start || (rank.get(a.rule.id) ?? 0) - (rank.get(b.rule.id) ?? 0))
    .map(({ rule, start, end, other = "" }) => ({
      rule: rule.id,
      severity: rule.severity,
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
      params: { words: shortened(text.slice(start, end)), other },
    }));
}

function placeIn({ words }: Read, first: number, last: number): Place {
  return { start: words[first]?.start ?? 0, end: words[last - 1]?.end ?? 0 };
}

/** Those that touch none of the others; both stand in order, none within its own kind. */
function apartFrom(others: readonly Place[], spans: readonly Place[]): Place[] {
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < others.length && (others[next]?.end ?? 0) <= start) next += 1;
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** The sentence in which a place begins: sentences stand in order, so halving finds it. */
function sentenceOf({ words, sentences }: Read, at: number) {
  let [low, high] = [0, sentences.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = words[(sentences[middle]?.last ?? 0) - 1]?.end ?? 0;
    if (end > at) high = middle;
    else low = middle + 1;
  }
  return sentences[low];
}

/** Of two places in each other the larger one says more; tips stand beside others, for they say something else. */
function withoutInner<One extends Place & { rule: Rule }>(places: One[]): One[] {
  const firm = places
    .filter(({ rule }) => rule.severity !== "tip")
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: One[] = [];
  let end = -1;
  // Found in two ways it is said once.
  const ends = new Map<string, number>();
  for (const one of firm) {
    if (one.end <= (isWhole(one) ? (ends.get(one.rule.id) ?? -1) : end)) continue;
    ends.set(one.rule.id, one.end);
    kept.push(one);
    if (!isWhole(one)) end = Math.max(end, one.end);
  }
  return [...kept, ...places.filter(({ rule }) => rule.severity === "tip")];
}

/** What is said of how a sentence is built stands beside what is said of its words. */
const isWhole = ({ rule }: { rule: Rule }): boolean =>
  ["doubleNegation", "multipleRequirements", "passiveWithoutActor"].includes(rule.id);

const shortened = (words: string): string =>
  words.length > 60 ? `${words.slice(0, 59).toWellFormed()}…` : words;
