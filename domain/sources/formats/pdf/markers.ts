import type { Line, Word } from "./model";
import { letters } from "./rows";

/** What stands before an item of a list. */
export interface Marker {
  /** "-" for a bullet, else the number as it stands: "3.", "a)". */
  text: string;
  left: number;
  /** Words it takes up. */
  words: number;
  /** Letters of the first word that it takes up, when the text is stuck to it. */
  letters: number;
  /** It can be nothing else, wherever it stands. */
  sure: boolean;
  /** Whether it comes after another in one list. */
  follows: (other: Marker) => boolean;
}

const BULLET = /^[•●○◦▪▫■□‣∙►▶➢➔→✓✔❖◆◊\uf000-\uf0ff]$/;
/** Signs that are bullets only when nothing else stands right behind them. */
const SIGN = /^[-–—*·o§Ø>+]$/;
const NUMBER = /^\(?(\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)]$/;
/** Room between a bullet and its text, in letter sizes. */
const ROOM = 0.2;

/** The marker at the head of a line, or null. */
export function markerOf(line: Line): Marker | null {
  if (line.tag && line.tag.kind !== "item") return null;
  const [first, second] = line.words;
  if (!first) return null;
  const text = letters(first.text);
  const [sign = ""] = text;
  if (BULLET.test(sign) && (second || text.length > 1)) {
    const stuck = text.length > 1;
    return marker(
      "-",
      first,
      stuck ? { words: 0, letters: sign.length } : { words: 1, letters: 0 },
      true,
    );
  }
  if (!second) return null;
  const room = second.left - first.right > ROOM * second.size || second.spaced;
  if (!room) return null;
  if (SIGN.test(text)) {
    const far = second.left - first.right > 0.5 * second.size;
    const plain = /^[-–*·+]$/.test(text);
    return plain || far ? marker("-", first, { words: 1, letters: 0 }, far) : null;
  }
  const number = NUMBER.exec(text)?.[1];
  if (number === undefined) return null;
  // "J. de Vries": an initial, not a letter of a list.
  if (/^[A-Z]$/.test(number) && text.endsWith(".") && /^\p{Lu}|^(?:de|van|der)$/u.test(second.text))
    return null;
  const far = second.left - first.right > 0.7 * second.size;
  return marker(text, first, { words: 1, letters: 0 }, far);
}

function marker(
  text: string,
  word: Word,
  size: { words: number; letters: number },
  sure: boolean,
): Marker {
  return {
    text,
    left: word.left,
    ...size,
    sure,
    follows: (other) => (text === "-" ? other.text === "-" : next(other.text) === text),
  };
}

function next(text: string): string {
  const number = /\d{1,3}/.exec(text)?.[0];
  if (number) return text.replace(number, String(Number(number) + 1));
  return text.replace(/[a-zA-Z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));
}

/** The words of a line behind its marker. */
export function withoutMarker(line: Line, { words, letters: taken }: Marker): Word[] {
  const rest = line.words.slice(words);
  const [first] = rest;
  if (taken === 0 || !first) return rest;
  return [{ ...first, text: first.text.slice(taken) }, ...rest.slice(1)];
}
