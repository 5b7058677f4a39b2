import type { Outcome, ReviewState } from "@/db/vocabulary";

/** Rows of a list of gaps. */
export const ROWS_PER_PAGE = 25;

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
    /** A requirement that stands names it, or some of its words: "gebruikt in een eis". */
    linked: number;
    /** Not that, but one rests on a kernwaarde of it: "via een kernwaarde". */
    viaCoreValue: number;
    /** It has a kernwaarde, but no requirement rests on it in either way, and nobody answered it. */
    codedOnly: number;
    /** No requirement rests on it in either way, and it was answered. */
    answeredOnly: number;
    /** It has no kernwaarde, no requirement names it, and nobody answered it. */
    unused: number;
    /** Whether or not a requirement names it. */
    withCoreValue: number;
    withoutCoreValue: number;
    withoutGroup: number;
  };
  /** The same reactions by their *afweging*: see the view `answered_reaction`. */
  dispositions: Record<Outcome, number> & {
    total: number;
    answered: number;
    withoutAnswer: number;
    /** Of those without: something follows from the links. */
    proposed: number;
    /** Of those without: a question. */
    questions: number;
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
  /** The same requirements, without the dropped ones, by how far their review is: see the view `requirement_review`. */
  reviews: Record<ReviewState, number> & {
    total: number;
    /** Not adopted: some approval is missing. */
    missing: number;
    /** Of those: in some role what was approved is no longer what it says. */
    lapsed: number;
    /** Sent back to their writers, and not sent again. */
    returned: number;
  };
}

/** The lists of the page "Verantwoording", by their name in the address. */
export const GAP_LISTS = [
  "eisen-zonder-herkomst",
  "eisen-gemotiveerd",
  "reacties-zonder-afweging",
  "reacties-niet-gecodeerd",
  "reacties-zonder-gebruik",
  "kernwaarden-zonder-eis",
  "kernwaarden-zonder-woorden",
  "stellingen-zonder-reacties",
  "groepen-zonder-inbreng",
  "consultaties-zonder-reacties",
] as const;
export type GapList = (typeof GAP_LISTS)[number];

/** What a published document says of itself that it lacks: requirements without source. */
export const WITHOUT_SOURCE: GapList = "eisen-zonder-herkomst";
/** And the reactions without *afweging*. */
export const WITHOUT_ANSWER: GapList = "reacties-zonder-afweging";
/** The lists of reactions, which can be narrowed. */
export const OF_REACTIONS: readonly GapList[] = [
  WITHOUT_ANSWER,
  "reacties-niet-gecodeerd",
  "reacties-zonder-gebruik",
];

/** A place in a dossier that a rule leads to; the pages give it its address. */
export type Target =
  | { page: "addSource" | "sources" | "statements" | "coreValues" }
  | { page: "specification" | "publication" | "answering" }
  | { page: "statement" | "coreValue" | "chapter"; id: string }
  | { page: "part"; sourceId: string; n: number }
  /** Reactions of a consultation, with a stelling: only those to it. */
  | { page: "reactions"; consultationId: string; statementId: string | null }
  | { page: "gaps"; list: GapList };

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
