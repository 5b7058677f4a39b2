import { Invalid, TooLarge } from "@/domain/kernel/errors";
import {
  type DecodedUpload,
  ENCODING_NAMES,
  type Encoding,
  MAX_LINE_LENGTH,
  MAX_LINES,
  MAX_TEXT_BYTES,
  MAX_TEXT_MEGABYTES,
  MEDIA_TYPES,
  type MediaType,
  NORMALISER_VERSION,
  type Upload,
} from "@/domain/sources/model";
import { isBlank } from "@/domain/text/rules";

/**
 * Turns an uploaded file of text into normalised text, or says what the sender can do about it. It can be in any
 * encoding that occurs in Dutch offices; `encoding` says which when it was recognised wrongly.
 *
 * Throws `Invalid` with `sources.errors.extension`, `sources.errors.notWhatItSays` ({fileName, found}),
 * `sources.errors.encoding` ({fileName, found}) or `sources.errors.binary` ({fileName}); `TooLarge` with
 * `sources.errors.tooLarge` ({limit} in MB); and what `storedText` throws.
 */
export function decodeUpload({ fileName, bytes }: Upload, encoding?: Encoding): DecodedUpload {
  const mediaType = mediaTypeOf(fileName);
  if (bytes.length === 0) throw new Invalid("sources.errors.empty", { fileName });
  if (bytes.length > MAX_TEXT_BYTES) {
    throw new TooLarge("sources.errors.tooLarge", { fileName, limit: MAX_TEXT_MEGABYTES });
  }
  const found = knownFormat(bytes);
  if (found !== null) throw new Invalid("sources.errors.notWhatItSays", { fileName, found });
  const decoded = decodeText({ fileName, bytes }, encoding);
  const text = storedText(fileName, decoded.text);
  return { text, mediaType, normaliserVersion: NORMALISER_VERSION, encoding: decoded.encoding };
}

/**
 * The characters that bytes stand for, and in which encoding they were: by a mark at the beginning, by the zeros of
 * UTF-16, as UTF-8 when they are that, and else Windows-1252.
 *
 * @throws Invalid with `sources.errors.binary` for what is no text, and `sources.errors.encoding` ({fileName, found})
 *   when it cannot be in the encoding asked for.
 */
export function decodeText(
  { fileName, bytes }: Upload,
  asked?: Encoding,
): { text: string; encoding: Encoding } {
  const encoding = asked ?? encodingOf(bytes);
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  if (!wide && looksBinary(bytes)) throw new Invalid("sources.errors.binary", { fileName });
  const text = decodedAs(encoding, bytes);
  if (text === null) {
    if (asked === undefined) throw new Invalid("sources.errors.binary", { fileName });
    throw new Invalid("sources.errors.encoding", { fileName, found: ENCODING_NAMES[asked] });
  }
  if (text.includes("\0")) throw new Invalid("sources.errors.binary", { fileName });
  return { text, encoding };
}

/**
 * Text as it is stored, whatever it was read from.
 *
 * @throws Invalid with `sources.errors.empty` ({fileName}) or `sources.errors.lineTooLong` ({line, limit});
 *   TooLarge with `sources.errors.tooManyLines` ({lines, limit}).
 */
export function storedText(fileName: string, raw: string): string {
  const text = normalise(raw);
  if (isBlank(text)) throw new Invalid("sources.errors.empty", { fileName });
  checkLines(fileName, text);
  return text;
}

/**
 * The text as it is stored and counted in: without one byte order mark, line ends as LF, in
 * Unicode normalisation form C. Nothing else: trailing spaces, no-break spaces and empty lines
 * are part of what was handed in. A change here needs a higher `NORMALISER_VERSION`.
 */
export function normalise(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.replace(/\r\n?/g, "\n").normalize("NFC");
}

/**
 * Equal for the same text in other bytes: line ends, byte order mark and composed letters were made equal by
 * `normalise`; signs that show nothing, and white space at the end of lines and of the text, are no text
 * either. Line breaks are: by them the text is split.
 */
