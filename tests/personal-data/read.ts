import fs from "node:fs";
import path from "node:path";
import { PERSONAL_DATA_KINDS, type PersonalDataKind } from "@/db/vocabulary";
import { normalise } from "@/domain/sources/rules";
import { codePointLength } from "@/domain/text/rules";

/** Code points in the text without marks. */
export interface TextPlace {
  start: number;
  end: number;
  text: string;
}

/** A place that was marked by hand. */
export interface MarkedPlace extends TextPlace {
  kind: PersonalDataKind;
  /** It may be found and need not be. */
  optional: boolean;
}

export interface MarkedDocument {
  name: string;
  text: string;
  places: MarkedPlace[];
  /** What looks like personal data and is none (`⟦!|Rozenstraat⟧`). */
  traps: TextPlace[];
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
  const traps: TextPlace[] = [];
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
    const [, sign, kind, words] = /^(!(?=\|)|\??(?=[a-z]))([a-z]*)\|([\s\S]+)$/.exec(piece) ?? [];
    if (words === undefined) throw new Error(`${name}: no mark: ${piece}`);
    const place = { start: length, end: length + codePointLength(words), text: words };
    add(words);
    if (sign === "!") {
      traps.push(place);
      continue;
    }
    const known = PERSONAL_DATA_KINDS.find((one) => one === kind);
    if (known === undefined) throw new Error(`${name}: no mark: ${piece}`);
    places.push({ ...place, kind: known, optional: sign === "?" });
  }
  if (text.includes("⟦") || text.includes("⟧")) throw new Error(`${name}: a mark is not closed`);
  return { name, text, places, traps };
}
