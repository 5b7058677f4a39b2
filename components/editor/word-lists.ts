import { type ListStyle, listStart, MAX_LIST_LEVELS } from "@/domain/text/rich-format";

/**
 * Lists as Word copies them: each item a paragraph that begins with its number or bullet as text,
 * and a style that says on which level of which list it stands.
 */

/** What stands before an item. */
interface Marker {
  ordered: boolean;
  /** The number it shows; 1 for a bullet. */
  n: number;
  style: ListStyle | null;
}

/** The number or bullet that a paragraph begins with, and how many signs of it are no words. */
export interface FoundMarker extends Marker {
  length: number;
}

/** `1.`, `1)`, `(1)`, `2.1.`, `a.`, `iv)`, or a bullet in whatever sign, and the space behind it. */
const MARKER =
  /^[\s\u00a0]*(?:(\(?(?:\d{1,4}\.)*(\d{1,4}|[a-z]{1,2}|[ivxlc]{2,7})[.)]|\d{1,4}(?:\.\d{1,4})+)|([·•●○▪■□◦‣–—*§Øüvoq\uf000-\uf0ff-]))(?:[\s\u00a0]+|$)/iu;

/**
 * Reads what stands before the words of an item; null when nothing does.
 *
 * @param apart whether the text is the marker alone. Where the words follow in the same text, two
 *   letters or a letter for a bullet can be a word: "Zo. Dan …", "o ja".
 */
export function markerIn(text: string, apart: boolean): FoundMarker | null {
  const found = MARKER.exec(text);
  if (!found) return null;
  const [whole, number, last, bullet] = found;
  const letters = bullet ?? last ?? "";
  if (!apart && /^(?:[voq]|(?![ivxlc]+$)[a-z]{2})$/i.test(letters)) return null;
  if (number === undefined) return { ordered: false, n: 1, style: null, length: whole.length };
  const sign = last ?? number.split(".").at(-1) ?? "";
  return { ...numbered(sign), ordered: true, length: whole.length };
}

function numbered(sign: string): { n: number; style: ListStyle | null } {
  if (/^\d+$/.test(sign)) return { n: listStart(sign), style: null };
  const upper = sign === sign.toUpperCase();
  const lower = sign.toLowerCase();
  // "i." is mostly a numeral; "c.", "d.", "l.", "v." and "x." alone are mostly letters.
  if (lower === "i" || (lower.length > 1 && /^[ivxlc]+$/.test(lower))) {
    return { n: roman(lower), style: upper ? "I" : "i" };
  }
  const n = [...lower].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
  return { n: listStart(n), style: upper ? "A" : "a" };
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function roman(numeral: string): number {
  const values = [...numeral].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

/** A paragraph of Word that is an item. */
export interface WordItem {
  /** The list it says it is of; another one starts anew. */
  list: string;
  /** From 1. */
  level: number;
  marker: Marker;
  html: string;
}

interface OpenList extends Marker {
  list: string;
  next: number;
}

/** Paragraphs that follow each other, as lists within lists. */
export function nestedLists(items: readonly WordItem[]): string {
  const open: OpenList[] = [];
  let html = "";
  const close = (levels: number) => {
    while (open.length > levels) html += `</li></${open.pop()?.ordered ? "ol" : "ul"}>`;
  };
  for (const { list, level, marker, html: words } of items) {
    // Nothing stands deeper than one below the item above it, whatever Word called it.
    const at = Math.min(level, open.length + 1, MAX_LIST_LEVELS);
    close(at);
    const same = open[at - 1];
    const goesOn =
      same &&
      same.list === list &&
      same.ordered === marker.ordered &&
      (!marker.ordered || (same.next === marker.n && same.style === marker.style));
    if (goesOn) {
      html += "</li>";
    } else {
      close(at - 1);
      const type = marker.style ? ` type="${marker.style}"` : "";
      html += marker.ordered ? `<ol start="${marker.n}"${type}>` : "<ul>";
      open.push({ ...marker, list, next: marker.n });
    }
    const now = open[at - 1];
    if (now) now.next = marker.n + 1;
    html += `<li><p>${words}</p>`;
  }
  close(0);
  return html;
}
