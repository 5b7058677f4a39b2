import type { ConsultationKind } from "../consultations/model";
import type { TextPiece } from "../search/model";
import type { BlockForm } from "./model";

export interface SourceRow {
  id: string;
  title: string;
  fileName: string;
  byteSize: number;
  sha256: string;
  createdAt: string;
  /** Documents in it, and of how many the splitting is confirmed. */
  documents: number;
  confirmed: number;
  segments: number;
  openSegments: number;
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
  segments: number;
  openSegments: number;
}

export interface SourceDetail {
  id: string;
  title: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  /** Of the bytes as they came in. */
  sha256: string;
  createdAt: string;
  createdBy: string | null;
  /** The version of the text that stands now. */
  versionId: string;
  /** Code points in its text. */
  characters: number;
  textSha256: string;
  blocks: number;
  parts: SourcePart[];
}

export interface OriginalFile {
  fileName: string;
  mediaType: string;
  content: Uint8Array;
}

/** A step on the way up from words to a requirement. */
export type RestKind = "statement" | "reaction" | "coreValue" | "requirement";

export interface RestingThing {
  id: string;
  /** Display code of a requirement, else null. */
  code: string | null;
  /** Number of a reaction or kernwaarde (in the dossier), or of a stelling (in its consultation). */
  number: number | null;
  /** Title of a requirement, name of a kernwaarde, words of a reaction or stelling. */
  text: string;
  /** A requirement that was dropped (vervallen). */
  dropped: boolean;
  /** The ways that lead here: kinds of the things in between, from the words upward. */
  paths: Exclude<RestKind, "requirement">[][];
}

export interface RestsOn {
  /** All requirements, in the order of the PvE. */
  requirements: RestingThing[];
  /** The first 50 of each, with how many there are in all. */
  coreValues: { rows: RestingThing[]; total: number };
  reactions: { rows: RestingThing[]; total: number };
  statements: { rows: RestingThing[]; total: number };
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
}

export interface BlockHit {
  n: number;
  start: number;
  end: number;
  pieces: TextPiece[];
}

/** A thing that rests on quoted words, as it is mentioned beside them. */
export interface RestingTag {
  kind: "statement" | "reaction" | "coreValue" | "requirement";
  id: string;
  code: string | null;
  number: number | null;
  text: string;
}

/** Quoted words with what rests on them. */
export interface QuotedStretch {
  passageId: string;
  /** Code points in the text of the version. */
  start: number;
  end: number;
  /** Stellingen, reactions, kernwaarden, and the first requirements, in this order. */
  tags: RestingTag[];
  /** How many requirements there are, dropped ones left out. */
  requirements: number;
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
