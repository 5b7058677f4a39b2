import { HIT_END, HIT_START } from "@/db/vocabulary";
import { MAX_SEARCH_LENGTH, type TextPiece } from "./model";

/** Longest text in a list, in UTF-16 units; the whole of it stands on its own page. */
const LIST_LENGTH = 480;
/** What is shown before the first hit when a long text is cut. */
const LEAD_IN = 80;

const NOT_IN_WORD = "(?<![\\p{L}\\p{N}])";
const NOT_AFTER_WORD = "(?![\\p{L}\\p{N}])";

/**
 * What somebody typed to search for: no control characters (PostgreSQL refuses NUL), one space
 * between words, at most `MAX_SEARCH_LENGTH` characters.
 */
export function searchWords(typed: string): string {
  const clean = typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cs}\ue000\ue001]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return [...clean].slice(0, MAX_SEARCH_LENGTH).join("").trim();
}

/** Words that are one code and nothing else, written as codes are (e2.1 is E-2.1); else null. */
export function codeIn(words: string): string | null {
  const found = /^(\p{L}{1,3})\s?-?\s?(\d{1,9}(?:\.\d{1,9})*)$/u.exec(words.trim());
  return found ? `${found[1]?.toUpperCase()}-${found[2]}` : null;
}

/** The number in a display code of reactions or kernwaarden ("R-12", "k3", "R 12"), or null. */
export function numberInCode(words: string, letter: "R" | "K"): number | null {
  const found = new RegExp(`^${letter}\\s?-?\\s?(\\d{1,9})$`, "iu").exec(words.trim());
  return found ? Number(found[1]) : null;
}

/** What has no accent to lose, as `without_accents` in the database writes it. */
const LETTERS: Record<string, string> = {
  ...{ Ø: "O", ø: "o", Ł: "L", ł: "l", Đ: "D", đ: "d", Ð: "D", ð: "d", Ħ: "H", ħ: "h", Ŧ: "T" },
  ...{ ŧ: "t", ı: "i", Œ: "Oe", œ: "oe", Æ: "Ae", æ: "ae", ß: "ss", ẞ: "SS", Þ: "Th", þ: "th" },
};
const ACCENTS =
  /(?<![aeiouAEIOU])[\u0300-\u036f]|[\u0300\u0302-\u0307\u0309-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** A sign with the accents that follow it. */
const SIGN = /\P{M}\p{M}*|\p{M}+/gsu;

/**
 * The same as the function `without_accents` in the database, whose words these are to find back: letters
 * without accents, but for an acute or umlaut on a vowel, which the Dutch stemmer takes away.
 */
export function withoutAccents(text: string): string {
  return text
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .replace(/[^\0-\x7f]/g, (sign) => LETTERS[sign] ?? sign);
}

/** A text without accents, and for each place in it (and its end) where that stands in the text. */
function bare(text: string): { text: string; at: (place: number) => number } {
  if (/^[\0-\x7f]*$/.test(text)) return { text, at: (place) => place };
  let made = "";
  const places: number[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const plain = withoutAccents(sign);
    made += plain;
    for (let i = 0; i < plain.length; i++) places.push(index);
  }
  return { text: made, at: (place) => places[place] ?? text.length };
}

/**
 * The text in pieces, hits apart. `headline` is the same text as it is searched, as `ts_headline` gives
 * it back, or one that holds it; only the words it marks are used, since it alters other things.
 */
export function markHits(text: string, headline: string | null): TextPiece[] {
  const words = headline ? hitWords(headline) : [];
  if (words.length === 0) return text === "" ? [] : [{ text, hit: false }];
  const pattern = new RegExp(
    `${NOT_IN_WORD}(?:${words.map(escaped).join("|")})${NOT_AFTER_WORD}`,
    "gu",
  );
  const plain = bare(text);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of plain.text.matchAll(pattern)) {
    const start = plain.at(match.index);
    const end = plain.at(match.index + match[0].length);
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

function hitWords(headline: string): string[] {
  const words = new Set<string>();
  for (const part of headline.split(HIT_START).slice(1)) {
    const [word = ""] = part.split(HIT_END);
    if (word) words.add(word);
  }
  // The longest first: in an alternation the first that fits wins.
  return [...words].sort((a, b) => b.length - a.length);
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** The text of pieces, without what marks them. */
export function unmarked(pieces: TextPiece[]): string {
  return pieces.map((piece) => piece.text).join("");
}

/**
 * Where the first hit stands, in code points from the start of the text, or null without one.
 * Hits with only a space between them count as one: "goed bereikbaar" is one stretch.
 */
export function firstHit(pieces: TextPiece[]): { start: number; end: number } | null {
  let at = 0;
  let found: { start: number; end: number } | null = null;
  for (const piece of pieces) {
    const length = [...piece.text].length;
    if (piece.hit && found === null) found = { start: at, end: at + length };
    else if (piece.hit && found) found.end = at + length;
    else if (found && piece.text.trim() !== "") return found;
    at += length;
  }
  return found;
}

/** The pieces as they fit in a list: a long text is cut at words, around the first hit. */
export function excerpt(pieces: TextPiece[], length = LIST_LENGTH): TextPiece[] {
  const text = unmarked(pieces);
  if (text.length <= length) return pieces;
  const first = pieces.findIndex((piece) => piece.hit);
  const lead = unmarked(pieces.slice(0, Math.max(first, 0))).length;
  const from = lead <= LEAD_IN ? 0 : nextWord(text, lead - LEAD_IN);
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length);
  const cut: TextPiece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(from, at);
    const end = Math.min(to, at + piece.text.length);
    if (start < end) cut.push({ text: piece.text.slice(start - at, end - at), hit: piece.hit });
    at += piece.text.length;
  }
  if (from > 0) cut.unshift({ text: "… ", hit: false });
  if (to < text.length) cut.push({ text: " …", hit: false });
  return cut;
}

function nextWord(text: string, from: number): number {
  const space = text.slice(from, from + LEAD_IN).search(/\s/);
  return space < 0 ? from : from + space + 1;
}

function wordEnd(text: string, to: number): number {
  const space = text.slice(0, to).search(/\s\S*$/);
  return space > to - LEAD_IN ? space : to;
}
