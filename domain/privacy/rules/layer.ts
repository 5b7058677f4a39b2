import { CodePointIndex } from "@/domain/text/rules";

/** What stands in place of the words from `start` to `end`, in code points of the version. */
export interface Replaced {
  start: number;
  end: number;
  words: string;
}

/**
 * A stretch of a text as others read it: each place that is replaced, whole or the part of it within the stretch, has
 * its replacement once. The text itself, its offsets and its hash stay as they are.
 *
 * @param text the stretch; @param start where it begins in the version, in code points.
 * @param replaced places of that version in order, none in another.
 */
export function throughLayer(text: string, start: number, replaced: readonly Replaced[]): string {
  const index = new CodePointIndex(text);
  const end = start + index.length;
  let out = "";
  let at = 0;
  for (const place of replaced) {
    if (place.end <= start || place.start >= end) continue;
    const from = index.toUtf16(Math.max(place.start, start) - start);
    out += text.slice(at, from) + place.words;
    at = index.toUtf16(Math.min(place.end, end) - start);
  }
  return out + text.slice(at);
}

/** Words that are replaced wherever they stand: in what was typed, in titles and in names of files. */
export interface ReplacedForm {
  text: string;
  words: string;
}

const LETTER = /[\p{L}\p{N}]/u;

/** A form where it stands in a text, in UTF-16 units, `end` exclusive. */
export interface Stands<Form> {
  start: number;
  end: number;
  form: Form;
}

/**
 * Makes what finds forms in a text: where they stand as whole words, in order. The longest form that begins at a place
 * wins; in proportion to the text, however many forms there are.
 */
export function seekerOf<Form extends { text: string }>(
  forms: readonly Form[],
): (text: string) => Stands<Form>[] {
  const byStart = startsOf(forms);
  return (text) => {
    const found: Stands<Form>[] = [];
    for (let i = 0; i < text.length; i++) {
      if (i > 0 && LETTER.test(text[i - 1] ?? "")) continue;
      const form = byStart
        .get(text.slice(i, i + 2).toLowerCase())
        ?.find((one) => stands(text, i, one.text));
      if (form === undefined) continue;
      found.push({ start: i, end: i + form.text.length, form });
      i += form.text.length - 1;
    }
    return found;
  };
}

/** Forms by how they begin, the longest first. */
function startsOf<Form extends { text: string }>(forms: readonly Form[]): Map<string, Form[]> {
  const byStart = new Map<string, Form[]>();
  for (const form of forms) {
    if (form.text.length < 2) continue;
    const first = form.text.slice(0, 2).toLowerCase();
    const list = byStart.get(first);
    if (list) list.push(form);
    else byStart.set(first, [form]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length);
  return byStart;
}

/**
 * Makes what takes forms out of texts without a place in a version: each is replaced where `seekerOf` finds it, and so
 * is one that is cut off where the text ends: a list shows no more than the first words of a text.
 */
export function replacerOf(forms: readonly ReplacedForm[]): (text: string) => string {
  const seek = seekerOf(forms);
  const cut = cutSeekerOf(forms);
  return (text) => {
    let out = "";
    let at = 0;
    for (const { start, end, form } of seek(text)) {
      out += text.slice(at, start) + form.words;
      at = end;
    }
    const last = cut(text, at);
    return last ? out + text.slice(at, last.start) + last.form.words : out + text.slice(at);
  };
}

/** No form is looked for further back than this from where a text was cut. */
const LONGEST_CUT = 100;

/** Makes what finds a form of which a text ends with the beginning: within a word, or behind more than one. */
function cutSeekerOf<Form extends { text: string }>(forms: readonly Form[]) {
  const byStart = startsOf(forms);
  return (text: string, from: number): Stands<Form> | null => {
    for (let i = Math.max(from, text.length - LONGEST_CUT); i < text.length - 2; i++) {
      if (i > 0 && LETTER.test(text[i - 1] ?? "")) continue;
      const rest = text.slice(i);
      // "de" and "12" are the beginning of too much.
      if (rest.length < 6 && !/\p{Lu}/u.test(rest)) continue;
      const form = byStart
        .get(rest.slice(0, 2).toLowerCase())
        ?.find(
          (one) =>
            one.text.length > rest.length &&
            one.text.startsWith(rest) &&
            (/\s/.test(rest.trim()) || LETTER.test(one.text[rest.length] ?? "")),
        );
      if (form) return { start: i, end: text.length, form };
    }
    return null;
  };
}

/**
 * At the start of a sentence as well ("Mevrouw Ottens"), or no more there ("mevrouw Ottens"); but a name of one word is
 * not the word that is written in small letters.
 */
function stands(text: string, at: number, form: string): boolean {
  const end = at + form.length;
  if (LETTER.test(text[end] ?? "")) return false;
  const here = text.slice(at, end);
  if (here === form) return true;
  if (here.slice(1) !== form.slice(1)) return false;
  const [first = ""] = form;
  const [found = ""] = here;
  return (
    found === first.toUpperCase() ||
    (found === first.toLowerCase() && /\p{Lu}/u.test(form.slice(1)))
  );
}

/** How far two words may differ at their ends and still have the same stem, in letters. */
const ENDING = 3;

/**
 * Makes what takes words out of a question that would find somebody: those of these forms, and what the search takes
 * for the same word. What comes in their place is found nowhere. An id is no question.
 */
export function askerOf(forms: readonly string[]): (text: string) => string {
  const byStart = new Map<string, Set<string>>();
  for (const text of forms) {
    for (const word of text.match(WORD) ?? []) {
      const plain = plainWord(word);
      // "van der", "de heer" and a year are of nobody by themselves.
      if (!(/^\d+$/.test(word) ? word.length >= 6 : plain.length >= 3 && /\p{Lu}/u.test(word)))
        continue;
      const key = plain.slice(0, 3);
      byStart.set(key, (byStart.get(key) ?? new Set()).add(plain));
    }
  }
  const tells = (word: string) => {
    const plain = plainWord(word);
    return [...(byStart.get(plain.slice(0, 3)) ?? [])].some(
      (name) =>
        sharedStart(name, plain) >= Math.min(name.length, plain.length) - ENDING + 1 &&
        Math.abs(name.length - plain.length) <= ENDING,
    );
  };
  return (text) =>
    ID.test(text) ? text : text.replace(WORD, (word) => (tells(word) ? NOBODY : word));
}

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Stands in a question for a word that is not answered. */
const NOBODY = "naamverwijderd";
const WORD = /[\p{L}\p{N}]+/gu;

const plainWord = (word: string): string =>
  word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}
