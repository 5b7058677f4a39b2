import { z } from "zod";
import { nameKey } from "@/db/name-key";
import type { BlockForm, CorrectionDecision } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { requiredText } from "../kernel/fields";
import type { Paged } from "../kernel/paging";
import type { BlockRow } from "../sources/model";

/** Attendees in a round; more do not fit a room, and each is somebody to answer. */
export const MAX_ATTENDEES = 60;
/** Longest proposal for a block, in UTF-16 units: about ten pages. */
export const MAX_CORRECTION = 20_000;
/** Proposals of one attendee: more is another text. */
export const MAX_CORRECTIONS = 300;
/** What one attendee may send in an hour; each is written into the log. */
export const MAX_SENDS_PER_HOUR = 240;
/** How long after its last day a link still shows what came of the proposals, in days. */
export const READABLE_DAYS = 60;
/** Longest time in which a text can be corrected, in days. */
export const MAX_OPEN_DAYS = 366;
const MAX_NAME = 100;

/** Names, one per line; each once. */
export const attendeeNames = requiredText(MAX_ATTENDEES * (MAX_NAME + 2))
  .transform((text) => {
    const names = text
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((name) => nameKey(name) !== "");
    return [...new Map(names.map((name) => [nameKey(name), name])).values()];
  })
  .refine((names) => names.length > 0, says("errors.field.required"))
  .refine((names) => names.length <= MAX_ATTENDEES, says("corrections.errors.tooMany"))
  .refine((names) => names.every((name) => name.length <= MAX_NAME), says("errors.field.tooLong"));

/** The number of a block. */
export const blockNumber = z.coerce
  .number(says("errors.field.invalid"))
  .int()
  .min(1)
  .max(10_000_000);

/** Why a round takes no corrections any more; null while it does. */
export type Closed = "made" | "adopted" | "newer" | "ended" | "passed" | null;

/** Other words for a block that somebody proposed, and what came of it. */
export interface CorrectionRow {
  id: string;
  block: number;
  /** What is to stand there; null when the block is to go. */
  text: string | null;
  remark: string;
  decision: CorrectionDecision | null;
  reply: string;
  lockVersion: number;
}

/** What an attendee sees: the text while it can be corrected, and what came of the own proposals. */
export interface CorrectionPage {
  attendeeId: string;
  /** As the author called them. */
  name: string;
  title: string;
  contractingAuthority: string;
  /** YYYY-MM-DD */
  closesOn: string;
  closed: Closed;
  /** Whether they said that all else is right. */
  agreed: boolean;
  /** Null once nothing can be proposed any more: then the text is no longer shown. */
  blocks: Paged<BlockRow> | null;
  /** The own proposals that stand, in the order of the text, with the words that they are about. */
  own: (CorrectionRow & { words: string; form: BlockForm })[];
}

export interface AttendeeRow {
  id: string;
  name: string;
  revoked: boolean;
  agreed: boolean;
  /** Proposals that stand. */
  corrections: number;
}

/** A round of corrections, as who works in the dossier sees it. */
export interface RoundDetail {
  id: string;
  /** Number of the version that is corrected, and its id. */
  n: number;
  versionId: string;
  closesOn: string;
  closed: Closed;
  attendees: AttendeeRow[];
  /** Proposals to decide on, accepted, and rejected. */
  open: number;
  accepted: number;
  rejected: number;
  /** Blocks that become other ones: two people may have said the same. */
  changes: number;
}

/** A block for which something is proposed. */
export interface CorrectedBlock extends Pick<BlockRow, "n" | "text" | "form"> {
  corrections: (CorrectionRow & { name: string; decidedBy: string | null })[];
}
