import { cellsBelow } from "./columns";
import { isFirstName } from "./first-names";
import type { FoundForm } from "./numbers";
import { besides, type Token } from "./tokens";
import { canBeStreet, isNoName, isStreet, PARTICLES } from "./words";

/** Words that the name of a street begins with, and that are no name elsewhere. */
const STREET_STARTS =
  /^(?:burgemeester|burg|ds|dominee|mgr|pater|pastor|deken|kardinaal|kard|kanunnik|pr|gen|adm|gebroeders|gebr|zuster|frater|bisschop|prins|prinses|koningin|koning|graaf|gravin|dokter|dr|mr|prof|professor|pastoor|sint|st|oude|nieuwe|grote|kleine|lange|korte|eerste|tweede|derde|hoge|lage|laan|weg|plein|hof|kade|jan|oost|west|noord|zuid|de|het|ir|generaal|admiraal|kapelaan|meester|wethouder)$/;
const HOUSE_NUMBER = /^\d{1,5}(?:[a-zA-Z]|[-‑]\d{1,5}|[-‑][a-zA-Z]{1,3})?$/;
const POSTCODE = /^[1-9]\d{3}$/;
const WHAT_IS_COUNTED =
  /^(?:procent|jaar|uur|leerlingen|kinderen|ouders|minuten|euro|keer|maal|weken|dagen|maanden|mensen|inwoners|woningen|meter|km)$/;

