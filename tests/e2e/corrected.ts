import { sha256 } from "@/db/hash";
import { codePointLength } from "@/domain/text/rules";

/**
 * Places in the real minutes by what stands there, and whom they name by a hash: neither their words nor a name of
 * somebody stands in the project.
 */

/** A place in a text: its words, and where it begins and ends in code points. */
export interface Stretch {
  words: string;
  start: number;
  end: number;
}

/** Of a first name and surname that somebody read in the file: SHA-256. */
const NAMED = {
  minutes: "e88a5b1664bf0c0951fd40a0821c0f5125f1301b7428c1647da0b9edc91bf84b",
  sheet: "3930420da80463bb25a8826988f957067733d97d9495c0764c4bb3c4ee845dc5",
};

/** Who is named in the file. */
export function nameIn(text: string, file: keyof typeof NAMED): string {
  const pairs = text.matchAll(/(?<!\p{L})(?=(\p{Lu}\p{L}+ \p{Lu}\p{L}+))/gu);
  const found = [...pairs]
    .map(([, pair = ""]) => pair)
    .find((pair) => sha256(pair) === NAMED[file]);
  if (!found) throw new Error(`nobody is named in the ${file}`);
  return found;
}

export function phonesIn(text: string): string[] {
  return text.match(/(?<!\d)0\d{1,3}[ -]?\d{6,8}(?!\d)/g) ?? [];
}

function stretch(text: string, words: string): Stretch {
  const at = text.indexOf(words);
  if (at < 0 || at !== text.lastIndexOf(words)) throw new Error("no words that stand there once");
  const start = codePointLength(text.slice(0, at));
  return { words, start, end: start + codePointLength(words) };
}

/** The line in which somebody is named first. */
export function stretchWith(text: string, name: string): Stretch {
  const line = text.split("\n").find((one) => one.includes(name)) ?? "";
  return stretch(text, line.trim());
}

const LONG_WORD = /(?<!\p{L})\p{Ll}{9,}(?!\p{L})/u;

/** Paragraphs of some sentences each, that somebody said in the second meeting. */
function paragraphsIn(text: string): string[] {
  const second = text.indexOf("\n## ", text.indexOf("## ") + 1);
  const from = text.indexOf("Stelling 2", text.indexOf("\n## Consultatie", second));
  return text
    .slice(from)
    .split(/\n{2,}/)
    .filter((words) => /^\p{Lu}[^\n:*"]+\.$/u.test(words) && sentencesOf(words).length >= 3);
}

const sentencesOf = (words: string): string[] => words.split(/(?<=[.?!]) (?=\p{Lu})/u);

/** What is corrected in the minutes. */
export interface Correction {
  /** A sentence of which one word changes, and what it says then. */
  changed: Stretch;
  now: string;
  /** A sentence that goes. */
  gone: Stretch;
  /** A paragraph that comes to stand further on. */
  moved: Stretch;
  /** The corrected text. */
  text: string;
}

export function correctionOf(text: string): Correction {
  const [one = "", two = "", three = "", four = ""] = paragraphsIn(text);
  const sentence = sentencesOf(one).find((words) => LONG_WORD.test(words)) ?? "";
  const now = sentence.replace(LONG_WORD, "samenwerking");
  const gone = sentencesOf(two)[1] ?? "";
  const moved = stretch(text, three);
  const corrected = text
    .replace(sentence, now)
    .replace(` ${gone}`, "")
    .replace(`${three}\n\n`, "")
    .replace(`${four}\n`, `${four}\n\n${three}\n`);
  return {
    changed: stretch(text, sentence),
    now,
    gone: stretch(text, gone),
    moved,
    text: corrected,
  };
}
