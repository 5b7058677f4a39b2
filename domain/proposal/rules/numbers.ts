import { isBlankCode } from "@/domain/text/rules";

/** How stellingen are numbered: "Stelling 3.1:", "Uitspraak B", "De tweede stelling was:", "III:". */

/** What stands before a stelling. */
export interface StatementLabel {
  number: number | null;
  /** The number or letter as written; null without, or when it is a word. */
  written: string | null;
  /** Length of the label with the white space after it, in UTF-16 units. */
  length: number;
  /** Nothing follows the label. */
  alone: boolean;
}

const MAX_LABEL = 110;

/** What is put to people: "Stelling 2", "Uitspraak B", "Dilemma", "Discussievraag 3". */
const STATEMENT_WORD =
  "(?:stelling|propositie|uitspraak|dilemma|discussievraag|discussiestelling|thesis|these)";
const ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende".split(
  " ",
);
const CARDINALS = "een twee drie vier vijf zes zeven acht negen tien".split(" ");
const NUMBER = `(?:\\d{1,3}(?:\\.\\d{1,2})?[a-z]?|[A-Z]|[IVX]{1,5}|${CARDINALS.join("|")})(?![\\p{L}\\d])`;
const ORDINAL = `(${ORDINALS.join("|")}|\\d{1,2}(?:e|de|ste))`;
const BEFORE = `(?:(?:de|onze|als)\\s+)?(?:${ORDINAL}\\s+)?`;
/** "(PO)", "(voor ouders)": for whom it is. */
const FOR_WHOM = "(?:\\s*\\([^()]{1,40}\\))?";
/** How each of the labels below begins: most lines do not, and need not be held against all of them. */
const BEGINNING = new RegExp(`^${BEFORE}${STATEMENT_WORD}`, "iu");
const LABEL = `^${BEFORE}${STATEMENT_WORD}(?:\\s*(?:nr\\.?|nummer)?\\s*(${NUMBER}))?${FOR_WHOM}\\s*`;
const STATEMENT = new RegExp(`${LABEL}(?:(?:luidt|luidde|was|is)\\s*)?(?:[:.)]|[-–—]\\s)`, "iu");
const STATEMENT_ALONE = new RegExp(`${LABEL}[:.)]?$`, "iu");
/** "**Stelling 5** Thuiszitten is …": without a colon, a capital behind the number. */
const SPACED = /^()(?:[Ss]telling|STELLING|[Uu]itspraak)\s(\d{1,3}[a-z]?)\s(?=\p{Lu}\p{Ll})/u;
/** "Als derde stelling kwam aan de orde dat …" */
const REPORTED = new RegExp(
  `^(?:als|de)\\s${ORDINAL}\\sstelling\\s(?:kwam|werd|ging|was)\\s[^.:!?]{0,40}\\bdat\\s`,
  "iu",
);
const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };

/** "2", "2a", "3.1", "B", "II" or "derde" as a number; null when it is none. */
function numberOf(written: string | undefined): number | null {
  if (!written) return null;
  const word = written.toLowerCase();
  const named = Math.max(ORDINALS.indexOf(word), CARDINALS.indexOf(word));
  if (named >= 0) return named + 1;
  if (/^\d/.test(written)) return Number.parseInt(written, 10) || null;
  if (/^[IVX]+$/.test(written)) {
    const values = [...written].map((letter) => ROMAN[letter] ?? 0);
    return values.reduce(
      (sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value),
      0,
    );
  }
  return /^[A-Z]$/.test(written) ? written.charCodeAt(0) - 64 : null;
}

/** Reads "Stelling 2:", "De derde stelling luidt:", "Dilemma B –" and the like; null when there is none. */
export function readStatementLabel(plain: string): StatementLabel | null {
  const head = plain.slice(0, MAX_LABEL);
  if (!BEGINNING.test(head)) return null;
  const hit =
    STATEMENT_ALONE.exec(plain.length <= MAX_LABEL ? head : "") ??
    STATEMENT.exec(head) ??
    SPACED.exec(head) ??
    REPORTED.exec(head);
  if (!hit || (!hit[1] && hit[2] === undefined && !head.includes(":"))) return null;
  const length = afterSpaces(plain, hit[0].length);
  const number = numberOf(hit[2]) ?? numberOf(hit[1]);
  const written = hit[2] !== undefined && /^[\dA-Z]/.test(hit[2]) ? hit[2] : null;
  return { number, written, length, alone: length >= plain.length };
}

/** "III:", "104:", "4 (PO):", "A:": a number alone is a label only among stellingen. */
const BARE = /^(\d{1,3}|[IVX]{1,5}|[A-Z])(?:\s?\([^()]{1,40}\))?\s?:\s{1,9}(?=\S)/;

/** Reads a number or letter with a colon; whether it is a stelling the place where it stands must say. */
export function readBareNumber(plain: string): StatementLabel | null {
  const hit = BARE.exec(plain.slice(0, MAX_LABEL));
  const number = numberOf(hit?.[1]);
  if (!hit?.[1] || number === null) return null;
  return { number, written: hit[1], length: hit[0].length, alone: false };
}

const ONLY_NUMBER = /^(\d{1,3}(?:\.\d{1,2})?[A-Z]?|[A-Z]|[IVX]{1,5})[.:)]?$/;

/**
 * The number or letter of a stelling that words are and nothing else ("3.1", "stelling 2a", "De derde stelling",
 * "III"), in capitals, to look for it; null when they are not.
 */
export function soughtLabel(words: string): string | null {
  const typed = words.trim().toUpperCase();
  const only = ONLY_NUMBER.exec(typed)?.[1];
  if (only !== undefined) return only;
  const label = readStatementLabel(typed);
  if (!label?.alone) return null;
  return ONLY_NUMBER.exec(label.written ?? "")?.[1] ?? label.number?.toString() ?? null;
}

/** Whether a stelling written as `next` can come right after the one written as `last`: II and III, 3 and 4. */
export function follows(next: string, last: string | null): boolean {
  if (last === null) return false;
  const [a, b] = [numberOf(last), numberOf(next)];
  return a !== null && b !== null && b > a && b - a <= 2;
}

function afterSpaces(s: string, from: number): number {
  let at = from;
  while (at < s.length && isBlankCode(s.charCodeAt(at))) at++;
  return at;
}
