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

/**
 * A text without a place in a version, with each form replaced where it stands as whole words. The longest form that
 * begins at a place wins; in proportion to the text, however many forms there are.
 */
export function withoutForms(text: string, forms: readonly ReplacedForm[]): string {
  const byStart = new Map<string, ReplacedForm[]>();
  for (const form of forms) {
    const first = form.text.slice(0, 2).toLowerCase();
    if (form.text.length < 2) continue;
    byStart.set(first, [...(byStart.get(first) ?? []), form]);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length);
  let out = "";
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    if (i > 0 && LETTER.test(text[i - 1] ?? "")) continue;
    const form = byStart
      .get(text.slice(i, i + 2).toLowerCase())
      ?.find((one) => stands(text, i, one.text));
    if (form === undefined) continue;
    out += text.slice(at, i) + form.words;
    at = i + form.text.length;
    i = at - 1;
  }
  return out + text.slice(at);
}

/** Also with another capital at its start: "Mevrouw Ottens". */
function stands(text: string, at: number, form: string): boolean {
  const end = at + form.length;
  if (LETTER.test(text[end] ?? "")) return false;
  const here = text.slice(at, end);
  return (
    here === form ||
    (here.slice(1) === form.slice(1) && here[0]?.toLowerCase() === form[0]?.toLowerCase())
  );
}
