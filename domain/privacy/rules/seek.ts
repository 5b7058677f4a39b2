import type { PersonalDataKind } from "@/db/vocabulary";
import { tellsAlone } from "./telling";
import { PARTICLES } from "./words";

/** A way of writing that is looked for; a name unless it says otherwise. */
export interface SoughtForm {
  text: string;
  kind?: PersonalDataKind;
  /** A first name: not where a surname follows, for that is somebody else, or a street. */
  given?: boolean;
}

/** A form where it stands in a text, in UTF-16 units, `end` exclusive. */
export interface Stands<Form> {
  start: number;
  end: number;
  form: Form;
}

/** A word with what only shows how it is written: accents that are signs of their own, soft hyphens. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*/gu;

interface Word {
  start: number;
  end: number;
  /** As it stands there. */
  word: string;
  /** In small letters, without accents and signs that do not show. */
  plain: string;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    words.push({ start, end: start + word.length, word, plain: plainOf(word) });
  }
  return words;
}

/** The word in small letters, without accents and without signs that do not show. */
export function plainOf(word: string): string {
  const small = word.toLowerCase();
  if (!/[^\0-\x7f]/.test(small)) return small;
  return small.normalize("NFD").replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu, "");
}

interface Sought<Form> {
  form: Form;
  words: readonly Word[];
  /** What stands before each word but the first. */
  gaps: readonly string[];
  /** What the form ends with besides words. */
  after: string;
  /** The only word that tells, when there is one: it must be written as a name is. Several can be in any case. */
  only: number | null;
  /** A firm: "Samen Sterk" is not what is done "samen sterk". */
  capitals: boolean;
  /** Whether that word tells who it is in small letters too. */
  small: boolean;
}

function soughtOf<Form extends SoughtForm>(form: Form): Sought<Form> | null {
  const { text, kind = "name" } = form;
  const words = wordsOf(text);
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || text.length < 2) return null;
  const gaps = words.slice(1).map(({ start }, i) => text.slice(words[i]?.end ?? 0, start));
  const telling = words.flatMap(({ plain }, i) => (PARTICLES.has(plain) ? [] : [i]));
  const [only = 0] = telling;
  const one = telling.length < 2;
  return {
    form,
    words,
    gaps,
    after: text.slice(last.end),
    only: one && kind === "name" ? only : null,
    capitals: kind === "organisation",
    small: one && kind === "name" && tellsAlone(words[only]?.plain ?? ""),
  };
}

