/** What somebody says of a statement: for, against, or neither ("geen mening", "weet niet"). */
export const VOTE_POSITIONS = ["agree", "disagree", "pass"] as const;
export type VotePosition = (typeof VOTE_POSITIONS)[number];

/** A position somebody took on a statement at one moment. */
export interface Vote {
  participant: string;
  /** The declared stakeholder group of the participant; null for who is in none. */
  group: string | null;
  statement: string;
  position: VotePosition;
  /** Any clock, as long as it is one: a later moment has a larger number. */
  at: number;
}

/** The name of the group of everybody, when no groups are declared. */
export const EVERYBODY = "all";

export interface VoteCounts {
  agree: number;
  disagree: number;
  pass: number;
  /** All votes, also those that passed. */
  seen: number;
}

export interface GroupCounts extends VoteCounts {
  /** P: how likely it is that somebody of the group agrees, (agree + 1) / (seen + 2). */
  p: number;
}

export interface StatementConsensus {
  id: string;
  /** Every group, also one of which nobody saw the statement. */
  groups: Record<string, GroupCounts>;
  /** Group-informed consensus: the product of P over the groups. */
  consensus: number;
}

export interface Representative {
  id: string;
  /** The side on which the group differs most from the others: it may be disagreement of a few, more than elsewhere. */
  direction: "agree" | "disagree";
}

/** Ids of statements and names of groups stand in natural order: 2 before 10. */
export interface Consensus {
  statements: StatementConsensus[];
  /** What all agree or disagree with, of everybody together; the strongest first, five at most. */
  overall: { agree: string[]; disagree: string[] };
  /** What sets each group apart from the others: what it agrees with first, five at most. */
  representative: Record<string, Representative[]>;
}
