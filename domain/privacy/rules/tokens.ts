import { isBlankCode } from "@/domain/text/rules";
import { isFirstName, isOnlyFirstName } from "./first-names";

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
  "tj",
  "sj",
  "kl",
  "corn",
  "herm",
]);
/** A point behind one of these ends no sentence. */
const ABBREVIATIONS = new Set(
  "dhr mw mevr hr mej dr drs ir ing mr prof ds jhr jkvr zr fam bijv o a m b t v e c n s i nr tel ca evt incl excl resp vs jr sr wnd plv st geb fam mej nl gebr fa".split(
    " ",
  ),
);
/** "Blok A. Prijs", "perceel B.": the letter says which. */
const LETTERED =
  /^(?:blok|deel|onderdeel|bijlage|perceel|variant|categorie|groep|lijn|fase|optie|kavel|klasse|niveau|scenario|zaal|ingang|gebouw|vleugel|module|thema|paragraaf|spoor|punt|lot|zone|tafel)$/;
const OPENS = /[!?:…“"„|•>#*\u2028]|[.;]\s|\n\s{0,20}\n|\n\s{0,8}(?:[-–—+o§]|\d{1,3}[.)])|\t/;

/** The words of a text in order. A gap longer than a line is cut; such words are not beside each other. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last: Token | null = null;
  const width = widthOf(text);
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
      initial:
        point &&
        letters &&
        /^\p{Lu}/u.test(word) &&
        // "V.d. Meer".
        !/^V\.d[. ]/.test(text.slice(start, start + 4)) &&
        !(last && gap === " " && LETTERED.test(last.small)),
      opens:
        last === null ||
        opensAfter(last, gap, text, { word, width }) ||
        isTimed(last, text, start) ||
        (gap.includes("\n") && text[end] === ":"),
      gap,
    };
    if (last !== null && goesOnMarked(last, token))
      Object.assign(token, { gap: " ", opens: false });
    tokens.push(token);
    last = token;
  }
  return shouted(text, tokens);
}

/** "00:25 Ling: …": behind the time at the start of a line who speaks begins. */
function isTimed({ word }: Token, text: string, at: number): boolean {
  if (!/^\d{2}$/.test(word)) return false;
  const line = text.slice(Math.max(0, at - 16), at);
  return /(?:^|\n)\s{0,3}[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s{1,2}(?:[-–]\s)?$/.test(line);
}

/** A space with signs of emphasis beside it: one name of which a part is bold, "Jan **de Boer**". */
const MARKED = /^(?:[*_]{1,3} | [*_]{1,3}|[*_]{1,3} [*_]{1,3})$/;
const INSIDE = /^(?:van|de|den|der|ten|ter|te|vd|el|al|ben|von|'t)$/;

/** Whether a word goes on with a name that began before it, for the emphasis ends or begins within that. */
function goesOnMarked(last: Token, { gap, word, capital }: Token): boolean {
  if (!MARKED.test(gap)) return false;
  const begun = (isFirstName(last.word) && last.capital) || last.initial || INSIDE.test(last.small);
  return begun && (capital || INSIDE.test(word));
}

const CAPITALS = /^\p{Lu}{2,}(?:-\p{Lu}{2,})*$/u;
const TITLED = /^(?:de heer|heer|mijnheer|mevrouw|meneer|mw|dhr|mevr|dr|prof)$/;

/** "Wethouder DE GRAAFF:", who has the floor. */
const OFFICES = /^(?:wethouder|burgemeester|minister|staatssecretaris|portefeuillehouder)$/;

/** Names in capitals ("JEROEN VAN DER WAL") are read as names are written; other words in capitals are left. */
function shouted(text: string, tokens: Token[]): Token[] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (!(CAPITALS.test(token.word) || token.initial)) continue;
    const before = tokens[i - 1];
    const titled = before !== undefined && TITLED.test(before.small) && besidesPoint(token);
    const led = before !== undefined && OFFICES.test(before.small) && besides(token);
    const spoken = /^(?:heer|mijnheer|meneer|mevrouw|mw|dhr|mevr)$/.test(before?.small ?? "");
    const inCapitals = spoken || before === undefined || before.word === before.word.toUpperCase();
    let to = i;
    while (to < i + 6 && to < tokens.length && isShouted(tokens[to] as Token, to > i)) to++;
    const known = isFirstName(asWritten(token.word));
    const labelled = /^\*{0,2}:/.test(token.gap) && known;
    const only = isOnlyFirstName(asWritten(token.word)) && token.word.length > 3;
    const alone = to === i + 1 && (only || labelled);
    const called = led && to - i < 6 && text[tokens[to - 1]?.end ?? -1] === ":";
    const several = to - i > 1 && to - i < 6 && (known || (titled && inCapitals));
    // "De heer NG (D66):".
    const short = /^ ?[(:]/.test(text.slice(token.end, token.end + 2));
    const whole = titled && inCapitals && (token.word.length > 2 || short);
    if (!(called || several || alone || whole)) continue;
    for (let k = i; k < to; k++) {
      const one = tokens[k] as Token;
      if (one.initial) continue;
      const small = /^(?:VAN|DE|DEN|DER|TEN|TER|TE|EL|AL|BEN|VD)$/.test(one.word) && k < to - 1;
      tokens[k] = small
        ? { ...one, word: one.small }
        : { ...one, word: asWritten(one.word), capital: true };
    }
    i = to - 1;
  }
  return tokens;
}

const isShouted = (token: Token, further: boolean): boolean =>
  (CAPITALS.test(token.word) || token.initial) &&
  (!further || besides(token) || /^\.\s?$/.test(token.gap));

const asWritten = (word: string): string =>
  word
    .split("-")
    .map((part) => part.slice(0, 1) + part.slice(1).toLowerCase())
    .join("-");

/** How much of the width of a text a line fills at least that was broken because it was full. */
const ROOM = 0.75;

/** A line that a program broke has at least about this many characters. */
const LEAST_WRAPPED = 62;

/** Lines that go on with a small letter, before it is believed that a program broke them. */
const LEAST_LINES = 4;

/** How wide the lines are of a text that a program broke; null when nothing says that one did. */
function widthOf(text: string): number | null {
  const widths: number[] = [];
  for (const { index } of text.matchAll(/[^\n.:;!?|]\n(?=\p{Ll})/gu)) {
    const start = text.lastIndexOf("\n", index);
    const width = index - Math.max(start, index - 200);
    if (width > 35 && width < 140) widths.push(width);
    if (widths.length >= 400) break;
  }
  if (widths.length < LEAST_LINES) return null;
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.8)] ?? null;
}

