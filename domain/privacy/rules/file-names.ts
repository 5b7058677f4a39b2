import type { Around } from "./around";
import { isBrand } from "./brands";
import { isFirstName, isOnlyFirstName } from "./first-names";
import type { People } from "./known";
import type { FoundForm } from "./numbers";
import { SURNAMES } from "./surnames";
import { isNoName, isOrganisationTail, isRole, isStreet } from "./words";

/** Names of files, and words that were joined as in one: "verslag_TeunVanDijk_v2.docx", "FemkeLoosdrecht". */
export interface JoinedWords {
  start: number;
  end: number;
  file: boolean;
}

const EXTENSION =
  /\.(?:docx?|docm|xlsx?|xlsm|pdf|msg|eml|txt|md|rtf|odt|ods|pptx?|csv|jpe?g|png|heic|tiff?|m4a|mp3|mp4|mov|wav|zip|vtt)(?![\p{L}\p{N}])/giu;
const IN_FILE = /[\p{L}\p{M}\p{N}_.-]/u;
const LONGEST_FILE = 120;

/** The names of files in a text up to their extension, and its words in camel case, in order. */
export function joinedWordsIn({ text, tokens }: Pick<Around, "text" | "tokens">): JoinedWords[] {
  const files: JoinedWords[] = [];
  let last = 0;
  for (const { index: end } of text.matchAll(EXTENSION)) {
    let start = end;
    while (start > last && end - start < LONGEST_FILE && IN_FILE.test(text[start - 1] ?? ""))
      start--;
    if (start < end) files.push({ start, end, file: true });
    last = end;
  }
  const joined: JoinedWords[] = [];
  let file = 0;
  for (const { start, end, word } of tokens) {
    while ((files[file]?.end ?? Number.POSITIVE_INFINITY) <= start) {
      joined.push(files[file] as JoinedWords);
      file++;
    }
    if ((files[file]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    if (word.length < LONGEST_FILE && CAMEL.test(word)) joined.push({ start, end, file: false });
  }
  return [...joined, ...files.slice(file)];
}

const CAMEL = /^\p{Lu}\p{Ll}{2,}\p{Lu}[\p{Ll}\p{M}]+(?:\p{Lu}\p{Ll}+){0,3}$/u;
const PARTS = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}|\p{N}+/gu;
/** "Jde", "Pvan": an initial, and what stands before a surname. */
const INITIAL_JOINED = /^(\p{Lu})((?:van|vd|de|den|der|ten|ter|te|el)(?:de|den|der)?)$/u;
const PARTICLE = /^(?:van|vant|vd|vande|vanden|vander|de|den|der|ten|ter|te|el|al|ben|in|t|het)$/;
const TITLE = /^(?:mevrouw|mw|mevr|meneer|dhr|heer|fam|familie|juf|meester|wethouder)$/;

interface Part {
  start: number;
  end: number;
  word: string;
  small: string;
  digits: boolean;
}

/** Names of people in such words, by their parts. @param people parts of names that the text has elsewhere. */
export function namesInJoined(
  around: Around,
  joined: readonly JoinedWords[],
  people: People,
): FoundForm[] {
  const found: FoundForm[] = [];
  // "terhorst" for "ter Horst".
  const surnames = new Set([...people.surnames].map((name) => name.replaceAll(" ", "")));
  for (const one of joined) {
    const parts = partsOf(around.text, one);
    const read = new Reader(around, people.firsts, surnames, parts);
    for (let at = 0; at < parts.length; ) {
      const end = read.nameFrom(at);
      const whole = end !== null && at === 0 && end === parts.length && end > 1;
      const [first, last] = [parts[at], parts[(end ?? 0) - 1]];
      if (end === null || first === undefined || last === undefined || !(one.file || whole)) {
        at++;
        continue;
      }
      found.push({ start: first.start, end: last.end, confidence: one.file ? 0.8 : 0.75 });
      at = end;
    }
  }
  return found;
}

function partsOf(text: string, { start, end }: JoinedWords): Part[] {
  const parts: Part[] = [];
  const add = (word: string, at: number): void => {
    const digits = /^\p{N}/u.test(word);
    parts.push({ start: at, end: at + word.length, word, small: word.toLowerCase(), digits });
  };
  for (const { 0: word, index } of text.slice(start, end).matchAll(PARTS)) {
    const [, initial, particle] = INITIAL_JOINED.exec(word) ?? [];
    if (initial === undefined || particle === undefined) add(word, start + index);
    else {
      add(initial, start + index);
      add(particle, start + index + 1);
    }
  }
  return parts;
}

class Reader {
  constructor(
    private readonly around: Around,
    private readonly firsts: ReadonlySet<string>,
    /** In small letters and without spaces. */
    private readonly surnames: ReadonlySet<string>,
    private readonly parts: readonly Part[],
  ) {}

  /** Where a name ends that begins with the part at `at`, exclusive; null when none does. */
  nameFrom(at: number): number | null {
    const part = this.parts[at];
    if (part === undefined || part.digits) return null;
    if (this.isGiven(at)) {
      const end = this.surnameFrom(at + 1, true) ?? at + 1;
      return this.isBrand(at, end) ? null : end;
    }
    const initials = /^\p{Lu}{1,3}$/u.test(part.word);
    // "JdeVries", "r.terhorst": initials before a surname.
    if (initials || part.word.length === 1) {
      return this.surnameFrom(at + 1, PARTICLE.test(this.parts[at + 1]?.small ?? ""));
    }
    // "BaartmanMarjolein": the surname first.
    const end = this.surnameFrom(at, false);
    const given = end !== null && this.isGiven(end) ? end + 1 : end;
    if (given !== null) return given;
    const titled = TITLE.test(this.parts[at - 1]?.small ?? "");
    if (titled) return this.surnameFrom(at, true);
    return this.isGiven(at + 1) && this.isFree(at) && SURNAMES.has(capital(part)) ? at + 2 : null;
  }

  private isGiven(at: number): boolean {
    const part = this.parts[at];
    if (part === undefined || part.word.length < 3) return false;
    const name = capital(part);
    if (this.firsts.has(name)) return true;
    return isOnlyFirstName(name) && this.isFree(at);
  }

  /** Where a surname ends, with what stands before it. @param any whatever word it is, where only a name can stand. */
  private surnameFrom(at: number, any: boolean): number | null {
    let i = at;
    while (i < at + 3 && PARTICLE.test(this.parts[i]?.small ?? "")) i++;
    const part = this.parts[i];
    if (part === undefined || part.digits || part.word.length < 3) return null;
    const key = this.parts
      .slice(at, i + 1)
      .map(({ small }) => small)
      .join("");
    if (this.surnames.has(key)) return i + 1;
    if (SURNAMES.has(capital(part)) && this.isFree(i) && (any || i > at)) return i + 1;
    // With a capital of its own, and no word of this text.
    const strange = /^\p{Lu}\p{Ll}{2,}$/u.test(part.word) && this.isFree(i);
    return any && strange && !isFirstName(part.word) ? i + 1 : null;
  }

  /** Whether a part is no word of the field or of the text. */
  private isFree(at: number): boolean {
    const { word = "", small = "" } = this.parts[at] ?? {};
    if (this.around.ordinary.has(small) && word !== small) return false;
    return !isNoName(small) && !isRole(small) && !isOrganisationTail(small) && !isStreet(small);
  }

  private isBrand(from: number, to: number): boolean {
    const words = this.parts.slice(from, to).map(({ small }) => small);
    return isBrand(words.join(" ")) || (words.length === 2 && words[0] === words[1]);
  }
}

const capital = ({ small }: Part): string => small.slice(0, 1).toUpperCase() + small.slice(1);
