import { cellsBelow } from "./columns";

/** What can be told by its form: addresses for mail, telephone numbers, BSNs, dates of birth. Offsets are UTF-16 units. */
export interface FoundForm {
  start: number;
  end: number;
  confidence: number;
}

const LOCAL = /[\p{L}\p{N}._%+-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;

/** Addresses for mail. */
export function emailsIn(text: string): FoundForm[] {
  const found: FoundForm[] = [];
  let last = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > last && at - start < 64 && LOCAL.test(text[start - 1] ?? "")) start--;
    let end = at + 1;
    while (end < text.length && end - at < 120 && DOMAIN.test(text[end] ?? "")) end++;
    while (end > at + 1 && /[.-]/.test(text[end - 1] ?? "")) end--;
    while (start < at && /[.-]/.test(text[start] ?? "")) start++;
    const domain = text.slice(at + 1, end);
    if (start === at || !/^[^.]+(?:\.[^.]+){0,9}\.\p{L}{2,20}$/u.test(domain)) continue;
    found.push({ start, end, confidence: 0.99 });
    last = end;
  }
  return found;
}

/** Before a number that is something else. */
const OTHER_NUMBER =
  /(?:kenmerk|zaaknummer|zaaknr|dossiernummer|ordernummer|factuur|factuurnummer|iban|kvk|kvk-nummer|btw|agb|agb-code|rekening|rekeningnummer|besluitnummer|polisnummer|klantnummer|personeelsnummer|referentie|isbn|brin|nummer bestek|offerte)(?:[.:]|\snr\.?|\snummer)?[\s:]{0,3}$/i;

/** Where a telephone number can begin; what follows is counted below. */
const PHONE = /(?<![\p{L}\p{N}.,/€-])(?:\+\d|00[1-9]|\(?0[1-9])/gu;

/** Dutch telephone numbers, of ten figures, and foreign ones with their country. */
export function phonesIn(text: string): FoundForm[] {
  const found: FoundForm[] = [];
  let last = 0;
  for (const { index: start } of text.matchAll(PHONE)) {
    if (start < last) continue;
    const number = figuresFrom(text, start);
    if (number === null) continue;
    const { digits, end } = number;
    // "(020) 12…" has its bracket, "(058-213…)" stands between two.
    const loose = text[start] === "(" && !text.slice(start, end).includes(")");
    const before = text.slice(Math.max(0, start - 30), start);
    if (OTHER_NUMBER.test(before) || isOtherNumber(before)) continue;
    // "0493-2025-16": a year in it.
    if (/^\d{2,4}-(?:19|20)\d\d-/.test(text.slice(start, end))) continue;
    const labelled =
      /(?:tel|telefoon|telefoonnummer|mobiel|mob|gsm|bel|bellen|belt|bereikbaar|whatsapp|[TM])[\p{L}.: ]{0,14}$/iu.test(
        before,
      );
    const mobile = /^(?:06|\+?316|00316)/.test(digits);
    found.push({
      start: loose ? start + 1 : start,
      end,
      confidence: mobile || labelled ? 0.98 : /^0[89]0/.test(digits) ? 0.75 : 0.92,
    });
    last = end;
  }
  return found;
}

/** "ordernr 06…", "bon 05…", "NL20 RABO 03…": what stands before a number that is none to call. */
function isOtherNumber(before: string): boolean {
  if (/(?<![\p{L}\p{N}])[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d{4} ?)?$/u.test(before)) return true;
  const [, kind = ""] =
    /(?<!\p{L})(\p{L}{2,30})(?:nummer|nr\.?)(?: is)?[\s:.]{0,3}$/iu.exec(before) ?? [];
  if (kind !== "")
    return !/^(?:tel|telefoon|mobiel|mobiele|gsm|fax|nood|bel|servicenummer|contact|werk|privé|door|direct|info)/i.test(
      kind,
    );
  return /(?<!p{L})(?:bon|dossier|zaak|code|pas|lid|artikel|order|bestelling|contract|ref|referentie|registratie|aanvraag|kavel|polis|meter|serie)[\s:.]{1,3}$/i.test(
    before,
  );
}

const SEPARATORS = " \u00a0\u2011-–.()";
/** Between the number of a town and the rest of it: a stroke, or that of a fraction. */
const STROKES = "\u002f\u2044";

/** The figures of one number from `start`, as many as such a number has; null when it is none. */
function figuresFrom(text: string, start: number): { digits: string; end: number } | null {
  let digits = "";
  let end = start;
  let between = 0;
  let groups = 0;
  const head = text.slice(start, start + 3);
  let most = head.startsWith("+") || head.startsWith("00") ? 15 : 10;
  for (let i = start; i < text.length && digits.length < most && i - start < 26; i++) {
    const sign = text[i] ?? "";
    if (sign >= "0" && sign <= "9") {
      // "+31 (0)20": the zero is not dialled.
      if (sign === "0" && text[i - 1] === "(" && text[i + 1] === ")" && digits.length > 1) continue;
      if (between > 0 && digits !== "") groups++;
      digits += sign;
      between = 0;
      end = i + 1;
      if (/^(?:0031|31)/.test(digits) && head[0] !== "0") most = 11;
      if (/^0031/.test(digits)) most = 13;
      if (/^0[89]00/.test(digits)) most = 11;
    } else if (sign === "+" && i === start) {
      // the mark of a country
    } else if (SEPARATORS.includes(sign) && between < 3) between++;
    else if (STROKES.includes(sign) && groups === 0 && between === 0 && digits.length < 5)
      between++;
    else break;
  }
  if (text[end] !== undefined && /[\p{L}\p{N}]/u.test(text[end] ?? "")) return null;
  if (groups > 6) return null;
  if (/^\d{1,2}[-–./ ]\d{1,2}[-–./ ](?:19|20)\d\d(?!\d)/.test(text.slice(start, start + 11)))
    return null;
  const national = /^0[1-9]\d{8}$/.test(digits);
  const service = /^0[89]00\d{4}(?:\d{3})?$/.test(digits);
  const dutch = /^(?:31|0031)[1-9]\d{8}$/.test(digits);
  const foreign =
    head.startsWith("+") && !digits.startsWith("31") && /^[1-9]\d{8,13}$/.test(digits);
  return national || service || dutch || foreign ? { digits, end } : null;
}

const NINE =
  /(?<![\p{L}\p{N}.,+/-])(?:\d{9}|\d{4}\.\d{2}\.\d{3}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4} \d{2} \d{3})(?![\d.,]?\d|\p{L})/gu;
