import { z } from "zod";
import { BLOCK_FORMS } from "@/db/vocabulary";

/** Longest block in UTF-16 units; a longer run of lines is broken at a line end. */
export const MAX_BLOCK_LENGTH = 20_000;

/**
 * Text that was wrapped by a program has lines of at most about this many UTF-16 units. A
 * longer line is a whole paragraph as a word processor writes it, so the next one is another.
 */
export const LONGEST_WRAPPED_LINE = 120;

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
  /** Level of a heading (1–6) or depth of a list item (from 1); 0 for any other. */
  level: z.int().min(0),
});
export type SourceBlock = z.infer<typeof sourceBlock>;

export interface BlockedText {
  blocks: SourceBlock[];
  /** The white space after the last block. */
  trailing: string;
}

/** Longest search, in code points; longer is cut, not refused. */
export const MAX_SEARCH_LENGTH = 200;

/** Text in pieces: those that match the search are hits. */
export interface TextPiece {
  text: string;
  hit: boolean;
}
