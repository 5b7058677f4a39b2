import type { ConsultationKind, Position, ReactionKind, RequirementKind } from "@/db/vocabulary";
import type { PaperRange } from "../sources/rules";
import type { Body } from "../text/rich-text";

/** Words shown per branch when the whole trace is on one page; the rest is a page away. */
export const WORDS_PER_BRANCH = 25;

/** Words per page when one branch is opened on its own. */
/** Words of one kernwaarde that are proposed as what may carry a requirement. */
export const PROPOSED = 3;
export const WORDS_PER_PAGE = 100;

/** The requirement a trace starts from, as it reads now. */
export interface TracedRequirement {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  body: Body;
  chapter: string;
  /** Number of the version that stands now, from 1. */
  version: number;
  fingerprint: string;
  /** Moment (ISO) of that version. */
  changedAt: string;
  /** "Gemotiveerd zonder herkomst". */
  noSourceReason: string | null;
  /** Vervallen. */
  dropped: boolean;
}

export interface TraceConsultation {
  id: string;
  title: string;
  kind: ConsultationKind;
  heldOn: string | null;
  sector: string | null;
}

export interface TraceStatement {
  id: string;
  text: string;
  /** Its number in the consultation of the reaction, when it was put there. */
  number: number | null;
}

export interface TraceReaction {
  id: string;
  number: number;
  kind: ReactionKind;
  position: Position;
  text: string;
  /** As written in the minutes; never resolved to a person. */
  speaker: string | null;
  group: string | null;
}

/** Quoted words with the words around them. Offsets are code points in the source version. */
export interface TracePassage {
  id: string;
  start: number;
  end: number;
  exact: string;
  before: string;
  after: string;
  /** Whether the source goes on before `before` and after `after`. */
  moreBefore: boolean;
  moreAfter: boolean;
  firstBlock: number;
  lastBlock: number;
  /** The pages on paper; null for a source without pages. */
  paper: PaperRange | null;
  sourceId: string;
  sourceVersionId: string;
  /** The version in which it was quoted, and the newest of its source. */
  version: number;
  newest: number;
  /** Bron gewijzigd: nobody said yet that it still means the same. */
  suspect: boolean;
  /** Bron verwijderd: of the source only words on which something rests are left. */
  removed: boolean;
}

/** A source that is quoted, with what one needs to check that it was not altered. */
export interface TraceSource {
  id: string;
  versionId: string;
  title: string;
  fileName: string;
  version: number;
  /** SHA-256 of the original file. */
  sha256: string;
  /** SHA-256 of the normalised text of this version. */
  textSha256: string;
  /** Whether it was removed since: of the text only quoted words are left, and nothing of the file. */
  removed: boolean;
  /** Whether the bytes of the file are still there. */
  kept: boolean;
}

/** One end of a trace: a reaction with its words, or words without a reaction. */
export interface TraceWords {
  /**
   * Whether these words carry the requirement: chosen by somebody among the words of a kernwaarde, or linked to the
   * requirement itself.
   */
  carries: boolean;
  /** Whether the requirement is linked to them itself: then there is nothing to choose. */
  linked: boolean;
  /** Whether they are proposed to whoever chooses, for the words they share with the requirement. */
  proposed: boolean;
  reaction: TraceReaction | null;
  statement: TraceStatement | null;
  consultation: TraceConsultation | null;
  /** Null when the reaction was entered by hand: then its own text is the words. */
  passage: TracePassage | null;
}

/** What a requirement rests on by one kernwaarde, or (`coreValue` null) directly. */
export interface TraceBranch {
  /** `K-3`, or `rechtstreeks`: the value of `via` in the address of this branch. */
  via: string;
  coreValue: { id: string; number: number; name: string; definition: string } | null;
  /** All words of the branch; `words` holds those of this page, those that carry the requirement first. */
  total: number;
  /** How many of them carry the requirement; of a direct branch all. */
  carrying: number;
  consultations: number;
  groups: number;
  page: number;
  pages: number;
  words: TraceWords[];
}

/** Different words, and the consultations of people and the groups they are of. */
export interface TraceTotals {
  words: number;
  consultations: number;
  groups: number;
}

export interface RequirementTrace {
  requirement: TracedRequirement;
  /** Over all branches; `carrying` are the words that carry it, each once. */
  totals: TraceTotals & { coreValues: number; carrying: number };
  branches: TraceBranch[];
  /** The branch that is shown on its own, or null for all. */
  only: string | null;
  sources: TraceSource[];
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

/** A requirement that rests on the words of a source. */
export interface RestingRequirement {
  id: string;
  code: string;
  /** Its title. */
  text: string;
}

export interface RestsOn {
  /** All requirements, in the order of the PvE. */
  requirements: RestingThing[];
  /** The first 50 of each, with how many there are in all. */
  coreValues: { rows: RestingThing[]; total: number };
  reactions: { rows: RestingThing[]; total: number };
  statements: { rows: RestingThing[]; total: number };
}

/** A thing that rests on quoted words, as it is mentioned beside them. */
export interface RestingTag {
  kind: "statement" | "reaction" | "coreValue" | "requirement";
  id: string;
  code: string | null;
  number: number | null;
  text: string;
}

/** What something is known by, without its words. */
export type RestingCode = Omit<RestingTag, "text">;

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

/** What can rest on words of which the source changed. */
export type SuspectThing = "requirement" | "coreValue" | "reaction" | "passage";

/** What is to be said of words, or of what rests on them: their source changed, or it was removed. */
export interface SourceMarks {
  changed: boolean;
  removed: boolean;
}

/** How much rests on words of which the source changed, or was removed. */
export interface SuspectSums {
  requirements: number;
  coreValues: number;
  reactions: number;
  /** The sources, with how many passages of each are to be decided on or were said to have changed, or are left. */
  sources: { id: string; title: string; passages: number }[];
}
