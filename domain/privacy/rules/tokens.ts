import { isBlankCode } from "@/domain/text/rules";

/** A word of the text. Offsets are UTF-16 units. */
export interface Token {
  start: number;
  end: number;
  word: string;
  small: string;
  /** A capital and then small letters, as names are written: "Ottens", "McBride", "Jansen-de". */
  capital: boolean;
  /** One capital, or "Th", "Chr", with a point behind it. */
  initial: boolean;
  /** A sentence, a line or an item begins here, so that its capital says nothing. */
  opens: boolean;
  /** What stands between the word before and this one. */
  gap: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\-‑][\p{L}\p{M}\p{N}]+)*/gu;
const CAPITAL =
  /^(?:\p{Lu}\p{M}?[\p{Ll}\p{M}]|Mc\p{Lu}|IJ\p{Ll}|\p{Lu}['’]\p{Lu}\p{Ll}|d['’]\p{Lu}\p{Ll})/u;
const DIGIT = /\p{N}/u;
const SHORTENED = new Set([
  "th",
  "chr",
  "ph",
  "ij",
  "joh",
  "jac",
  "ant",
  "wm",
  "fr",
  "gerh",
  "st",
  "abr",
]);
/** A point behind one of these ends no sentence. */
const ABBREVIATIONS = new Set(
  "dhr mw mevr hr mej dr drs ir ing mr prof ds fam bijv o a m b t v e c n s i nr tel ca evt incl excl resp vs jr sr wnd plv st geb fam mej nl".split(
    " ",
  ),
);
const OPENS = /[!?:…“"„|•>#*\u2028]|[.;]\s|\n\s{0,20}\n|\n\s{0,8}(?:[-–—+o§]|\d{1,3}[.)])|\t/;

/** The words of a text in order. A gap longer than a line is cut; such words are not beside each other. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last: Token | null = null;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const end = start + word.length;
    const gap = text.slice(Math.max(last?.end ?? 0, start - 120), start);
    const point = text[end] === ".";
    const letters = word.length === 1 || SHORTENED.has(word.toLowerCase());
    const token: Token = {
      start,
      end,
      word,
      small: word.toLowerCase(),
      capital: CAPITAL.test(word) && !DIGIT.test(word),
      initial: point && letters && /^\p{Lu}/u.test(word),
      opens:
        last === null || opensAfter(last, gap, text) || (gap.includes("\n") && text[end] === ":"),
      gap,
    };
    tokens.push(token);
    last = token;
  }
  return tokens;
}

/** A line that a program broke has at least about this many characters. */
const LEAST_WRAPPED = 62;

function opensAfter(last: Token, gap: string, text: string): boolean {
  if (OPENS.test(gap)) {
    const pointOnly = /^\.[^\S\n]{1,3}$/.test(gap);
    return !(pointOnly && (last.initial || ABBREVIATIONS.has(last.small)));
  }
  if (!gap.includes("\n")) return false;
  // A line that was broken by a program goes on; a short one was ended by who wrote it.
  const line = text.lastIndexOf("\n", last.start - 1);
  return last.end - Math.max(line, last.end - 200) < LEAST_WRAPPED;
}

/** Whether two words stand beside each other in one name: spaces, or a line that was wrapped. */
export function besides(next: Token): boolean {
  const { gap } = next;
  if (gap === " ") return true;
  if (gap.length === 0 || gap.length > 12) return false;
  let lines = 0;
  for (let i = 0; i < gap.length; i++) {
    if (gap[i] === "\n") lines++;
    else if (!isBlankCode(gap.charCodeAt(i)) && !"'’‘".includes(gap[i] ?? "")) return false;
  }
  return lines === 0 || (lines === 1 && !next.opens);
}

/** The same behind an initial or a title, which end in a point. */
export function besidesPoint(next: Token): boolean {
  const { gap } = next;
  return (
    gap === "." ||
    /^\.?[ \u00a0]{0,2}$/.test(gap) ||
    (gap.startsWith(".") && besides({ ...next, gap: gap.slice(1) }))
  );
}
