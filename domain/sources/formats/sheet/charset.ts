import { Invalid } from "../../../kernel/errors";
import type { Encoding } from "../model";

export interface DecodedBytes {
  text: string;
  encoding: Encoding;
}

/**
 * Bytes as text: by what they say of themselves, else UTF-8 when they are that without a fault, else
 * what an office of some years ago writes. `chosen` goes before all of it.
 *
 * @throws Invalid `sources.errors.binary` when it is no text at all.
 */
export function decodeBytes(bytes: Uint8Array, fileName: string, chosen?: Encoding): DecodedBytes {
  const encoding = chosen ?? encodingOf(bytes);
  const decoded = new TextDecoder(encoding).decode(bytes);
  const text = encoding === "windows-1252" ? officeSigns(decoded) : decoded;
  if (text.includes("\0")) throw new Invalid("sources.errors.binary", { fileName });
  return { text, encoding };
}

/** What Windows-1252 has where ISO 8859-1 has control characters, from 0x80; a space where it has nothing. */
const OFFICE_SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Several versions of Node take Windows-1252 for ISO 8859-1 (nodejs/node#60888): € and ’ would show nothing. */
function officeSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => {
    const sign = OFFICE_SIGNS[control.charCodeAt(0) - 0x80] ?? " ";
    return sign === " " ? control : sign;
  });
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4096);
  const zeros: [even: number, odd: number] = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  if (Math.max(...zeros) > sample.length * 0.3)
    return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
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
