import type { FileKind } from "@/db/vocabulary";
import { Invalid, TooLarge } from "../kernel/errors";
import { kindOf } from "../sources/formats/recognise";
import { inspectZip, unpack } from "../sources/formats/zip";
import { drawPicture, isPicture } from "../statements/formats";
import { MAX_FILE_BYTES, MAX_FILE_MEGABYTES } from "./model";

/** A file as it is kept with an answer. */
export interface FileToKeep {
  fileName: string;
  kind: FileKind;
  content: Uint8Array;
}

/** What of a PDF does something by itself, as its parts are called (ISO 32000-2: 12.6.4, 7.11.4, 13). */
const ACTIVE_PDF =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|XFA)(?![A-Za-z])/;

/** What of a Word file is, or brings in, a program or another file. */
const ACTIVE_PARTS =
  /(?:^|\/)(?:activeX|embeddings|vbaProject|vbaData|macros)|\.(?:bin|ole|exe|js|vbs)$/i;
/** A link of a Word file that it follows by itself, and one that leads to another machine. */
const FOLLOWED = /TargetMode\s*=\s*["']External/i;
const ELSEWHERE = /\sTarget\s*=\s*["'](?:https?:|ftp:|\\\\|file:\/\/(?!\/))/i;
const MAX_PART = 1024 * 1024;

/**
 * Looks whether a file may be kept with a reaction, by what it holds and not by what it is called: a PDF or a Word file
 * (docx) that does nothing by itself, or a picture, which is drawn anew.
 *
 * @throws TooLarge; Invalid on `file` for all else.
 */
export async function fileToKeep(fileName: string, bytes: Uint8Array): Promise<FileToKeep> {
  if (bytes.length > MAX_FILE_BYTES) {
    throw new TooLarge("participation.errors.fileTooLarge", { limit: MAX_FILE_MEGABYTES });
  }
  if (isPicture(bytes)) {
    const { content } = await drawPicture(bytes);
    return { fileName: named(fileName, "webp"), kind: "picture", content };
  }
  const kind = documentKind(fileName, bytes);
  const active = kind === "pdf" ? isActivePdf(bytes) : isActiveWord(bytes);
  if (active) throw refusal("participation.errors.fileActive");
  return { fileName: named(fileName, kind), kind, content: bytes };
}

function documentKind(fileName: string, bytes: Uint8Array): "pdf" | "docx" {
  let kind: string | null = null;
  try {
    kind = kindOf({ fileName, bytes });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    if (error.key === "sources.errors.macros") throw refusal("participation.errors.fileActive");
  }
  if (kind !== "pdf" && kind !== "docx") throw refusal("participation.errors.fileKind");
  return kind;
}

function isActivePdf(bytes: Uint8Array): boolean {
  // Of a name any sign may be written by its number: "/J#53".
  const text = Buffer.from(bytes)
    .toString("latin1")
    .replace(/#([0-9a-f]{2})/gi, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return ACTIVE_PDF.test(text);
}

function isActiveWord(bytes: Uint8Array): boolean {
  const zip = inspectZip(bytes);
  if (!zip) return true;
  if (zip.entries.some(({ name }) => ACTIVE_PARTS.test(name))) return true;
  const links = zip.entries.find(({ name }) => name === "word/_rels/settings.xml.rels");
  if (!links) return false;
  const content = unpack(bytes, links, MAX_PART);
  if (content === null) return true;
  // Its template, and the macros in that, may come from there. One on the maker's own disk is not found.
  const parts = new TextDecoder().decode(content).split("<");
  return parts.some((part) => FOLLOWED.test(part) && ELSEWHERE.test(part));
}

/** The name with the ending of what it is: by that a computer decides what opens it. */
function named(fileName: string, ending: string): string {
  const base = fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]{1,10}$/, "");
  return `${base.trim() || "bestand"}.${ending}`;
}

const refusal = (file: "participation.errors.fileActive" | "participation.errors.fileKind") =>
  new Invalid("errors.fields", {}, { file });
