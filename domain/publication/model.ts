import type { RequirementKind } from "@/db/vocabulary";

/**
 * The Programma van Eisen as a document: everything that an export shows, put together once by
 * `queries.ts` and rendered by `render/`. A renderer reads nothing but this.
 */
export interface SpecificationDocument {
  title: string;
  contractingAuthority: string;
  subject: string;
  /** Moment of making, ISO. */
  madeAt: string;
  chapters: DocumentChapter[];
  sources: DocumentSource[];
}

export interface DocumentChapter {
  number: number;
  title: string;
  introduction: string;
  requirements: DocumentRequirement[];
}

export interface DocumentRequirement {
  code: string;
  title: string;
  kind: RequirementKind;
  /** Tiptap JSON as it was checked when it was saved. */
  body: RichTextNode;
  explanation: string;
  evidence: string;
  verification: string;
  version: number;
  dropped: boolean;
  /** "Gemotiveerd zonder herkomst", or null. */
  noSourceReason: string | null;
  coreValues: DocumentCoreValue[];
  /** Words linked to the requirement itself, without a kernwaarde between. */
  words: DocumentWords[];
}

export interface DocumentCoreValue {
  number: number;
  name: string;
  definition: string;
  words: DocumentWords[];
  /** How many words the kernwaarde has in all; more than `words` when the list was cut. */
  wordsTotal: number;
}

/** Quoted words with the place where they stand. */
export interface DocumentWords {
  /** The exact words, Markdown marks taken out; of a reaction entered by hand its text. */
  quote: string;
  /** Number of the reaction, shown as R-12; null for words without a reaction. */
  reaction: number | null;
  speaker: string | null;
  group: string | null;
  consultation: string | null;
  /** Calendar date of the consultation. */
  heldOn: string | null;
  source: string | null;
  /** Number of the block in the source, from 1. */
  block: number | null;
}

export interface DocumentSource {
  title: string;
  fileName: string;
  sha256: string;
}

/** A node of rich text, as far as a renderer needs to know it. */
export interface RichTextNode {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: RichTextNode[];
}

/** Words shown of one kernwaarde under one requirement: a document is for people to read. */
export const WORDS_PER_CORE_VALUE = 15;
