import { z } from "zod";
import type {
  BlockForm,
  ConsultationKind,
  Meaning,
  PlaceDecision,
  PlacementStatus,
  SourceState,
} from "@/db/vocabulary";
import type { BlockChange } from "../anchoring/changes";
import { type MessageParams, says } from "../kernel/errors";
import { MAX_INTEGER, uuid } from "../kernel/fields";
import type { Paged } from "../kernel/paging";
import type { Replaced } from "../privacy/rules/layer";
import type { TextPiece } from "../text/model";
import { isBlank } from "../text/rules";

/** Goes up when `normalise` changes: a stored version says by which rule its text was made. */
export const NORMALISER_VERSION = 1;

/** Largest file in bytes: a PDF or Word file with photos in it. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** The same limit as people read it, in megabytes. */
export const MAX_FILE_MEGABYTES = MAX_FILE_BYTES / (1024 * 1024);

/** Most UTF-16 units of text that may come out of one file: some 3,000 pages. */
export const MAX_TEXT_LENGTH = 10 * 1024 * 1024;

/** Largest text file in bytes. Minutes are tens of kilobytes; a whole tender file is below 10 MB. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024;
/** The same limit as people read it, in megabytes. */
export const MAX_TEXT_MEGABYTES = MAX_TEXT_BYTES / (1024 * 1024);

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

/**
 * Longest text that one changes in a field on a page, in code points, some 50 pages; a longer one is changed in its file.
 * The page holds it twice, as HTML and for the script, and no page is to be more than 400 kB.
 */
export const MAX_TYPED_LENGTH = 150_000;

/** File name endings that can be read now, with their media type. */
export const MEDIA_TYPES = {
  md: "text/markdown",
  markdown: "text/markdown",
  txt: "text/plain",
} as const;

export type MediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

export interface Upload {
  fileName: string;
  bytes: Uint8Array;
}

export interface DecodedUpload {
  /** Normalised text: NFC, line feeds only, no byte order mark. */
  text: string;
  mediaType: MediaType;
  normaliserVersion: number;
  /** In which the bytes were. */
  encoding: Encoding;
}

/** Character sets that occur in Dutch offices, as `TextDecoder` calls them. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The same as people call them. */
export const ENCODING_NAMES: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
};

/** Rows for one table as JSON: as they come out of reading and as the database takes them. */
export interface RowBatch {
  table: "blocks" | "parts" | "segments" | "finds";
  json: string;
}

/** What is known of a text once it has been read. */
export interface ReadFacts {
  mediaType: string;
  /** Equal for the same text in other bytes; see `comparableText`. */
  textKey: string;
  /** Where each page begins, in code points; null for a format without pages. */
  pages: number[] | null;
  /** What was converted or left out; null for nothing. */
  remarks: Failure[] | null;
  /** Code points in the whole text. */
  characters: number;
  /** White space after the last block. */
  trailing: string;
  textSha256: string;
  normaliserVersion: number;
  /** How many there are. */
  blocks: number;
  documents: number;
}

/** How far reading is, out of how much: pages of a PDF, for example. */
export interface Progress {
  done: number;
  total: number;
}

/** Why a source could not be read: path of a sentence in the catalogue that says what to do. */
export interface Failure {
  key: string;
  params: MessageParams;
}

/** How far a source is; only one that is `read` has a text. */
export interface SourceProgress {
  state: SourceState;
  /** Of one that `failed`. */
  failure: Failure | null;
}

/** What the list of sources is put in order by: what waits, of when it is, what it is called. */
export const SOURCE_SORTS = ["waiting", "date", "title"] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

/**
 * The one next thing to do with a source, what waits first. It is the furthest behind of its documents;
 * information that was handed out needs no splitting, and waits only once somebody began with it.
 */
export const SOURCE_ACTS = [
  "failed",
  "destroy",
  "confirm",
  "continue",
  "start",
  "reading",
  "read",
] as const;
export type SourceAct = (typeof SOURCE_ACTS)[number];

/** Those that wait for an author. */
const WAITING_ACTS: readonly SourceAct[] = ["failed", "destroy", "confirm", "continue", "start"];
export const waits = (act: SourceAct): boolean => WAITING_ACTS.includes(act);

/** What of the sources is asked for; without anything, all of them, what waits first. */
export interface SourcesAsked {
  /** From 1. */
  page?: number;
  /** In the title and in the text. */
  search?: string;
  sort?: SourceSort;
  sector?: string;
  /** Only what waits for an author; of that, only originals that are due to be destroyed. */
  show?: "waiting" | "due";
}

