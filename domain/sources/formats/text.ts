import { says } from "@/domain/kernel/errors";
import { ENCODING_NAMES, type Encoding } from "../model";
import { decodeUpload } from "../rules";
import type { Convert, Remark } from "./model";

/**
 * Reads a file of text as it stands, Markdown or not, whatever encoding it is in.
 *
 * @throws what `decodeUpload` throws.
 */
export const convertText: Convert = async (file, { encoding: asked }) => {
  const { text, encoding } = decodeUpload(file, asked);
  return {
    text,
    remarks: [...encodingRemark(text, encoding), ...garbledRemark(text)],
    pages: [],
    trackedChanges: null,
    attachments: [],
  };
};

/** Words that show whether an encoding was recognised well, and how much of the text is looked at for them. */
const MAX_EXAMPLES = 3;
const LOOKED_AT = 500_000;
const NOT_ASCII = /[\u0080-\uffff]/;
/** UTF-8 that was once read as Windows-1252 and saved again: Ã© for é. */
const GARBLED = /Ã[\u0080-\u00bf]|â[€‚][\u0080-\u2122]|Â[\u00a0-\u00bf]/;

/** Says of a text in which encoding it was, unless it is the one that everything is in nowadays. */
export function encodingRemark(text: string, encoding: Encoding): Remark[] {
  if (encoding === "utf-8") return [];
  const examples = wordsLike(NOT_ASCII, text, /[^\p{L}\p{N}€]+/u).join(", ");
  const params = { found: ENCODING_NAMES[encoding], examples };
  return examples === ""
    ? [{ key: says("sources.remarks.encodingPlain"), params: { found: params.found } }]
    : [{ key: says("sources.remarks.encoding"), params }];
}

function garbledRemark(text: string): Remark[] {
  const examples = wordsLike(GARBLED, text, /\s+/).join(", ");
  return examples === "" ? [] : [{ key: says("sources.remarks.garbled"), params: { examples } }];
}

function wordsLike(pattern: RegExp, text: string, between: RegExp): string[] {
  const found = new Set<string>();
  for (const word of text.slice(0, LOOKED_AT).split(between)) {
    if (pattern.test(word)) found.add(word.slice(0, 40));
    if (found.size === MAX_EXAMPLES) break;
  }
  return [...found];
}
