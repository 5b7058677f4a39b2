import type { EditionKind, Outcome } from "@/db/vocabulary";
import type { MessageKey } from "@/messages/catalogue";
import type { EditionContent, EditionHead } from "../editions/model";
import type { Body } from "../text/rich-text";

/** What is made of an edition, under the names of its files and of the terminal. */
export const PAPERS = ["pve", "reactienota", "verslag", "matrix", "wijzigingen"] as const;
export type PaperKind = (typeof PAPERS)[number];

/** As what a paper can be had: to read, or as a table to work with. */
export const PAGE_FORMATS = ["pdf", "docx", "html"] as const;
export type PageFormat = (typeof PAGE_FORMATS)[number];
export const TABLE_FORMATS = ["xlsx", "csv", "json"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export const PAPER_FORMATS = [...PAGE_FORMATS, ...TABLE_FORMATS] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** What a paper says as rows: to filter, to sort, or to be taken into another program. */
export interface PaperTable {
  name: string;
  /** The day of the decision, YYYY-MM-DD. */
  date: string;
  /** Of which edition: for a program that reads the rows. */
  edition: { dossier: string; number: string; kind: EditionKind; sha256: string };
  columns: { title: string /** In signs. */; width: number }[];
  rows: (string | number | null)[][];
}

export const isTable = (format: PaperFormat): format is TableFormat =>
  TABLE_FORMATS.some((one) => one === format);

/** How many reactions have an outcome and a stelling in common; all of them add up to all reactions. */
export interface CountedReactions {
  statement: string | null;
  group: string | null;
  outcome: Outcome | null;
  count: number;
}

/** All that a paper is made of: what was frozen, and nothing else. */
export interface PaperSource {
  head: EditionHead;
  /** The kenmerk. */
  sha256: string;
  content: EditionContent;
  /** The reactions as every page of the edition counts them. */
  cells: readonly CountedReactions[];
  /** The edition that held before it, for what changed since; null when there is none. */
  base: { head: EditionHead; content: EditionContent } | null;
}

/** Fixed words of a paper, by key of the catalogue. */
export type PaperText = (key: MessageKey, params?: Record<string, string | number>) => string;

/** What stands before words: by form and in ink, never without its word. */
export type Shape = "statement" | "reaction" | "coreValue" | "requirement" | Outcome;

export type Look = "strong" | "em" | "strike" | "removed" | "label";

/**
 * Words on a line; `to` is the id of a part of the same paper that they lead to. What is `far` leads there by way of a kernwaarde:
 * in print, where each link takes a millisecond and half a kilobyte, it is only words.
 */
export type Inline =
  | { text: string; looks?: readonly Look[]; to?: string; far?: boolean }
  | { shape: Shape };
/** A paragraph. */
export type Line = readonly Inline[];

/** A heading stands in the contents unless it says otherwise; levels go down one at a time. */
export interface HeadingBlock {
  type: "heading";
  id: string;
  level: 1 | 2;
  /** Before it, in a column of its own: `3`, `E-3.1`. */
  number: string;
  text: Line;
  /** Small, above it. */
  over: string;
  /** What is said of it above the pages that it begins. */
  running: string;
  newPage: boolean;
}

export type Block =
  | HeadingBlock
  | { type: "text"; look: "lead" | "body" | "note" | "warning"; lines: readonly Line[] }
  | {
      type: "requirement";
      heading: HeadingBlock;
      /** Its kind. */
      label: string;
      /** What must be known before its words: that it was dropped, that its source changed. */
      notes: readonly string[];
      /** Null when only its words could be kept. */
      body: Body | null;
      lines: readonly Line[];
      facts: readonly { term: string; lines: readonly Line[] }[];
    }
  | {
      type: "tally";
      lead: string;
      items: readonly { shape: Shape | null; count: number; word: string }[];
    }
  | { type: "card"; heading: HeadingBlock; right: string; lines: readonly Line[] }
  | TableBlock;

/** A table with a row of header cells; a section under words of its own is a further level of them. */
export interface TableBlock {
  type: "table";
  /** Widths in millimetres, together `TEXT_WIDTH`. */
  columns: readonly { title: string; width: number }[];
  sections: readonly { title: Line | null; rows: readonly TableRow[] }[];
}
export interface TableRow {
  id: string | null;
  cells: readonly Cell[];
}
/** `look`: words of people, fixed words, a code, a figure. */
export interface Cell {
  look: "quote" | "label" | "code" | "number";
  lines: readonly Line[];
}

/** Between the margins of A4, in millimetres. */
export const TEXT_WIDTH = 165;

/** A paper before it is a file: every renderer shows this, all of it and in this order. */
export interface Paper {
  kind: PaperKind | "verslag";
  /** Of its properties: what it is and of which dossier. */
  title: string;
  sender: string;
  /** Calendar date of the decision. */
  date: string;
  /** Set for a concept: says so in large letters. */
  concept: string | null;
  cover: {
    kind: string;
    title: string;
    lead: string;
    figures: readonly { shape: Shape; text: string }[];
    note: string;
    facts: readonly { term: string; lines: readonly Line[]; code: boolean }[];
  };
  contents: string;
  /** Above every page but the first; beside it stands in which part one is. */
  running: string;
  /** `{page}` and `{pages}` in `page` are filled in by who counts them. */
  footer: { edition: string; mark: string; page: string };
  blocks: readonly Block[];
}

/** In a pattern of words where the figures come. */
export const PAGE_SIGNS = { page: "{page}", pages: "{pages}" } as const;
