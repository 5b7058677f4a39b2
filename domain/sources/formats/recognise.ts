import { Invalid, type MessageParams } from "@/domain/kernel/errors";
import type { MessageKey } from "@/messages/catalogue";
import type { Upload } from "../model";
import { inspectZip, unpack, type ZipFacts } from "./zip";

/** The formats that are told apart by their bytes. What is text may be many things: see `textKind`. */
export type Kind = "docx" | "xlsx" | "pdf" | "html" | "eml" | "csv" | "markdown" | "text";

/** Entries of a ZIP file; the largest Word file in sight has some hundreds, mostly pictures. */
const MAX_ENTRIES = 5_000;
/** Bytes that may come out of it, and the same for one entry. */
const MAX_UNPACKED = 400 * 1024 * 1024;
const MAX_ENTRY = 250 * 1024 * 1024;
/** Text of a Word file becomes some 15 times smaller; a bomb thousands of times. From so many bytes on it counts. */
const MAX_RATIO = 120;
const RATIO_COUNTS_FROM = 20 * 1024 * 1024;
const MAX_CONTENT_TYPES = 1024 * 1024;

/**
 * What these bytes are, whatever the name says.
 *
 * @throws Invalid with a sentence under `sources.errors` that says what to do, for what cannot be read.
 */
export function kindOf({ fileName, bytes }: Upload): Kind {
  const refuse = (key: MessageKey, params: MessageParams = {}) =>
    new Invalid(key, { fileName, ...params });
  if (bytes.length === 0) throw refuse("sources.errors.empty");
  if (isPdf(bytes)) return "pdf";
  // "PK" alone begins many a text.
  if (ZIP.some((magic) => begins(bytes, magic))) return packedKind(bytes, refuse);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuse(oldKind(fileName, bytes));
  const other = UNREADABLE.find(([, magic, at = 0]) => begins(bytes, magic, at));
  if (other) throw refuse(other[0]);
  return textKind(fileName, bytes);
}

/** How a ZIP file begins: with an entry, with the end of an empty one, or as a part of several. */
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];

/** Some programs write a few lines of their own before it; a text that speaks of `%PDF-` does so within a line. */
const isPdf = (bytes: Uint8Array) => /(?:^|[\r\n\0])%PDF-\d/.test(ascii(bytes, 0, 1024));