export interface SourceRow extends SourceProgress {
  id: string;
  title: string;
  fileName: string;
  byteSize: number;
  sha256: string;
  createdAt: string;
  act: SourceAct;
  /** Of its documents, or of the consultations they became: each kind and sector once. */
  kinds: ConsultationKind[];
  sectors: string[];
  /** YYYY-MM-DD, of the first and the last. */
  heldOn: string | null;
  heldUntil: string | null;
  /** Documents in it, and of how many the splitting is confirmed. */
  documents: number;
  confirmed: number;
  /** Pieces of the documents that are split; of information that nobody began with, none. */
  segments: number;
  openSegments: number;
  /** Blocks in which the searched words stand; null when nothing was searched. */
  found: number | null;
  /** How many sentences there are about what was converted or left out. */
  remarks: number;
  /** Until when the original is kept, and when it was destroyed. */
  keepUntil: string | null;
  destroyedAt: string | null;
}

export interface SourceList extends Paged<SourceRow> {
  /** How many each choice would show, with the same search. */
  counts: {
    all: number;
    waiting: number;
    due: number;
    sectors: { sector: string; count: number }[];
  };
}

/** A source that is in the dossier already. */
export interface KnownSource {
  id: string;
  title: string;
}

export interface SourcePart {
  n: number;
  title: string;
  kind: ConsultationKind;
  /** YYYY-MM-DD */
  heldOn: string | null;
  /** HH:MM */
  startsAt: string | null;
  sector: string | null;
  /** Code points in the text. */
  start: number;
  end: number;
  /** Number of the block it begins with. */
  firstBlock: number;
  consultationId: string | null;
  confirmedAt: string | null;
  act: SourceAct;
  /** Of information that nobody began to split, none. */
  segments: number;
  openSegments: number;
}

/** What is known of a source whether or not it has been read. */
export interface ReceivedSource extends SourceProgress {
  id: string;
  title: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  /** Of the bytes as they came in. */
  sha256: string;
  createdAt: string;
  createdBy: string | null;
  /** When, by whom and why it was removed; null for one that is there. */
  removed: { at: string; by: string | null; reason: string } | null;
}

export interface SourceDetail extends ReceivedSource {
  /** The version of the text that is shown, its number, and the number of the newest. */
  versionId: string;
  n: number;
  newest: number;
  /** The version that was adopted, when and by whom; null for a concept. */
  adopted: { n: number; on: string; by: string } | null;
  blocks: number;
  /** Where each page on paper begins, in code points; null for a format without pages. */
  paper: number[] | null;
  /** Code points in its text. */
  characters: number;
  textSha256: string;
  /** What was converted or left out when it was read. */
  remarks: Failure[];
  /** Until when the original is kept (YYYY-MM-DD); null for as long as the source. */
  keepUntil: string | null;
  /** When and why the original was destroyed; no reason when its time had passed. */
  destroyedAt: string | null;
  destroyedReason: string | null;
  parts: SourcePart[];
}

/** A line of the contents of a text: a document in it, or a heading. */
export interface ContentsEntry {
  /** The block it leads to. */
  n: number;
  start: number;
  /** 0 for a document, else how deep the heading is. */
  level: number;
  text: string;
}

/** Where in a text the words stand that were searched, from one of the places. */
export interface HitPlace {
  total: number;
  /** Which of them one is at, from 1; 0 before the first. */
  index: number;
  previous: { start: number; end: number } | null;
  next: { start: number; end: number } | null;
}

export interface OriginalFile {
  fileName: string;
  mediaType: string;
  byteSize: number;
  /** Its bytes, one piece after another. */
  pieces: AsyncIterable<Uint8Array>;
  sha256: string;
  destroyedAt: string | null;
  destroyedReason: string | null;
}

export interface BlockRow {
  n: number;
  /** Code points in the text of the version. */
  start: number;
  end: number;
  /** White space between the block before and this one. */
  before: string;
  text: string;
  form: BlockForm;
  level: number;
  /** What is read in place of masked signs of the text, by who may not see names. */
  replaced?: Replaced[];
}

export interface BlockHit {
  n: number;
  start: number;
  end: number;
  pieces: TextPiece[];
}

