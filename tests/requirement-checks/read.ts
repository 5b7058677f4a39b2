import fs from "node:fs";
import path from "node:path";
import { RULE_IDS, type RuleId } from "@/domain/checking/model";
import { codePointLength } from "@/domain/text/rules";

/** A place that was marked by hand, in code points of the sentence without marks. */
export interface MarkedPlace {
  rule: RuleId;
  start: number;
  end: number;
}

export interface MarkedSentence {
  file: string;
  text: string;
  /** None in a good sentence. */
  places: MarkedPlace[];
}

const FOLDER = path.join(import.meta.dirname, "sentences");

/** All sentences that were marked, in order of file and line. */
export function readSentences(): MarkedSentence[] {
  return fs
    .readdirSync(FOLDER)
    .sort()
    .flatMap((file) =>
      fs
        .readFileSync(path.join(FOLDER, file), "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => ({ file, ...parseSentence(line) })),
    );
}

/** Reads `De coach komt ⟦vagueFrequency|vaak⟧.` @throws Error on a mark that is none. */
export function parseSentence(line: string): { text: string; places: MarkedPlace[] } {
  const places: MarkedPlace[] = [];
  let text = "";
  for (const [i, piece] of line.split(/[⟦⟧]/).entries()) {
    if (i % 2 === 0) {
      text += piece;
      continue;
    }
    const [name, words = ""] = piece.split("|");
    const rule = RULE_IDS.find((id) => id === name);
    if (rule === undefined || words === "") throw new Error(`no mark: ${piece}`);
    const start = codePointLength(text);
    places.push({ rule, start, end: start + codePointLength(words) });
    text += words;
  }
  return { text, places };
}
