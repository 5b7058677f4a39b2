import type { Target } from "@/domain/coverage/model";

/** The four steps of the way, which are the four columns of the picture. */
export const FLOW_COLUMNS = ["statement", "reaction", "coreValue", "requirement"] as const;
export type FlowColumn = (typeof FLOW_COLUMNS)[number];

/** Most things drawn per column; the smaller ones go together under "overige". */
export const MOST_NODES = 8;

/**
 * How many links there are between the things of a dossier, grouped, as the database counts them.
 * Codings and links that were taken away, and dropped requirements, are left out.
 */
export interface FlowCounts {
  /** In the order in which they were first put. `numbers` are their numbers per consultation. */
  statements: { id: string; text: string; numbers: number[] }[];
  /**
   * Reactions per stelling (null: to none) and consultation; `open` of them lead nowhere yet, null where that was not
   * counted because it is too small to be drawn on its own.
   */
  reactions: {
    statementId: string | null;
    consultationId: string;
    consultation: string;
    /** Number of the stelling in that consultation. */
    number: number | null;
    total: number;
    open: number | null;
  }[];
  /**
   * Codings per kernwaarde, those of all groups of reactions that are too small to be drawn on their own with one of
   * them; `consultationId` null for words of a source without a reaction.
   */
  codings: {
    statementId: string | null;
    consultationId: string | null;
    coreValueId: string;
    count: number;
  }[];
  /** Links to requirements without a kernwaarde in between. */
  direct: { statementId: string | null; consultationId: string | null; count: number }[];
  coreValues: { id: string; number: number; name: string }[];
  /** Links of requirements per chapter; `coreValueId` null for direct ones. */
  links: { coreValueId: string | null; chapterId: string; count: number }[];
  chapters: {
    id: string;
    title: string;
    number: number;
    total: number;
    withoutSource: number;
    motivated: number;
  }[];
}

/**
 * What a node stands for: one thing; the smaller ones together; reactions to no stelling; words of a
 * source without a reaction; what goes past the kernwaarden; what leads nowhere yet.
 */
export type FlowNodeKind = "thing" | "rest" | "none" | "words" | "direct" | "gap";

export interface FlowNode {
  key: string;
  column: FlowColumn;
  kind: FlowNodeKind;
  /** Short name: 1, K-3, H2; empty when the kind says it. */
  code: string;
  /** The thing's own words; empty when the kind says it. */
  label: string;
  /** What it holds: reactions, words or requirements. For a gap: how many things. */
  count: number;
  /** How many things are drawn as this one. */
  things: number;
  /** Of a chapter: requirements without source. */
  missing: number;
  /** Where it leads to. */
  target: Target;
}

export interface FlowBand {
  from: string;
  to: string;
  count: number;
  /** It leads nowhere yet. */
  gap: boolean;
}

export interface Flow {
  nodes: FlowNode[];
  bands: FlowBand[];
}

/** Key facts beside the picture. */
export interface OverviewFacts {
  contractingAuthority: string;
  subject: string;
  /** Steps of the planning from today on (time of the Netherlands), at most three. */
  milestones: { id: string; title: string; onDate: string }[];
  /** Groups in their order, with how many reactions each gave. */
  groups: { id: string; name: string; expected: boolean; reactions: number }[];
}

/** Where somebody was last at work on a splitting that is not confirmed yet. */
export interface LastPlace {
  sourceId: string;
  /** The document in the source, from 1, and what it is called. */
  n: number;
  title: string;
  /** Where they were, in code points, and the block that stands there. */
  start: number;
  block: number;
  /** Pieces of the document that are still to be decided. */
  open: number;
}