/** Quoted words, the text around them, and where they stand. */
export interface QuotedWords {
  /** Code points in the normalised text. */
  start: number;
  end: number;
  exact: string;
  /** At most 120 code points each, cut anywhere. */
  before: string;
  after: string;
  sourceVersionId: string;
  sourceId: string;
  sourceTitle: string;
  /** The block in which the words begin, from 1. */
  blockNumber: number;
  /** The document in the source they stand in: its consultation, or what the file says of it. */
  consultationId: string | null;
  consultationTitle: string | null;
  /** YYYY-MM-DD */
  heldOn: string | null;
}

export interface PassageWithContext extends QuotedWords {
  passageId: string;
}

/** Longest stretch one can quote, in UTF-16 units: about ten pages. */
export const MAX_QUOTE = 20_000;

/** Words to quote: `start` and `end` are code points in the normalised text, `exact` what stands there. */
export const quotedWords = z.object({
  sourceVersionId: uuid,
  start: z.coerce.number(says("errors.field.invalid")).int().min(0).max(MAX_INTEGER),
  end: z.coerce.number(says("errors.field.invalid")).int().min(1).max(MAX_INTEGER),
  exact: z
    .string(says("errors.field.required"))
    .max(MAX_QUOTE, says("sources.errors.quoteTooLong"))
    .refine((words) => !isBlank(words), says("sources.errors.noWords"))
    // Such words stand in no source: the database could not even be asked.
    .refine((words) => words.isWellFormed() && !words.includes("\0"), says("errors.field.invalid")),
});

/** Quoted words and where they stand. */
export type PassagePlace = Pick<
  PassageWithContext,
  "passageId" | "sourceId" | "sourceTitle" | "blockNumber" | "exact"
>;

/** How many of each rest on the words of a source. */
export interface Resting {
  /** Documents in it of which the splitting is confirmed. */
  documents: number;
  statements: number;
  reactions: number;
  coreValues: number;
  requirements: number;
}

/** A source as an administrator sees it: what it is called, and nothing of its text. */
export interface ManagedSource {
  id: string;
  title: string;
  fileName: string;
  byteSize: number;
  createdAt: string;
}

/** A version of the text of a source, with what came of the passages of the versions before it. */
export interface VersionRow {
  id: string;
  n: number;
  createdAt: string;
  createdBy: string | null;
  fileName: string;
  /** What was changed and why; null for the first. */
  note: string | null;
  characters: number;
  textSha256: string;
  located: Record<PlacementStatus, number>;
}

/** A corrected file that is on its way to be the next version, or could not be read. */
export interface RevisionOnItsWay extends SourceProgress {
  id: string;
  n: number;
  fileName: string;
  note: string;
  createdAt: string;
}

export interface SourceVersions {
  /** Newest first. */
  versions: Paged<VersionRow>;
  /** Passages of the newest that somebody must decide on. */
  open: number;
  /** Passages that were not looked for yet. */
  waiting: number;
  /** The last one that is no version yet; null when there is none. */
  revision: RevisionOnItsWay | null;
}

/** A passage of which the words changed, moved or are gone in the newest version. */
export interface PlaceRow {
  passageId: string;
  /** The words as they were last known, and the number of the version in which they stand so. */
  exact: string;
  n: number;
  status: PlacementStatus;
  score: number;
  meaning: Meaning[];
  decision: PlaceDecision | null;
  decidedBy: string | null;
  decidedAt: string | null;
  /** In the older version, code points. */
  old: { versionId: string; start: number; end: number };
  /** In the newest version; null where there is none. */
  now: { start: number; end: number } | null;
  /** The words that stand there; empty where there are none. */
  standing: string;
}

/** Another passage in the text around one: it moved, looks like other words, or is gone. */
export interface PlaceBeside {
  passageId: string;
  status: Exclude<PlacementStatus, "exact">;
  decided: boolean;
  /** Code points in the older version, and in the newest. */
  old: { start: number; end: number };
  now: { start: number; end: number } | null;
}

export interface PlaceList {
  versionId: string;
  n: number;
  /** How many there are of each, decided or not. */
  counts: Record<PlacementStatus, number>;
  /** What a person decides on: proposed and orphans, in the order of the text. */
  rows: PlaceRow[];
  /** How many of those are not decided. */
  open: number;
  /** Not looked for yet. */
  waiting: number;
}

export interface VersionChangeList {
  changes: BlockChange[];
  /** How many blocks changed in all; `changes` stops after the first few hundred. */
  total: number;
}