/** Streets with a number, PO boxes and postcodes, each with the place that stands behind it. */
export function addressesIn(
  text: string,
  tokens: readonly Token[],
  ordinary: ReadonlySet<string>,
): FoundForm[] {
  const found = inColumns(text);
  const columns = new Map(found.map(({ start, end }) => [start, end]));
  for (let i = 0; i < tokens.length; i++) {
    // All of a cell is one, whatever the street is called.
    const cell = columns.get(tokens[i]?.start ?? -1);
    if (cell !== undefined) {
      while ((tokens[i + 1]?.start ?? cell) < cell) i++;
      continue;
    }
    const one = streetAt(tokens, i, ordinary) ?? postcodeAt(text, tokens, i);
    if (one === null) continue;
    const from = one.from;
    let to = one.to;
    const postcode = postcodeFrom(text, tokens, to);
    if (postcode !== null) to = postcode;
    else if (!one.postcode) to = placeFrom(tokens, to, true);
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (first === undefined || last === undefined) continue;
    found.push({
      start: first.start,
      end: last.end,
      confidence: postcode !== null || one.postcode ? 0.96 : one.confidence,
    });
    i = to - 1;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "De Visser 8" in a column that is called "adres": what ends with the number of a house. */
function inColumns(text: string): FoundForm[] {
  const found: FoundForm[] = [];
  for (const { start, end } of cellsBelow(text, /^(?:[a-z]{0,8}adres|straat(?: .{1,12})?)$/)) {
    const words = text.slice(start, Math.min(end, start + LONGEST_CELL));
    const address = /^\p{Lu}[^\d\n]{1,50} \d{1,5}(?: ?[a-zA-Z]{1,3}|-\w{1,4})?(?:, .{3,40})?$/u;
    if (address.test(words)) found.push({ start, end: start + words.length, confidence: 0.95 });
  }
  return found;
}

const LONGEST_CELL = 100;

interface Found {
  from: number;
  to: number;
  confidence: number;
  postcode: boolean;
}

/** "Dorpsstraat 12a", "Laan van Meerdervoort 5", "Postbus 12"; `at` is the number. */
function streetAt(
  tokens: readonly Token[],
  at: number,
  ordinary: ReadonlySet<string>,
): Found | null {
  const number = tokens[at];
  const street = tokens[at - 1];
  if (
    number === undefined ||
    street === undefined ||
    number.gap !== " " ||
    !HOUSE_NUMBER.test(number.word)
  )
    return null;
  const after = tokens[at + 1];
  if (street.small === "postbus") {
    return { from: at - 1, to: at + 1, confidence: 0.95, postcode: false };
  }
  if (
    !street.capital ||
    (after !== undefined && besides(after) && WHAT_IS_COUNTED.test(after.small))
  )
    return null;
  const sure = isStreet(street.word);
  const from = startOfStreet(tokens, at - 1);
  const headed = from < at - 1 && /^(?:laan|weg|plein|hof|kade)$/.test(tokens[from]?.small ?? "");
  if (!sure && !headed) {
    if (!MAY_BE_STREET.test(street.small) && !isLedTo(tokens, from)) return null;
    if (!canBeStreet(street.word) || ordinary.has(street.small) || isNoName(street.word))
      return null;
  }
  // A year: "de Dorpsstraat in 2025" has no gap of one space, "Dorpsstraat 2025" is a plan.
  if (/^(?:19|20)\d\d(?:[-‑](?:19|20)?\d\d)?$/.test(number.word)) return null;
  let to = at + 1;
  if (
    after !== undefined &&
    after.gap === " " &&
    /^(?:[A-Z]|bis|hs|[a-d])$/.test(after.word) &&
    after.word !== "a"
  )
    to++;
  return { from, to, confidence: sure || headed ? 0.93 : 0.7, postcode: false };
}

/** Endings that a number behind them makes a street; "Werkveld 3" needs more. */
const MAY_BE_STREET =
  /(?:kade|dijk|pad|hof|park|dreef|markt|brink|dam|wal|haven|burg|erf|boulevard|allee|meent|weide|hoeve)$/;

/** "aan de Zuidbaan 3", "adres: Zuidbaan 3". */
function isLedTo(tokens: readonly Token[], from: number): boolean {
  const [two, one] = [tokens[from - 2]?.small ?? "", tokens[from - 1]?.small ?? ""];
  if (/^(?:adres|bezoekadres|postadres|woonadres|straat)$/.test(one)) return true;
  return /^(?:de|het)$/.test(one) ? /^(?:aan|op)$/.test(two) : /^(?:aan|op)$/.test(one);
}

const LED_BY = /^(?:op|in|aan|bij|van|de|het|den|der|te|ter|onder|over|voor|uit)$/;

function startOfStreet(tokens: readonly Token[], at: number): number {
  let from = at;
  for (let steps = 0; steps < 5; steps++) {
    const token = tokens[from];
    const before = tokens[from - 1];
    if (token === undefined || before === undefined) break;
    if (!besides(token) && !/^\.\s?$/.test(token.gap)) break;
    const starts = STREET_STARTS.test(before.small) && before.word !== before.small;
    const person = before.initial || isFirstName(before.word) || PARTICLES.has(before.small);
    const named =
      (before.capital || before.initial) && (!before.opens || person) && !isNoName(before.word);
    if (!starts && !named && !(PARTICLES.has(before.small) && from - 1 > 0)) break;
    from--;
    if (starts) break;
  }
  // Particles belong to it only with a word before them: "aan de Kerkweg" begins at "Kerkweg".
  while (from < at && LED_BY.test(tokens[from]?.small ?? "")) {
    const { word = "", small = "", opens = false } = tokens[from] ?? {};
    // "Van Speijkstraat" begins with its capital, "Op de Kerkweg" does not.
    if (word !== small && !(opens && /^(?:op|in|aan|bij|onder|uit)$/.test(small))) break;
    from++;
  }
  return from;
}

/** "1234 AB Lindhorst" by itself, with the street before it when that has no ending of a street. */
function postcodeAt(text: string, tokens: readonly Token[], at: number): Found | null {
  const end = postcodeEnd(text, tokens, at);
  if (end === null) return null;
  // "code 3311 XY", "model 2040 GT".
  if (/^(?:code|model|type|artikel|versie|kavel|kenteken)$/.test(tokens[at - 1]?.small ?? ""))
    return null;
  const to = placeFrom(tokens, end, false);
  let from = at;
  const number = tokens[at - 1];
  if (
    number !== undefined &&
    HOUSE_NUMBER.test(number.word) &&
    /^[,\s]{1,3}$/.test(tokens[at]?.gap ?? "")
  ) {
    let i = at - 1;
    while (i > 0 && at - i < 6 && tokens[i]?.gap === " ") {
      i--;
      if (tokens[i]?.capital) from = i;
    }
  }
  return { from, to, confidence: 0.95, postcode: true };
}

function postcodeEnd(_text: string, tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return null;
  if (/^[1-9]\d{3}[A-Z]{2}$/.test(token.word)) return at + 1;
  if (!POSTCODE.test(token.word) || next === undefined || !/^[A-Z]{2}$/.test(next.word))
    return null;
  if (next.gap !== " " && next.gap !== "\u00a0" && next.gap !== "  ") return null;
  // "2025 PO": a year and a sector.
  return /^(?:PO|VO|SO|SA|SD|SS|IB|NB)$/.test(next.word) ? null : at + 2;
}

/** The place behind a postcode that stands behind `to`, on the same line or the next. */
function postcodeFrom(text: string, tokens: readonly Token[], to: number): number | null {
  const led = tokens[to]?.word === "te" && tokens[to]?.gap === " ";
  // "Turfmarkt 22 te 9203 AA Lindhorst".
  if (led && tokens[to + 1]?.gap === " ") to++;
  const token = tokens[to];
  if (token === undefined || token.gap.length > 8 || !/^[,\s·|–-]{1,8}$/.test(token.gap))
    return null;
  const end = postcodeEnd(text, tokens, to);
  return end === null ? null : placeFrom(tokens, end, false);
}

/** Words of a place from `at`. @param comma only behind a comma: "Kerkweg 3, Lindhorst". */
function placeFrom(tokens: readonly Token[], at: number, comma: boolean): number {
  const first = tokens[at];
  if (first === undefined) return at;
  if (comma ? first.gap !== ", " : !/^,?[ \u00a0]{1,3}$/.test(first.gap)) {
    return !comma && first.gap === "" ? at : at;
  }
  if (comma && isNoName(first.word) && !/^(?:den|de|'s)$/i.test(first.word)) {
    // A town of the list is a place; another word of the field is not.
    if (!first.capital) return at;
  }
  let to = at;
  for (let count = 0; count < 4; count++) {
    const token = tokens[to];
    if (token === undefined || (count > 0 && token.gap !== " ")) break;
    if (token.capital || /^\p{Lu}{3,20}$/u.test(token.word)) {
      to++;
    } else if (
      /^(?:aan|den|de|op|bij|het|ter)$/.test(token.word) &&
      tokens[to + 1]?.capital !== undefined
    ) {
      // "Capelle aan den IJssel": only when a capital follows soon.
      const ahead = tokens.slice(to + 1, to + 3).find(({ capital }) => capital);
      if (count === 0 || ahead === undefined) break;
      to++;
    } else break;
    if (comma) break;
  }
  while (
    to > at &&
    !(tokens[to - 1]?.capital || /^\p{Lu}{3,20}$/u.test(tokens[to - 1]?.word ?? ""))
  )
    to--;
  return to;
}
