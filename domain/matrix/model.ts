import type { TraceWords } from "../trace/model";

/** What the columns of the *herkomstmatrix* are. */
export const MATRIX_KINDS = ["kernwaarden", "stellingen", "groepen", "consultaties"] as const;
export type MatrixKind = (typeof MATRIX_KINDS)[number];

/** The column of words that a requirement is linked to itself. */
export const DIRECTLY = "rechtstreeks";

export const REQUIREMENTS_PER_PAGE = 25;

/** So many columns a dossier may have for all to be shown; of more those that the page has anything in. */
export const ALL_COLUMNS = 12;

/** And never more than these. */
export const MOST_COLUMNS = 40;

/** Words shown of one cell; the rest is on the page of the trace. */
export const WORDS_PER_CELL = 5;

export interface MatrixFilter {
  kind?: MatrixKind;
  chapterId?: string;
  /** Only what is a gap: requirements without source, and kernwaarden without requirement. */
  gaps?: boolean;
  page?: number;
}

/** A kernwaarde, stelling, group or consultation. */
export interface MatrixColumn {
  id: string;
  /** Of a kernwaarde its number in the dossier, else null. */
  number: number | null;
  name: string;
  /** A kernwaarde without requirement, or an expected group that was not heard. */
  gap: boolean;
  /** Of a kernwaarde the requirements that stand on it and the words it has, in the whole dossier; else null. */
  requirements: number | null;
  words: number | null;
}

export interface MatrixRow {
  id: string;
  code: string;
  title: string;
  chapterId: string;
  /** Its place in the document, from 1, and what it is called. */
  chapterNumber: number;
  chapter: string;
  state: "withSource" | "motivated" | "withoutSource";
  /** "Gemotiveerd zonder herkomst". */
  reason: string | null;
  /** Words in all, each counted once however many ways lead to it: as in its trace. */
  words: number;
  /** Words it is linked to itself. */
  direct: number;
  /** Per column its words; a kernwaarde it is linked to that has no words is 0, what it is not linked to is missing. */
  cells: Record<string, number>;
  /** Per kernwaarde how many of its words were chosen as what carries the requirement; of other columns nothing. */
  carrying: Record<string, number>;
}

export interface Matrix {
  rows: MatrixRow[];
  total: number;
  page: number;
  pages: number;
  columns: MatrixColumn[];
  /** Of this kind in the dossier (with `gaps`: that are a gap), of which `columns` are shown. */
  columnsTotal: number;
}

/** The words of one cell, at most {@link WORDS_PER_CELL}. */
export interface MatrixCell {
  /** `via` of the branch in the trace, for a kernwaarde and for words linked directly; else null. */
  via: string | null;
  total: number;
  words: TraceWords[];
}

/** The whole matrix, as it goes into a spreadsheet. */
export interface MatrixSheets {
  title: string;
  /** Moment of making, ISO. */
  madeAt: string;
  requirements: (Omit<MatrixRow, "id" | "chapterId" | "cells" | "carrying"> & {
    /** Numbers of the kernwaarden it is linked to. */
    links: number[];
  })[];
  coreValues: { number: number; name: string; words: number; requirements: number }[];
  /** Each word once per kernwaarde, or once per requirement that is linked to it directly. */
  words: MatrixWord[];
}

export interface MatrixWord {
  /** Number of the kernwaarde; null for words that a requirement is linked to itself. */
  coreValue: number | null;
  /** Codes of the standing requirements that rest on it this way, in the order of the document. */
  requirements: string[];
  /** Those of them that it carries: of words that a requirement is linked to itself that one. */
  carries: string[];
  /** Number of the reaction; null for words of a source that are of no reaction. */
  reaction: number | null;
  statement: string | null;
  statementNumber: number | null;
  group: string | null;
  consultation: string | null;
  heldOn: string | null;
  source: string | null;
}
