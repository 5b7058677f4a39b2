import { decodeText } from "../../rules";
import type { Encoding } from "../model";

export interface DecodedBytes {
  text: string;
  encoding: Encoding;
}

/**
 * Bytes as text, without a mark before it. `chosen` goes before what is recognised.
 *
 * @throws what `decodeText` throws.
 */
export function decodeBytes(bytes: Uint8Array, fileName: string, chosen?: Encoding): DecodedBytes {
  const { text, encoding } = decodeText({ fileName, bytes }, chosen);
  return { text: text.replace(/^\ufeff/, ""), encoding };
}

/** Words with letters that differ by character set, to show whether they came out right. */
export function sampleOf(text: string): string | null {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[^\s;,|"]{0,20}[^\0-\u007f\ufeff][^\s;,|"]{0,20}/g)) {
    words.add(word);
    if (words.size === 3) break;
  }
  return words.size === 0 ? null : [...words].join(", ");
}
