import fs from "node:fs";
import path from "node:path";
import type { Finding, RuleId } from "@/domain/checking/model";
import type { MarkedPlace, MarkedSentence } from "./read";

export interface RuleScore {
  marks: number;
  found: number;
  finds: number;
  right: number;
}

export interface CheckScore {
  rules: Partial<Record<RuleId, RuleScore>>;
  all: RuleScore;
  good: { sentences: number; withError: number; withAny: number };
  bad: { sentences: number; found: number };
  missed: { sentence: MarkedSentence; place: MarkedPlace }[];
  wrong: { sentence: MarkedSentence; finding: Finding }[];
}

/** How easily a sentence reads is told by lists; there is nothing to mark by hand. */
const NOT_MARKED: readonly RuleId[] = ["longSentence", "hardWord"];

/**
 * Holds what is found against what was marked. A mark is found, and a finding right, when one of its rule touches it; a
 * finding may stand beside a mark of another rule, and then it is wrong.
 */
export function measureChecks(
  sentences: readonly MarkedSentence[],
  check: (text: string) => Finding[],
): CheckScore {
  const none = (): RuleScore => ({ marks: 0, found: 0, finds: 0, right: 0 });
  const score: CheckScore = {
    rules: {},
    all: none(),
    good: { sentences: 0, withError: 0, withAny: 0 },
    bad: { sentences: 0, found: 0 },
    missed: [],
    wrong: [],
  };
  for (const sentence of sentences) {
    const findings = check(sentence.text).filter(({ rule }) => !NOT_MARKED.includes(rule));
    const matches = (finding: Finding, place: MarkedPlace) =>
      finding.rule === place.rule && finding.start < place.end && finding.end > place.start;
    const add = (rule: RuleId, what: Partial<RuleScore>) => {
      score.rules[rule] ??= none();
      for (const counts of [score.rules[rule], score.all]) {
        for (const [name, n] of Object.entries(what)) counts[name as keyof RuleScore] += n;
      }
    };
    for (const place of sentence.places) {
      const found = findings.some((finding) => matches(finding, place));
      add(place.rule, { marks: 1, found: Number(found) });
      if (!found) score.missed.push({ sentence, place });
    }
    for (const finding of findings) {
      const right = sentence.places.some((place) => matches(finding, place));
      add(finding.rule, { finds: 1, right: Number(right) });
      if (!right) score.wrong.push({ sentence, finding });
    }
    if (sentence.places.length === 0) {
      score.good.sentences += 1;
      score.good.withError += Number(findings.some(({ severity }) => severity === "fout"));
      score.good.withAny += Number(findings.length > 0);
    } else {
      score.bad.sentences += 1;
      score.bad.found += Number(findings.length > 0);
    }
  }
  return score;
}

/** Where today's totals are kept. */
export const FLOOR_FILE = path.join(import.meta.dirname, "floor.json");

/** Percentages, rounded down; each is higher when it is better. */
export function floorOf({ all, good, bad }: CheckScore): Record<string, number> {
  return {
    found: share(all.found, all.marks),
    right: share(all.right, all.finds),
    badFound: share(bad.found, bad.sentences),
    goodWithoutError: share(good.sentences - good.withError, good.sentences),
    goodWithoutAny: share(good.sentences - good.withAny, good.sentences),
  };
}

export const readFloor = (): Record<string, number> =>
  JSON.parse(fs.readFileSync(FLOOR_FILE, "utf8"));

/** A percentage of one decimal, rounded down; 100 of none. */
export const share = (part: number, of: number): number =>
  of === 0 ? 100 : Math.floor((1000 * part) / of) / 10;