const SPACE = /^[\s.*_~]+$/;
const LOOSE = /^[\s.*_~+\-‐‑]+$/;
const HYPHEN = /^[*~]*[-‐‑–_\s][*~\s]*$/;
const QUOTE = /^['’‘`´]$/;
/** No name goes on behind an empty line, or further than this. */
const LONGEST_GAP = 6;

/** Whether what stands between two words of a text is what stands between them in a form, written otherwise. */
function sameGap(form: string, text: string): boolean {
  if (form === text) return true;
  if (text === "" || text.length > LONGEST_GAP || /\n\s*\n/.test(text)) return false;
  if (SPACE.test(form)) return LOOSE.test(text);
  if (/^[-‐‑–]$/.test(form)) return HYPHEN.test(text);
  if (QUOTE.test(form)) return QUOTE.test(text);
  return form.replace(/[\s*~]+/g, " ") === text.replace(/[\s*~]+/g, " ");
}

const CAPITAL = /^\p{Lu}/u;

/** Whether a word is written as in the form, or with a capital, or in capitals only. */
function sameCase(form: Word, text: Word): boolean {
  return form.word === text.word || CAPITAL.test(text.word) || !CAPITAL.test(form.word);
}

/** Forms by their first word, those of most words first. */
function byFirstWord<Form extends SoughtForm>(forms: readonly Form[]): Map<string, Sought<Form>[]> {
  const all = new Map<string, Sought<Form>[]>();
  for (const form of forms) {
    const sought = soughtOf(form);
    const first = sought?.words[0]?.plain;
    if (!sought || first === undefined) continue;
    const list = all.get(first);
    if (list) list.push(sought);
    else all.set(first, [sought]);
  }
  for (const list of all.values()) {
    list.sort((a, b) => b.words.length - a.words.length || b.form.text.length - a.form.text.length);
  }
  return all;
}

/**
 * Makes what finds forms in a text: where they stand as whole words, in order, in whatever way they are written: in capitals,
 * with other accents, spaces or hyphens, and between marks. The longest form that begins at a place wins; in proportion to
 * the text, however many forms there are.
 *
 * @param small whether a name of one word that is nothing else is also found in small letters.
 */
export function seekerOf<Form extends SoughtForm>(
  forms: readonly Form[],
  { small = false } = {},
): (text: string) => Stands<Form>[] {
  const byFirst = byFirstWord(forms);
  const numberAt = numberSeekerOf(forms);
  return (text) => {
    const found: Stands<Form>[] = [];
    const words = wordsOf(text);
    for (let i = 0; i < words.length; i++) {
      const sought = byFirst
        .get(words[i]?.plain ?? "")
        ?.find((one) => standsAt(one, text, words, i, small));
      const number = numberAt(text, words, i);
      const count = Math.max(sought?.words.length ?? 0, number?.count ?? 0);
      if (count === 0) continue;
      const form = sought && sought.words.length === count ? sought.form : number?.form;
      if (form === undefined) continue;
      const place = widened(form, text, words[i] as Word, words[i + count - 1] as Word);
      found.push({ ...place, form });
      i += count - 1;
    }
    return found;
  };
}

function standsAt<Form extends SoughtForm>(
  { form, words: own, gaps, only, capitals, small: tells }: Sought<Form>,
  text: string,
  words: readonly Word[],
  at: number,
  small: boolean,
): boolean {
  for (const [k, word] of own.entries()) {
    const here = words[at + k];
    if (here === undefined || here.plain !== word.plain) return false;
    if (k > 0) {
      const before = words[at + k - 1] as Word;
      if (!sameGap(gaps[k - 1] ?? "", text.slice(before.end, here.start))) return false;
    }
    const named = capitals || only === k;
    if (named && !sameCase(word, here) && !(small && tells)) return false;
  }
  return !(form.given && surnameAt(text, words, at + own.length));
}

/** Whether a surname stands right behind the word before: "Visser", "van Galenstraat". */
function surnameAt(text: string, words: readonly Word[], at: number): boolean {
  for (let i = at; i < at + 3; i++) {
    const [before, here] = [words[i - 1], words[i]];
    if (!before || !here || !/^[^\S\n]+$/.test(text.slice(before.end, here.start))) return false;
    if (CAPITAL.test(here.word)) return true;
    if (!PARTICLES.has(here.plain)) return false;
  }
  return false;
}

/** With what a form begins and ends with besides words, where the text has it too. */
function widened(form: SoughtForm, text: string, first: Word, last: Word) {
  const words = wordsOf(form.text);
  const before = form.text.slice(0, words[0]?.start ?? 0);
  const after = form.text.slice(words.at(-1)?.end ?? form.text.length);
  const start = first.start - before.length;
  const led = before !== "" && start >= 0 && text.startsWith(before, start);
  const end = text.startsWith(after, last.end) ? last.end + after.length : last.end;
  return { start: led ? start : first.start, end };
}

/** Fewer figures than this are no number of somebody. */
const LEAST_FIGURES = 8;
const MOST_PIECES = 8;

/** The same number however it is written: "06 1234 5678", "+31 6 12345678". */
const figuresOf = (figures: string): string => figures.replace(/^(?:0031|31(?=0?\d{9}$))0?/, "0");

/** Makes what finds a number of somebody from a word on, by its figures alone. */
function numberSeekerOf<Form extends SoughtForm>(forms: readonly Form[]) {
  const numbers = new Map<string, Form>();
  for (const form of forms) {
    const figures = form.text.replace(/\D/g, "");
    const number = form.kind === "phone" || form.kind === "bsn";
    if (number && figures.length >= LEAST_FIGURES) numbers.set(figuresOf(figures), form);
  }
  return (
    text: string,
    words: readonly Word[],
    at: number,
  ): { form: Form; count: number } | null => {
    if (numbers.size === 0) return null;
    let figures = "";
    let longest: { form: Form; count: number } | null = null;
    for (let k = 0; k < MOST_PIECES; k++) {
      const here = words[at + k];
      if (here === undefined || !/^\d+$/.test(here.plain)) break;
      const before = words[at + k - 1];
      if (k > 0 && !/^[ \u00a0().\-‐‑–/]{1,3}$/.test(text.slice(before?.end, here.start))) break;
      figures += here.plain;
      const form = numbers.get(figuresOf(figures));
      if (form) longest = { form, count: k + 1 };
    }
    return longest;
  };
}

/** No form is looked for further back than this from where a text was cut. */
const LONGEST_CUT = 100;

/** Makes what finds a form of which a text ends with the beginning: within a word, or behind more than one. */
export function cutSeekerOf<Form extends SoughtForm>(forms: readonly Form[]) {
  const starts = new Map<string, Sought<Form>[]>();
  for (const [first, list] of byFirstWord(forms)) {
    const start = first.slice(0, 2);
    starts.set(start, [...(starts.get(start) ?? []), ...list]);
  }
  return (text: string, from: number): Stands<Form> | null => {
    const begin = Math.max(from, text.length - LONGEST_CUT);
    // From the beginning of a word on: what is cut off before is no beginning.
    const inWord = begin > 0 && /[\p{L}\p{N}]/u.test(text[begin - 1] ?? "");
    const words = wordsOf(text.slice(begin)).slice(inWord ? 1 : 0);
    const tail = text.slice(begin);
    for (const [i, { start, plain }] of words.entries()) {
      const rest = tail.slice(start);
      // "de" and "12" are the beginning of too much.
      if (rest.length < 3 || (rest.length < 6 && !/\p{Lu}/u.test(rest))) continue;
      const sought = starts
        .get(plain.slice(0, 2))
        ?.find((one) => isCutAt(one, tail, words.slice(i)));
      if (sought) return { start: begin + start, end: text.length, form: sought.form };
    }
    return null;
  };
}

/** Whether a text ends, from its first word here on, within a form: in its first word, or anywhere behind that. */
function isCutAt<Form>(
  { words: own, gaps, after }: Sought<Form>,
  text: string,
  words: readonly Word[],
): boolean {
  if (words.length > own.length) return false;
  const last = words.length - 1;
  for (const [k, here] of words.entries()) {
    const word = own[k] as Word;
    const same = here.plain === word.plain;
    if (!(same || (k === last && word.plain.startsWith(here.plain)))) return false;
    if (CAPITAL.test(word.word) && !CAPITAL.test(here.word)) return false;
    const before = words[k - 1];
    if (before && !sameGap(gaps[k - 1] ?? "", text.slice(before.end, here.start))) return false;
    if (k < last) continue;
    const tail = text.slice(here.end);
    if (!same) return tail === "";
    // Of one whole word only when more than it stands there: "Marleen " and not "Marleen".
    const whole = k === own.length - 1;
    const gap = whole ? after : (gaps[k] ?? "");
    return gap.startsWith(tail) && !(whole && tail === after) && (k > 0 || tail.trim() !== "");
  }
  return false;
}
