import type { Silence } from "../model";
import { isSureNumber, LAWS, UNITS } from "./words";

/** A word with its place in UTF-16 units. */
export interface Word {
  /** In small letters. */
  text: string;
  raw: string;
  start: number;
  end: number;
}

/** Words of a sentence, from `first` up to, not including, `last`. */
export interface Sentence {
  first: number;
  last: number;
  silences: ReadonlySet<Silence>;
}

/** A requirement as the rules read it: its sentences without what explains them. */
export interface Read {
  text: string;
  words: readonly Word[];
  sentences: readonly Sentence[];
}

/** Longer texts are no requirement: what stands after this is not read. */
export const MAX_TEXT = 20_000;

const WORD = /[\p{L}\p{N}²³]+(?:[-.,:/'’&·*][\p{L}\p{N}²³]+)*/gu;
/** From here on it is said about the requirement, and not by it. */
const EXPLANATION = /(?:^|\n|[.;] ?|\()(?:toelichting|nb|noot|uitleg)\s?:/i;
/** What ends with a point without ending a sentence. */
const SHORT = new Set(
  "art artt bijv bv ca dhr mw mevr dr drs ing ir prof nr nrs o.a m.b.t t.b.v i.v.m d.w.z e.d evt incl excl max min lid st tel vgl blz resp".split(
    " ",
  ),
);

/** Reads a text once; everything else asks only this. */
export function read(whole: string): Read {
  const cut = whole.slice(0, MAX_TEXT);
  const explained = EXPLANATION.exec(cut);
  const text = explained ? cut.slice(0, explained.index + 1) : cut;
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const { index } = match;
    words.push({ text: raw.toLowerCase(), raw, start: index, end: index + raw.length });
  }
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && !endsBefore(text, words, i)) continue;
    const part = words.slice(first, i);
    const from = first === 0 ? 0 : (words[first - 1]?.end ?? 0);
    const to = i < words.length ? (words[i]?.start ?? text.length) : text.length;
    sentences.push({ first, last: i, silences: silencesOf(text.slice(from, to), part) });
    first = i;
  }
  return { text, words, sentences };
}

function endsBefore(text: string, words: readonly Word[], i: number): boolean {
  const [before, next] = [words[i - 1], words[i]];
  if (before === undefined || next === undefined) return false;
  const gap = text.slice(before.end, next.start);
  if (gap.includes("\n") || /[!?;]/.test(gap)) return true;
  if (!gap.includes(".") || SHORT.has(before.text) || before.text.length === 1) return false;
  return /^\p{Lu}/u.test(next.raw);
}

function silencesOf(text: string, words: readonly Word[]): ReadonlySet<Silence> {
  const found = new Set<Silence>();
  for (const [i, { text: word }] of words.entries()) {
    const [next = "", after = ""] = [words[i + 1]?.text, words[i + 2]?.text];
    const counts = isSureNumber(word) || (word === "een" && words[i - 1]?.text === "binnen");
    if (counts && !isReference(words[i - 1]?.text)) {
      // A number, and within two words what it counts: "5 werkdagen", "ten hoogste 2 volle dagen".
      if (UNITS.has(next) || (UNITS.has(after) && !/^(?:en|of|tot)$/.test(next))) found.add("norm");
    }
    if (/^(?:een|twee|drie|vier|vijf|zes)maal$|^eens$/.test(word) && next === "per")
      found.add("norm");
    if (LAWS.has(word) || /(?:wet|verordening|besluit|cao)$/.test(word)) found.add("law");
    if (/^(?:artikel|art|lid)$/.test(word) && /\d/.test(next + after)) found.add("law");
    if (/^(?:bijlage|hoofdstuk|paragraaf|tabel|annex|begrippenlijst)$/.test(word)) {
      found.add("reference");
    }
    if (/^(?:nen|iso|crow|aql)/.test(word)) found.add("reference");
    if (/^gelijkwaardig/.test(word) && words[i - 1]?.text !== "minste") found.add("equivalent");
    if (
      /^(?:(?:\p{L}+-)?(?:overdracht|overname|overgang|transitie|migratie|conversie)|migreert|converteert|implementatie|opvolg\p{L}*|overgenomen|overnemen|overdraagt|draagt|neemt)$/u.test(
        word,
      )
    ) {
      const takes = /^(?:draagt|neemt)$/.test(word);
      if (!takes || words.some((one, j) => j > i && one.text === "over")) found.add("transition");
    }
  }
  if (/€\s?\d|\d\s?%/.test(text)) found.add("norm");
  return found;
}

const isReference = (word = ""): boolean =>
  /^(?:artikel|art|lid|bijlage|hoofdstuk|paragraaf|tabel|iso|nen|versie|niveau|perceel)$/.test(
    word,
  );
