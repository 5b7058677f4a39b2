import type { ReactionKind } from "@/db/vocabulary";
import type { Note } from "@/domain/room/model";

/** A note with the time at which it was said, as a clock says it. */
export type TimedNote = Note & { time: string };

/** A line that was typed and is not kept by the server yet. */
export interface Line {
  /** By this the server knows that it has it already. */
  key: string;
  meetingId: string;
  statementId: string;
  kind: ReactionKind;
  groupId: string;
  role: string;
  text: string;
  /** ISO. */
  saidAt: string;
  /** Whether it was on its way once: the server may have it. */
  tried: boolean;
  /** Why the server will not take it as it is; null while it waits. */
  refused: string | null;
}

/** What is being typed. */
export interface Draft {
  kind: ReactionKind;
  groupId: string;
  role: string;
  text: string;
  /** The stelling at which it was begun; null while there are no words. */
  statementId: string | null;
  /** The reaction that is corrected, with how often it had been changed; null for a new line. */
  editing: { reactionId: string; lockVersion: number } | null;
}

export const EMPTY: Draft = {
  ...{ kind: "reaction", groupId: "", role: "", text: "" },
  ...{ statementId: null, editing: null },
};

/** All that a browser holds of what was typed, in a place of its own (`kept-words`). */
export interface Held {
  lines: Line[];
  draft: Draft;
}

/** What was kept, as far as it can be read. */
export function heldOf(kept: string | undefined): Held {
  try {
    const { lines, draft } = JSON.parse(kept ?? "") as Partial<Held>;
    return { lines: Array.isArray(lines) ? lines : [], draft: { ...EMPTY, ...draft } };
  } catch {
    return { lines: [], draft: EMPTY };
  }
}

/** "2: wij missen de bus" says as whom: the second group. @returns null for words that begin otherwise. */
export function groupTyped(text: string, groups: readonly { id: string }[]) {
  const [, digit, rest] = /^\s*(\d):\s?([\s\S]*)$/.exec(text) ?? [];
  if (digit === undefined || rest === undefined) return null;
  if (digit === "0") return { groupId: "", text: rest };
  const group = groups[Number(digit) - 1];
  return group ? { groupId: group.id, text: rest } : null;
}

/** A line as the form of an action. */
export function formOf(fields: Record<string, string | number>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  return data;
}