/** First bytes by which what cannot be read gives itself away, and where they stand. */
const UNREADABLE: readonly (readonly [key: MessageKey, bytes: readonly number[], at?: number])[] = [
  ["sources.errors.rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["sources.errors.image", [0x89, 0x50, 0x4e, 0x47]],
  ["sources.errors.image", [0xff, 0xd8, 0xff]],
  ["sources.errors.image", [0x47, 0x49, 0x46, 0x38]],
  ["sources.errors.image", [0x49, 0x49, 0x2a, 0x00]],
  ["sources.errors.image", [0x4d, 0x4d, 0x00, 0x2a]],
  // "heic", "heix", "mif1" and "avif" after "ftyp"; what else has it is sound or film.
  ["sources.errors.image", [0x66, 0x74, 0x79, 0x70, 0x68, 0x65], 4],
  ["sources.errors.image", [0x66, 0x74, 0x79, 0x70, 0x6d, 0x69], 4],
  ["sources.errors.image", [0x66, 0x74, 0x79, 0x70, 0x61, 0x76], 4],
  ["sources.errors.image", [0x57, 0x45, 0x42, 0x50], 8],
  ["sources.errors.recording", [0x66, 0x74, 0x79, 0x70], 4],
  ["sources.errors.recording", [0x52, 0x49, 0x46, 0x46]],
  ["sources.errors.recording", [0x49, 0x44, 0x33]],
  ["sources.errors.recording", [0xff, 0xfb]],
  ["sources.errors.recording", [0xff, 0xf3]],
  ["sources.errors.recording", [0x4f, 0x67, 0x67, 0x53]],
  ["sources.errors.recording", [0x66, 0x4c, 0x61, 0x43]],
  ["sources.errors.recording", [0x1a, 0x45, 0xdf, 0xa3]],
  ["sources.errors.recording", [0x30, 0x26, 0xb2, 0x75]],
  ["sources.errors.packed", [0x1f, 0x8b]],
  ["sources.errors.packed", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["sources.errors.packed", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
];

type Refuse = (key: MessageKey, params?: MessageParams) => Invalid;

/** What a ZIP file is: Word, Excel and others are one inside. Nothing but its table of contents is unpacked. */
function packedKind(bytes: Uint8Array, refuse: Refuse): Kind {
  const zip = inspectZip(bytes);
  if (!zip) throw refuse("sources.errors.damaged");
  if (isBomb(zip)) throw refuse("sources.errors.tooMuchInside");
  const contents = textOf(bytes, zip, "[Content_Types].xml");
  if (zip.macros || contents.includes("macroEnabled")) throw refuse("sources.errors.macros");
  if (zip.encrypted) throw refuse("sources.errors.locked");
  if (contents.includes("wordprocessingml.document.main")) return "docx";
  if (contents.includes("wordprocessingml.template.main")) return "docx";
  if (contents.includes("spreadsheetml.sheet.main")) return "xlsx";
  if (contents.includes("presentationml.")) throw refuse("sources.errors.presentation");
  const openDocument = textOf(bytes, zip, "mimetype");
  if (openDocument.includes("opendocument.text")) throw refuse("sources.errors.openDocument");
  if (openDocument.includes("opendocument.")) throw refuse("sources.errors.openOther");
  throw refuse("sources.errors.packed");
}

function isBomb({ entries, totalSize, ratio, overlapping }: ZipFacts): boolean {
  return (
    overlapping ||
    entries.length > MAX_ENTRIES ||
    totalSize > MAX_UNPACKED ||
    entries.some(({ size }) => size > MAX_ENTRY) ||
    (totalSize > RATIO_COUNTS_FROM && ratio > MAX_RATIO)
  );
}

function textOf(bytes: Uint8Array, { entries }: ZipFacts, name: string): string {
  const entry = entries.find((one) => one.name === name);
  const content = entry && unpack(bytes, entry, MAX_CONTENT_TYPES);
  return content ? new TextDecoder().decode(content) : "";
}

/** Files of Office 97–2003, mails of Outlook, and newer ones behind a password have one form. */
function oldKind(fileName: string, bytes: Uint8Array): MessageKey {
  const holds = (words: string) => Buffer.from(bytes).includes(Buffer.from(words, "utf16le"));
  if (holds("EncryptedPackage")) return "sources.errors.locked";
  if (holds("WordDocument")) return "sources.errors.oldWord";
  if (holds("__substg1.0_")) return "sources.errors.outlook";
  if (holds("Workbook")) return "sources.errors.oldExcel";
  return endingOf(fileName) === "msg" ? "sources.errors.outlook" : "sources.errors.oldOther";
}

/** Fields that a mail has on its way, and words that somebody typed have not. */
const MAIL_FIELDS = ["message-id:", "mime-version:", "received:", "return-path:", "x-mailer:"];

function textKind(fileName: string, bytes: Uint8Array): Kind {
  const opening = ascii(bytes, 0, 16_384).toLowerCase();
  const trimmed = opening.replace(/^[^!-~]+/, "");
  const ending = endingOf(fileName);
  if (trimmed.startsWith("<!doctype html") || /^<html[\s>]/.test(trimmed)) return "html";
  if ((ending === "html" || ending === "htm") && trimmed.startsWith("<")) return "html";
  const head = trimmed.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const lines = head.split(/\r?\n/);
  if (
    lines.some((line) => line.startsWith("from:")) &&
    lines.some((line) => MAIL_FIELDS.some((field) => line.startsWith(field)))
  ) {
    return "eml";
  }
  if (ending === "csv" || ending === "tsv") return "csv";
  return ending === "md" || ending === "markdown" ? "markdown" : "text";
}

/** What stands behind the last dot of a name, in small letters; empty when there is none. */
export function endingOf(fileName: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

const begins = (bytes: Uint8Array, magic: readonly number[], at = 0) =>
  magic.every((byte, i) => bytes[at + i] === byte);

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, Math.min(end, bytes.length))).toString("latin1");
}
