import type { Placement, Quote } from "@/domain/anchoring/model";
import { place } from "@/domain/anchoring/place";
import { CodePointIndex, sliceCodePoints } from "@/domain/text/rules";

/**
 * Texts as they are corrected, with what is known of each quote: nine kinds of edits, made to every
 * seventh sentence of a text at once, while all other sentences stay.
 */
export const EDITS = [
  "inserted before",
  "typo",
  "three words replaced",
  "40 % replaced",
  "deleted",
  "replaced by another",
  "moved",
  "copied earlier",
  "typography",
] as const;
export type Edit = (typeof EDITS)[number];

/** Which sentences are edited: of every so many one. */
const STEP = 7;
/** How far a sentence is moved or copied, in sentences. */
const FAR = 11;

export interface Corrected {
  before: string;
  after: string;
  quotes: { quote: Quote; edited: boolean; answer: Quote | null }[];
}

/** Numbers below 1, the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The sentences of a text that one would quote, in UTF-16 offsets. */
export function sentencesIn(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const sentence of line[0].matchAll(
      /\S(?:[^.?!]|[.?!](?!["'’”*)]*(?:\s|$)))*[.?!]?["'’”*)]*/g,
    )) {
      const words = sentence[0].trim();
      const start = line.index + sentence.index;
      if (words.length >= 40 && words.length <= 260 && words.split(/\s+/).length >= 6) {
        found.push({ start, end: start + words.length });
      }
    }
  }
  return found;
}

const OTHER_WORDS = `bibliotheek verlichting fietspad zaterdagochtend gemeentehuis begroting zwembad
  bestuurder kelder wandeling muziekles tuinman vergunning brandweer ijsbaan herfst spoorlijn boomgaard
  wethouder marktplein reparatie schilderij verhuizing warmtepomp kantine zonnescherm`.split(/\s+/);

const OTHER_SENTENCES = [
  "De wethouder opent in september het nieuwe zwembad naast de ijsbaan.",
  "Bewoners klagen over verlichting langs het fietspad bij de spoorlijn.",
  "Een tuinman snoeit volgende winter alle bomen in de boomgaard achter het station.",
  "Omdat de begroting niet sluit, wordt de verhuizing van het archief uitgesteld.",
  "Brandweer en politie oefenden zaterdag samen in de oude fabriek aan de haven.",
  "Voor een warmtepomp is bij een monument eerst een vergunning nodig.",
];

/** A text with one kind of edit made to some of its sentences, from the `offset`th on. */
export function corrected(before: string, edit: Edit, offset: number): Corrected {
  const random = numbers(offset + 1);
  const sentences = sentencesIn(before);
  const isEdited = (i: number) =>
    i % STEP === offset % STEP && i >= FAR && i + FAR < sentences.length;
  const taken = new Map<number, number[]>();
  const put = (at: number, i: number) => taken.set(at, [...(taken.get(at) ?? []), i]);
  sentences.forEach((_, i) => {
    if (!isEdited(i)) return;
    if (edit === "moved") put(i + (random() < 0.5 ? -FAR + 1 : FAR - 1), i);
    if (edit === "copied earlier") put(i - FAR + 1, i);
  });
  const old = new CodePointIndex(before);
  const spans: ({ start: number; end: number } | null)[] = sentences.map(() => null);
  const style = edit === "typography" ? typographic : (words: string) => words;
  let after = "";
  let at = 0;
  sentences.forEach(({ start, end }, i) => {
    after += style(before.slice(at, start));
    const say = (of: number, words: string, answer = true) => {
      if (answer) spans[of] = { start: after.length, end: after.length + words.length };
      after += words;
    };
    for (const other of taken.get(i) ?? []) {
      const { start: from, end: to } = sentences[other] ?? { start: 0, end: 0 };
      say(other, before.slice(from, to), edit === "moved");
      after += " ";
    }
    const words = before.slice(start, end);
    const other = OTHER_SENTENCES[Math.floor(random() * OTHER_SENTENCES.length)] ?? "";
    if (!isEdited(i)) say(i, style(words));
    else if (edit === "inserted before") {
      after += `${other} `;
      say(i, words);
    } else if (edit === "typo") say(i, misspelled(words, random));
    else if (edit === "three words replaced") say(i, replaced(words, 3, random));
    else if (edit === "40 % replaced") {
      say(i, replaced(words, Math.round(words.split(/\s+/).length * 0.4), random));
    } else if (edit === "replaced by another") after += other;
    else if (edit === "copied earlier" || edit === "typography") say(i, style(words));
    at = end;
  });
  after += style(before.slice(at));
  const now = new CodePointIndex(after);
  return {
    before,
    after,
    quotes: sentences.map(({ start, end }, i) => {
      const span = spans[i];
      return {
        quote: { start: old.toCodePoint(start), end: old.toCodePoint(end) },
        edited: edit === "typography" || isEdited(i),
        answer: span
          ? { start: now.toCodePoint(span.start), end: now.toCodePoint(span.end) }
          : null,
      };
    }),
  };
}

/** Two letters of a long word swapped. */
function misspelled(words: string, random: () => number): string {
  const long = [...words.matchAll(/\p{Ll}{5,}/gu)];
  const word = long[Math.floor(random() * long.length)];
  if (!word) return words.replace(/.$/, "");
  const i = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const [a = "", b = ""] = words.slice(i, i + 2);
  return words.slice(0, i) + (a === b ? "x" : b) + a + words.slice(i + 2);
}

function replaced(words: string, count: number, random: () => number): string {
  const found = [...words.matchAll(/[\p{L}\p{N}]+/gu)];
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, found.length))
    chosen.add(Math.floor(random() * found.length));
  let i = -1;
  return words.replace(/[\p{L}\p{N}]+/gu, (word) => {
    i++;
    return chosen.has(i) ? (OTHER_WORDS[Math.floor(random() * OTHER_WORDS.length)] ?? word) : word;
  });
}

