import { Invalid, TooLarge } from "@/domain/kernel/errors";
import type { MessageKey } from "@/messages/catalogue";
import { isBlank } from "../../text/rules";
import { MAX_TEXT_LENGTH, type Upload } from "../model";
import { checkLines } from "../rules";
import type { Convert, Converted, ReadingChoices } from "./model";
import { type Kind, kindOf } from "./recognise";
import { SHEET_TYPES } from "./sheet/model";

interface Format {
  /** By which a file chooser knows them; what a file is, its bytes say. */
  endings: readonly string[];
  mediaType: string;
  /** What people call it. */
  words: MessageKey;
  /** Loaded when there is something to convert. */
  convert: () => Promise<Convert>;
}

/** The formats that are read as a text: one line for each. */
const FORMATS: Partial<Record<Kind, Format>> = {
  docx: {
    endings: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    words: "sources.format.word",
    convert: async () => (await import("./docx")).convertDocx,
  },
  html: {
    endings: ["html", "htm"],
    mediaType: "text/html",
    words: "sources.format.html",
    convert: async () => (await import("./html")).convertHtml,
  },
  eml: {
    endings: ["eml"],
    mediaType: "message/rfc822",
    words: "sources.format.mail",
    convert: async () => (await import("./mail")).convertMail,
  },
  pdf: {
    endings: ["pdf"],
    mediaType: "application/pdf",
    words: "sources.format.pdf",
    convert: async () => (await import("./pdf")).convertPdf,
  },
  markdown: {
    endings: ["md", "markdown"],
    mediaType: "text/markdown",
    words: "sources.format.text",
    convert: async () => (await import("./text")).convertText,
  },
  text: {
    endings: ["txt"],
    mediaType: "text/plain",
    words: "sources.format.text",
    convert: async () => (await import("./text")).convertText,
  },
};

/** Files that are read into rows and not into a text: see `sheet`. */
const SHEETS = {
  endings: ["xlsx", "csv", "tsv"],
  mediaTypes: Object.values(SHEET_TYPES) as readonly string[],
  words: "sources.format.sheet",
} as const;

/** What people call the files that can be brought in, each once. */
export const FORMAT_WORDS: readonly MessageKey[] = [
  ...new Set([...Object.values(FORMATS).map(({ words }) => words), SHEETS.words]),
];

/** The endings of all files that can be brought in, for a file chooser: `.md,.txt`. */
export const ACCEPTED = [...Object.values(FORMATS), SHEETS]
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(",");

/** What people call a kind of file, by its media type; null for one that is not read any more. */
export function formatWords(mediaType: string): MessageKey | null {
  if (SHEETS.mediaTypes.includes(mediaType)) return SHEETS.words;
  const found = Object.values(FORMATS).find((format) => format.mediaType === mediaType);
  return found?.words ?? null;
}

/**
 * Reads a file of any format into text as Herleid stores it. Heavy: in a process of its own, unless nobody
 * else waits.
 *
 * @throws Invalid or TooLarge with a sentence that says what whoever sent it can do.
 */
export async function convert(
  file: Upload,
  choices: ReadingChoices = {},
  progress: (done: number, total: number) => void = () => {},
): Promise<Converted & { mediaType: string }> {
  const { fileName } = file;
  const format = FORMATS[kindOf(file)];
  if (!format) {
    const endings = ACCEPTED.replaceAll(",", ", ");
    throw new Invalid("sources.errors.extension", { fileName, endings });
  }
  const read = await format.convert();
  const converted = await read(file, choices, progress);
  // Once more for all formats, for nothing else can be stored: PostgreSQL takes no NUL and no half letters.
  const text = converted.text.replaceAll("\0", "").toWellFormed();
  if (isBlank(text)) throw new Invalid("sources.errors.empty", { fileName });
  if (text.length > MAX_TEXT_LENGTH) {
    throw new TooLarge("sources.errors.tooMuchText", { fileName });
  }
  checkLines(fileName, text);
  return { ...converted, text, mediaType: format.mediaType };
}