export function comparableText(text: string): string {
  // Nearly every text has none of these: then nothing is made anew, on the thread that answers people.
  if (!/[\u200b\u2060\ufeff\u00ad\f]|[^\S\n]\n/.test(text)) return text.trim();
  const lines = text.replace(/[\u200b\u2060\ufeff\u00ad]/g, "").split(/[\n\f]/);
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function mediaTypeOf(fileName: string): MediaType {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (ending === "md" || ending === "markdown" || ending === "txt") return MEDIA_TYPES[ending];
  throw new Invalid("sources.errors.extension", { fileName, endings: ".md, .markdown, .txt" });
}

/** First bytes by which a format gives itself away, whatever the name says. */
const MAGIC: readonly (readonly [found: string, bytes: readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["ZIP/Word/Excel", [0x50, 0x4b, 0x03, 0x04]],
  ["ZIP", [0x50, 0x4b, 0x05, 0x06]],
  ["Word/Excel 97–2003", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
  ["TIFF", [0x49, 0x49, 0x2a, 0x00]],
  ["TIFF", [0x4d, 0x4d, 0x00, 0x2a]],
  ["GZIP", [0x1f, 0x8b]],
  ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ["MP3", [0x49, 0x44, 0x33]],
  ["OGG", [0x4f, 0x67, 0x67, 0x53]],
  ["RIFF (WAV/WebP)", [0x52, 0x49, 0x46, 0x46]],
  ["SQLite", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ["ELF", [0x7f, 0x45, 0x4c, 0x46]],
];

/** The name of the format these bytes are really in, or null for what may be plain text. */
function knownFormat(bytes: Uint8Array): string | null {
  const hit = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (hit) return hit[0];
  // "....ftyp": MP4, M4A, HEIC.
  if (ascii(bytes, 4, 8) === "ftyp") return "MP4/HEIC";
  const opening = ascii(bytes, 0, 256).replace(/^[^!-~]+/, "");
  return /^<(?:!doctype\s+html|html[\s>])/i.test(opening) ? "HTML" : null;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, bytes.length)));
}

function encodingOf(bytes: Uint8Array): Encoding {
  const wide = wideEncoding(bytes);
  if (wide !== null) return wide;
  // Bytes that are text but not UTF-8 are, in a Dutch office, nearly always this.
  return decodedAs("utf-8", bytes) === null ? "windows-1252" : "utf-8";
}

/** UTF-16 with a byte order mark, or without one: a zero as every other byte. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 4096);
  const zeros: [even: number, odd: number] = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2 === 0 ? 0 : 1]++;
  const [most, least] = [Math.max(...zeros), Math.min(...zeros)];
  if (most <= sample.length * 0.3 || least >= sample.length * 0.05) return null;
  return zeros[0] > zeros[1] ? "utf-16be" : "utf-16le";
}

/**
 * A zero byte anywhere, or one control character in a hundred. A few are no reason to refuse:
 * text pasted from a word processor carries the odd soft hyphen or cell mark.
 */
function looksBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) {
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) || byte === 0x7f) controls++;
  }
  return controls > sample.length / 100;
}

/** Null when the bytes cannot be in this encoding. */
function decodedAs(encoding: Encoding, bytes: Uint8Array): string | null {
  if (encoding === "windows-1252") return officeSigns(new TextDecoder(encoding).decode(bytes));
  try {
    // The mark is kept here so that `normalise` is the only place that takes it away.
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What Windows-1252 has where ISO 8859-1 has control characters, from 0x80; a space where it has nothing. */
const OFFICE_SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * Puts the signs of Windows-1252 in place of control characters: several versions of Node take the one encoding for
 * the other (nodejs/node#60888), and then € and ’ come out as signs that show nothing.
 */
export function officeSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => {
    const sign = OFFICE_SIGNS[control.charCodeAt(0) - 0x80] ?? " ";
    return sign === " " ? control : sign;
  });
}

/**
 * Refuses a text of more or longer lines than can be worked with.
 *
 * @throws TooLarge, or Invalid with the number of the line.
 */
export function checkLines(fileName: string, text: string): void {
  let line = 0;
  let longest = 0;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    line++;
    if (longest === 0 && end - start > MAX_LINE_LENGTH) longest = line;
    start = end + 1;
  }
  if (line > MAX_LINES) {
    throw new TooLarge("sources.errors.tooManyLines", { fileName, lines: line, limit: MAX_LINES });
  }
  if (longest > 0) {
    throw new Invalid("sources.errors.lineTooLong", {
      fileName,
      line: longest,
      limit: MAX_LINE_LENGTH,
    });
  }
}