/** As a word processor writes it: curly, with dashes, and spaces that do not break. */
function typographic(words: string): string {
  return words
    .replace(/"([^"\n]*)"/g, "“$1”")
    .replace(/'/g, "’")
    .replace(/ - /g, " – ")
    .replace(/\.\.\./g, "…")
    .replace(/ (?=\d)/g, "\u00a0");
}

export interface Figures {
  /** Quotes that were edited. */
  edited: number;
  /** Placed without a person, or not, at other words than the right ones. */
  wrongAutomatic: number;
  /** Of those with an answer: placed or proposed at exactly the right words, roughly there, elsewhere. */
  answers: number;
  right: number;
  roughly: number;
  wrong: number;
  /** Of those without an answer: orphans. */
  none: number;
  orphans: number;
  /** Of those not edited: placed by itself at the right words; and the same of words that stand once in both. */
  kept: number;
  keptRight: number;
  unique: number;
  uniqueRight: number;
}

export const NO_FIGURES: Figures = {
  edited: 0,
  wrongAutomatic: 0,
  answers: 0,
  right: 0,
  roughly: 0,
  wrong: 0,
  none: 0,
  orphans: 0,
  kept: 0,
  keptRight: 0,
  unique: 0,
  uniqueRight: 0,
};

/** What placing makes of a corrected text, added to what it made of others. */
export function figuresOf({ before, after, quotes }: Corrected, sum: Figures): Figures {
  const placed = place(
    before,
    after,
    quotes.map(({ quote }) => quote),
  );
  const figures = { ...sum };
  quotes.forEach(({ quote, answer, edited }, i) => {
    const found = placed[i] as Placement;
    const automatic = found.status === "exact" || found.status === "moved";
    const same = !!answer && found.start === answer.start && found.end === answer.end;
    if (automatic && !same) figures.wrongAutomatic++;
    if (!edited) {
      figures.kept++;
      const unique = once(before, quote) && once(after, answer);
      if (unique) figures.unique++;
      if (automatic && same) {
        figures.keptRight++;
        if (unique) figures.uniqueRight++;
      }
      return;
    }
    figures.edited++;
    if (!answer) {
      figures.none++;
      if (found.status === "orphan") figures.orphans++;
      return;
    }
    figures.answers++;
    if (same) figures.right++;
    else if (found.status === "proposed") {
      if (shared(found, answer) >= 0.7) figures.roughly++;
      else figures.wrong++;
    }
  });
  return figures;
}

/** Whether the words of a stretch stand nowhere else in their text. */
function once(text: string, place: Quote | null): boolean {
  if (!place) return false;
  const words = sliceCodePoints(text, place.start, place.end);
  return text.indexOf(words) === text.lastIndexOf(words);
}

/** How much of two stretches is of both, 0 to 1. */
function shared({ start, end }: Placement, answer: Quote): number {
  const [from, to] = [start ?? 0, end ?? 0];
  const both = Math.min(to, answer.end) - Math.max(from, answer.start);
  const all = Math.max(to, answer.end) - Math.min(from, answer.start);
  return Math.max(0, both) / all;
}
