import type { ManagedSource } from "../sources/model";

/** What rests on the words of a source, as who is in no dossier may read it: numbers and codes. */
export interface RestingOnSource {
  /** Documents in it of which the splitting is confirmed. */
  documents: number;
  statements: number;
  reactions: number;
  /** Of those, on which a kernwaarde or requirement rests, or once did: these stay. */
  staying: number;
  /** Other quoted words on which one rests, or once did. */
  passages: number;
  /** Of the kernwaarden below. */
  codings: number;
  coreValues: number;
  requirements: number;
  /** Codes of kernwaarden all words of which stand in it. */
  coreValuesLeft: string[];
  /** Codes of requirements that have no word but in it. */
  requirementsLeft: string[];
  /** Changes with each thing that rests on it, and with what those rest on elsewhere. */
  fingerprint: string;
}

/** A source that may be removed, and what rests on it. */
export type SourceToRemove = ManagedSource & { resting: RestingOnSource };

/** Kinds of things that rest on a source, in the order in which they came. */
export const RESTING_KINDS = [
  "documents",
  "statements",
  "reactions",
  "passages",
  "codings",
  "coreValues",
  "requirements",
] as const;

/** Whether anything rests on a source at all. */
export function isRestedOn(resting: RestingOnSource): boolean {
  return RESTING_KINDS.some((kind) => resting[kind] > 0);
}

/** Whether words of it stay when it is removed: the history of what was taken away names them too. */
export function leavesWords(resting: RestingOnSource): boolean {
  return resting.staying + resting.passages > 0;
}

/** What somebody has seen of it, to send along: nothing else goes than what was shown. */
export function restingSeen(resting: RestingOnSource): string {
  return [...RESTING_KINDS.map((kind) => resting[kind]), resting.fingerprint].join("-");
}
