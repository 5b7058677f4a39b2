import type { ConsultationKind, UploadState } from "@/db/vocabulary";
import type { BulkDraft, FoundSheet } from "../bulk/model";
import type { ReadingChoices, TrackedChanges } from "../sources/formats/model";
import type { Failure, KnownSource, Progress } from "../sources/model";

/** How many files somebody may have sent without adding them, over all dossiers, and how many bytes. */
export const MAX_DRAFTS = 60;
export const MAX_DRAFT_BYTES = 250 * 1024 * 1024;

/** Files of one mail that become drafts of their own. */
export const MAX_ATTACHMENTS = 40;

/** After so many hours a draft that nobody added is removed. */
export const DRAFT_HOURS = 24;

/** Documents and other lists that a draft names, so that what is kept of it stays small. */
export const MAX_NAMED = 20;

/** What a file will become when it is added. */
export interface Found {
  mediaType: string;
  /** Equal for the same text in other bytes, and the hash of the text itself. */
  textKey: string;
  textSha256: string;
  pages: number;
  blocks: number;
  /** The first {@link MAX_NAMED} of `numbers.documents`. */
  documents: FoundDocument[];
  numbers: Numbers;
  remarks: Failure[];
  trackedChanges: TrackedChanges | null;
  /** Words with letters that only come out right in the right character set; for text files. */
  letters: string[];
  attachments: number;
  /** Of a spreadsheet: what is in it, and what its rows become. */
  sheet: FoundSheet | null;
}

/** What whoever sent a file chose, as it is kept with the draft. */
export interface DraftChoices extends ReadingChoices {
  /** What is made of a spreadsheet. */
  bulk?: BulkDraft;
  /** Its reactions are on their way into the dossier. */
  adding?: boolean;
}

export interface FoundDocument {
  title: string;
  kind: ConsultationKind;
  /** YYYY-MM-DD */
  date: string | null;
}

/** What there will be, to add up over files. */
export interface Numbers {
  documents: number;
  statements: number;
  reactions: number;
  tables: number;
  unsure: number;
}

/** A file that somebody sent and did not add yet. */
export interface Draft {
  id: string;
  fileName: string;
  title: string | null;
  byteSize: number;
  state: UploadState;
  progress: Progress | null;
  /** Milliseconds that it is being read. */
  readingFor: number | null;
  choices: DraftChoices;
  found: Found | null;
  failure: Failure | null;
  /** The name of the mail it came with. */
  attachedTo: string | null;
  /** The source in the dossier that has the same text. */
  known: KnownSource | null;
  /** An earlier draft of the same person with the same text. */
  sameAs: string | null;
}

/** What came of adding: the sources in the order of the drafts, and those that turned out to be known. */
export interface Added {
  sourceIds: string[];
  known: KnownSource[];
}
