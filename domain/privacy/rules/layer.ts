import { CodePointIndex } from "@/domain/text/rules";
import { cutSeekerOf, plainOf, type SoughtForm, seekerOf } from "./seek";

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
export interface ReplacedForm extends SoughtForm {
  words: string;
}

/**
 * Makes what takes forms out of texts without a place in a version: each is replaced where `seekerOf` finds it, and so
 * is one that is cut off where the text ends: a list shows no more than the first words of a text.
 */
export function replacerOf(forms: readonly ReplacedForm[]): (text: string) => string {
  const seek = seekerOf(forms, { small: true });
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
      const plain = plainOf(word);
      // "van der", "de heer" and a year are of nobody by themselves.
      if (!(/^\d+$/.test(word) ? word.length >= 6 : plain.length >= 3 && /\p{Lu}/u.test(word)))
        continue;
      const key = plain.slice(0, 3);
      byStart.set(key, (byStart.get(key) ?? new Set()).add(plain));
    }
  }
  const tells = (word: string) => {
    const plain = plainOf(word);
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

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}
