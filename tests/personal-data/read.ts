import fs from "node:fs";
import path from "node:path";
import { PERSONAL_DATA_KINDS, type PersonalDataKind } from "@/db/vocabulary";
import { normalise } from "@/domain/sources/rules";
import { codePointLength } from "@/domain/text/rules";

/** A place that was marked by hand; code points in the text without marks. */
export interface MarkedPlace {
  kind: PersonalDataKind;
  start: number;
  end: number;
  text: string;
  /** It may be found and need not be. */
  optional: boolean;
}

export interface MarkedDocument {
  name: string;
  text: string;
  places: MarkedPlace[];
}

const FOLDER = path.join(import.meta.dirname, "documents");

/** All documents in order of name, without their marks, and what was marked. */
export function readMarked(): MarkedDocument[] {
  return fs
    .readdirSync(FOLDER)
    .sort()
    .map((name) => parseMarked(fs.readFileSync(path.join(FOLDER, name), "utf8"), name));
}

/** @throws Error on a mark that is no mark. */
export function parseMarked(written: string, name: string): MarkedDocument {
  const places: MarkedPlace[] = [];
  let text = "";
  let length = 0;
  const add = (piece: string): void => {
    text += piece;
    length += codePointLength(piece);
  };
  for (const [i, piece] of normalise(written).split(/[⟦⟧]/).entries()) {
    if (i % 2 === 0) {
      add(piece);
      continue;
    }
    const [, maybe, kind, words] = /^(\??)([a-z]+)\|([\s\S]+)$/.exec(piece) ?? [];
    const known = PERSONAL_DATA_KINDS.find((one) => one === kind);
    if (known === undefined || words === undefined) throw new Error(`${name}: no mark: ${piece}`);
    const start = length;
    add(words);
    places.push({ kind: known, start, end: length, text: words, optional: maybe === "?" });
  }
  if (text.includes("⟦") || text.includes("⟧")) throw new Error(`${name}: a mark is not closed`);
  return { name, text, places };
}
