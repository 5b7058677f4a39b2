import type { Encoding, Upload } from "../model";
import { decodeText, storedText } from "../rules";
import { parseHtml } from "./dom";
import { toMarkdown } from "./markdown";
import type { Convert } from "./model";
import { hiddenRemark, picturesRemark } from "./remarks";
import { encodingRemark } from "./text";

/**
 * Reads a page of HTML, also one that Word saved. What is there for machines or to find the way (scripts, styles,
 * navigation, forms) is no text.
 *
 * @throws Invalid or TooLarge: what `decodeText`, `parseHtml` and `storedText` throw.
 */
export const convertHtml: Convert = async (file, { encoding: asked }) => {
  const { html, guessed } = decodeHtml(file, asked);
  const written = toMarkdown(parseHtml(html, file.fileName));
  const text = storedText(file.fileName, written.text);
  return {
    text,
    remarks: [
      ...hiddenRemark(written.hidden),
      ...picturesRemark(written.pictures),
      ...(guessed ? encodingRemark(text, guessed) : []),
    ],
    pages: [],
    trackedChanges: null,
    attachments: [],
  };
};

/** Browsers look for it no further. */
const LOOKED_AT = 4_096;
const DECLARED = /charset\s{0,9}=\s{0,9}["']?([\w:-]{2,40})/i;

/** Bytes that are UTF-8 are that, whatever a page says; else what it says counts. `guessed` when it says nothing. */
function decodeHtml(file: Upload, asked?: Encoding): { html: string; guessed: Encoding | null } {
  const { text, encoding } = decodeText(file, asked);
  if (asked !== undefined || encoding !== "windows-1252") return { html: text, guessed: encoding };
  const [, declared] = DECLARED.exec(text.slice(0, LOOKED_AT)) ?? [];
  const decoder = declared === undefined ? null : decoderOf(declared);
  if (decoder === null || decoder.encoding.startsWith("utf")) {
    return { html: text, guessed: encoding };
  }
  // Node is not to be trusted with the encoding of the office: see `officeSigns`.
  const isOffice = decoder.encoding === encoding;
  return { html: isOffice ? text : decoder.decode(file.bytes), guessed: null };
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