const GOES_ON = /^(?:de|het|een|van|der|den|ten|ter|te|en|heer|mevrouw|meneer)$/;

function opensAfter(
  last: Token,
  gap: string,
  text: string,
  { word, width }: { word: string; width: number | null },
): boolean {
  if (OPENS.test(gap)) {
    const pointOnly = /^\.[^\S\n]{1,3}$/.test(gap);
    return !(pointOnly && (last.initial || ABBREVIATIONS.has(last.small)));
  }
  if (!gap.includes("\n")) return false;
  // Nobody ends a line of their own with "van de".
  if (last.word === last.small && gap === "\n" && GOES_ON.test(last.small)) return false;
  // A line that was broken by a program goes on; a short one was ended by who wrote it.
  const line = text.lastIndexOf("\n", last.start - 1);
  const length = last.end - Math.max(line, last.end - 200);
  // The next word had no room on it; letters are not equally wide.
  const full = width !== null && length > 35 && length + 1 + word.length >= width * ROOM;
  return length < LEAST_WRAPPED && !full;
}

/** Whether two words stand beside each other in one name: spaces, or a line that was wrapped. */
export function besides(next: Token): boolean {
  const { gap } = next;
  if (gap === " ") return true;
  // Wider apart than words are: two columns.
  if (gap.length === 0 || gap.length > 12 || /[ \u00a0]{4}$/.test(gap)) return false;
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
    // "J.-P. Hoekstra".
    gap === ".-" ||
    /^\.?[ \u00a0]{0,2}$/.test(gap) ||
    (gap.startsWith(".") && besides({ ...next, gap: gap.slice(1) }))
  );
}
