import type { ConsultationKind } from "../consultations/model";
import type { Position, ReactionKind } from "../reactions/model";
import type { RequirementKind } from "../requirements/model";

/** Words shown per branch when the whole trace is on one page; the rest is a page away. */
export const WORDS_PER_BRANCH = 25;

/** Words per page when one branch is opened on its own. */
export const WORDS_PER_PAGE = 100;

/** Rows of a list of gaps. */
export const ROWS_PER_PAGE = 25;

/** Most requirements named in a reverse trace; the total is always exact. */
export const REVERSE_LIMIT = 200;

/** The requirement a trace starts from, as it reads now. */
export interface TracedRequirement {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  bodyText: string;
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
  sourceId: string;
  sourceVersionId: string;
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
}

/** One end of a trace: a reaction with its words, or words without a reaction. */
export interface TraceWords {
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
  /** All words of the branch; `words` holds those of this page. */
  total: number;
  consultations: number;
  groups: number;
  page: number;
  pages: number;
  words: TraceWords[];
}

export interface RequirementTrace {
  requirement: TracedRequirement;
  /** Different words, consultations and groups over all branches. */
  totals: { words: number; coreValues: number; consultations: number; groups: number };
  branches: TraceBranch[];
  /** The branch that is shown on its own, or null for all. */
  only: string | null;
  sources: TraceSource[];
}

/** What a reverse trace starts from. Offsets are code points. */
export type TraceTarget =
  | { kind: "coreValue" | "reaction" | "passage" | "statement"; id: string }
  | { kind: "words"; sourceVersionId: string; start: number; end: number };

/** A requirement that rests on the target, and by which kernwaarden. */
export interface RestingRequirement {
  id: string;
  code: string;
  title: string;
  kind: RequirementKind;
  dropped: boolean;
  /** Numbers of the kernwaarden in between, ascending. */
  coreValues: number[];
  /** Whether a link also goes to the reaction or the words without a kernwaarde in between. */
  direct: boolean;
}

/** Every thing of a dossier counted once, under what it has or lacks. */
export interface Coverage {
  sources: { total: number; withoutParts: number };
  /** Parts of sources that are still on the workbench, and their undecided stretches. */
  workbench: {
    openParts: number;
    openSegments: number;
    next: { sourceId: string; part: number } | null;
  };
  consultations: { total: number; withReactions: number; withoutReactions: number };
  groups: { expected: number; heard: number; silent: number };
  statements: { total: number; withReactions: number; withoutReactions: number };
  reactions: {
    total: number;
    /** A requirement that is not dropped rests on it. */
    used: number;
    /** Coded, but no requirement rests on it. */
    coded: number;
    /** Neither coded nor linked. */
    unused: number;
  };
  coreValues: {
    total: number;
    withRequirement: number;
    withoutRequirement: number;
    /** Without any words under it, whether or not a requirement rests on it. */
    withoutWords: number;
  };
  requirements: {
    /** Without the dropped ones. */
    total: number;
    withSource: number;
    motivated: number;
    withoutSource: number;
    dropped: number;
  };
}

/** The lists of the page "Verantwoording", by their name in the address. */
export const GAP_LISTS = [
  "eisen-zonder-herkomst",
  "eisen-gemotiveerd",
  "reacties-niet-gecodeerd",
  "reacties-zonder-gebruik",
  "kernwaarden-zonder-eis",
  "kernwaarden-zonder-woorden",
  "stellingen-zonder-reacties",
  "groepen-zonder-inbreng",
  "consultaties-zonder-reacties",
] as const;
export type GapList = (typeof GAP_LISTS)[number];

/** One row of a list of gaps: enough to recognise the thing and to go to it. */
export interface Gap {
  id: string;
  /** Display code: E-2.1, R-12, K-3; null for what has none. */
  code: string | null;
  text: string;
  /** Chapter, or consultation. */
  place: string | null;
  group: string | null;
  /** The reason of "gemotiveerd zonder herkomst". */
  reason: string | null;
}

export interface GapFilter {
  consultationId?: string;
  groupId?: string;
}