const BSN_LABEL =
  /(?:bsn|burgerservicenummer|burger service nummer|sofi-?nummer|sofi)[^\d\n]{0,25}$/i;

/** Numbers that pass the eleven test; one in eleven does so by chance, unless it is called a BSN. */
export function bsnsIn(text: string): FoundForm[] {
  const found: FoundForm[] = [];
  for (const { 0: written, index: start } of text.matchAll(NINE)) {
    if (!passesElevenTest(written.replace(/\D/g, ""))) continue;
    const before = text.slice(Math.max(0, start - 50), start);
    const called = BSN_LABEL.test(before);
    if (!called && (OTHER_NUMBER.test(before) || !/^\d{9}$/.test(written))) continue;
    found.push({ start, end: start + written.length, confidence: called ? 0.99 : 0.6 });
  }
  return found;
}

/** The eleven test of a BSN of nine figures: nine times the first, eight times the second … minus the last. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^(\d)\1{8}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += (i === 8 ? -1 : 9 - i) * Number(digits[i]);
  return sum % 11 === 0;
}

const BORN =
  /(?<!\p{L})(?:geboren|geb\.?|geboortedatum|geboortedag|geboortedata|geb\.?datum)(?!\p{L})/giu;
const DATE =
  /\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:(?:19|20)\d\d|'?\d\d)(?!\d)|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}(?:e)? (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.? (?:(?:19|20)\d\d|'\d\d)/i;

const BSN_BEHIND = /[,;]\s(?:(?:bsn|burgerservicenummer)(?!\p{L})|(\d{9})(?!\d))/giu;
const DATE_LAST = /(?<!\d)\d{1,2}(?:[-/.]\d{1,2}[-/.]| \p{Ll}{3,9} )(?:19|20)\d\d$/u;
/** "Deniz (30-8-2012)": nothing but a date between brackets. */
const BRACKETED =
  /(?<=\p{L}\.? \()\d{1,2}(?:[-/.]\d{1,2}[-/.]| \p{Ll}{3,9} )((?:19|20)\d\d)(?=\))/gu;
/** So many years before the last year of a text nothing was written or agreed, mostly. */
const LONG_AGO = 4;

/** How far behind "geboren" its date stands: "geboren te Lindhorst op 3 mei 2012". */
const BORN_REACH = 70;

/** Dates of birth: a date behind a word that says so, before a BSN, or in a column that is called so. */
export function birthdatesIn(text: string): FoundForm[] {
  const found: FoundForm[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(BORN)) {
    const from = index + word.length;
    if (from < last) continue;
    const stretch = text.slice(from, from + BORN_REACH);
    const [line = ""] = stretch.split(/\n\n|[.!?;]\s{1,3}\p{Lu}|\|/u);
    const date = DATE.exec(line);
    if (date === null) continue;
    const start = from + date.index;
    found.push({ start, end: start + date[0].length, confidence: 0.96 });
    last = start + date[0].length;
  }
  // "(12-12-1959, BSN …)", "19 maart 1979, 111222333".
  for (const { 1: number, index } of text.matchAll(BSN_BEHIND)) {
    if (number !== undefined && !passesElevenTest(number)) continue;
    const from = Math.max(0, index - 28);
    const date = DATE_LAST.exec(text.slice(from, index));
    const start = from + (date?.index ?? 0);
    if (date === null || found.some((one) => one.start === start)) continue;
    found.push({ start, end: start + date[0].length, confidence: 0.85 });
  }
  return [...found, ...inColumns(text)].sort((a, b) => a.start - b.start);
}

/**
 * Dates of long ago between brackets right behind a name: "Deniz (30-8-2012)".
 * @param names where the names in the text end.
 */
export function birthdatesBehind(text: string, names: ReadonlySet<number>): FoundForm[] {
  const found: FoundForm[] = [];
  const year = lastYear(text);
  for (const { 0: date, 1: of, index: start } of text.matchAll(BRACKETED)) {
    if (Number(of) > year - LONG_AGO || !names.has(start - 2)) continue;
    found.push({ start, end: start + date.length, confidence: 0.8 });
  }
  return found;
}

/** The last year that a text speaks of. */
function lastYear(text: string): number {
  let last = 0;
  for (const { 0: year } of text.matchAll(/(?<!\d)20\d\d(?!\d)/g))
    last = Math.max(last, Number(year));
  return last;
}

/** Dates in the column of a table that is called "geboortedatum". */
function inColumns(text: string): FoundForm[] {
  const found: FoundForm[] = [];
  for (const { start, end } of cellsBelow(text, /^geb(?:oorte|oren|\.|datum)/)) {
    const date = DATE.exec(text.slice(start, Math.min(end, start + 60)));
    if (date === null) continue;
    const from = start + date.index;
    found.push({ start: from, end: from + date[0].length, confidence: 0.95 });
  }
  return found;
}
