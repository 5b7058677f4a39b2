import { z } from "zod";

/** Goes up when `normalise` changes: a stored version says by which rule its text was made. */
export const NORMALISER_VERSION = 1;

/** Largest upload in bytes. Minutes are tens of kilobytes; a whole tender file is below 10 MB. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
/** The same limit as people read it, in megabytes. */
export const MAX_UPLOAD_MEGABYTES = MAX_UPLOAD_BYTES / (1024 * 1024);

/**
 * Most lines in one source. Minutes have about 11 lines per kilobyte, empty ones counted, so a
 * text of 5 MB (55,000 lines) still fits; a list of 100,000 is data and not a conversation.
 */
export const MAX_LINES = 80_000;

/**
 * Longest line in UTF-16 units, some 25 pages without one Enter. A longer one is data and not
 * minutes, and would not fit PostgreSQL's full-text vector of a passage (1 MB).
 */
export const MAX_LINE_LENGTH = 100_000;

/** Longest block in UTF-16 units; a longer run of lines is broken at a line end. */
export const MAX_BLOCK_LENGTH = 20_000;

/**
 * Text that was wrapped by a program has lines of at most about this many UTF-16 units. A
 * longer line is a whole paragraph as a word processor writes it, so the next one is another.
 */
export const LONGEST_WRAPPED_LINE = 120;

/** File name endings that can be read now, with their media type. */
export const MEDIA_TYPES = {
  md: "text/markdown",
  markdown: "text/markdown",
  txt: "text/plain",
} as const;

export type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

export const BLOCK_FORMS = ["heading", "paragraph", "listItem"] as const;
export type BlockForm = (typeof BLOCK_FORMS)[number];

/** One numbered block of an immutable source version. */
export const sourceBlock = z.strictObject({
  /** From 1. */
  n: z.int().min(1),
  /** Code point offset in the normalised text. */
  start: z.int().min(0),
  /** Code point offset in the normalised text, exclusive. */
  end: z.int().min(1),
  /** Exactly the text between start and end, with bullets and markers. */
  text: z.string().min(1),
  /** The white space between the end of the previous block and this start. */
  before: z.string(),
  form: z.enum(BLOCK_FORMS),
  /** Level of a heading (1–6) or depth of a list item (from 1); 0 for a paragraph. */
  level: z.int().min(0),
});
export type SourceBlock = z.infer<typeof sourceBlock>;

export interface BlockedText {
  blocks: SourceBlock[];
  /** The white space after the last block. */
  trailing: string;
}

export interface Upload {
  fileName: string;
  bytes: Uint8Array;
}

export interface DecodedUpload {
  /** Normalised text: NFC, line feeds only, no byte order mark. */
  text: string;
  mediaType: MediaType;
  normaliserVersion: number;
}
