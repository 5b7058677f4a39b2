import { z } from "zod";
import {
  type Outcome,
  POSITIONS,
  type Position,
  REACTION_KINDS,
  type ReactionKind,
} from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import type { PassageWithContext } from "@/domain/sources/model";
import type { TextPiece } from "@/domain/text/model";
import { lockVersion, nullableText, nullableUuid, requiredText, uuid } from "../kernel/fields";

export const REACTION_SORTS = ["relevance", "number", "newest", "consultation"] as const;
export type ReactionSort = (typeof REACTION_SORTS)[number];

/** Reactions on one page of a list. */
export const REACTIONS_PER_PAGE = 25;

/** Most reactions or passages in one selection: its address stays below 8 kB. */
export const MAX_SELECTION = 100;

/** Longest reaction that can be typed, in UTF-16 units. */
export const MAX_REACTION_LENGTH = 5_000;

/** Longest name of a speaker, in UTF-16 units: "as written", so a whole phrase may stand there. */
export const MAX_SPEAKER = 160;

/** Longest reason for leaving a reaction out, in UTF-16 units. */
export const MAX_REASON = 500;

const kind = z.enum(REACTION_KINDS, says("errors.field.choose"));
const position = z.enum(POSITIONS, says("errors.field.choose")).default("none");

/** A reaction entered by hand. */
export const newReaction = z.object({
  consultationId: uuid,
  statementId: nullableUuid,
  kind,
  text: requiredText(MAX_REACTION_LENGTH),
  position,
  groupId: nullableUuid,
  speaker: nullableText(MAX_SPEAKER),
  replyToId: nullableUuid,
});

/**
 * What can be set on a reaction; a position that is left out stays as it is. `text` and `consultationId` count only for one that was entered by hand:
 * what stands in minutes stays as it was said.
 */
export const changedReaction = z.object({
  id: uuid,
  lockVersion,
  kind,
  position: z.enum(POSITIONS, says("errors.field.choose")).optional(),
  groupId: nullableUuid,
  statementId: nullableUuid,
  text: requiredText(MAX_REACTION_LENGTH).optional(),
  speaker: nullableText(MAX_SPEAKER).optional(),
  consultationId: uuid.optional(),
});

/** A selection of ids, bounded; the same id twice counts once. */
export const selection = z
  .array(uuid)
  .max(MAX_SELECTION, says("reactions.errors.tooMany"))
  .transform((ids) => [...new Set(ids)]);

const chosen = selection.refine((ids) => ids.length > 0, says("reactions.errors.noneChosen"));

/** What a selection of reactions gets at once. What is left out stays as it is with each of them. */
export const changedReactions = z
  .object({
    reactionIds: chosen,
    kind: kind.optional(),
    position: z.enum(POSITIONS, says("errors.field.choose")).optional(),
    groupId: uuid.nullable().optional(),
    statementId: uuid.nullable().optional(),
    speaker: requiredText(MAX_SPEAKER).nullable().optional(),
  })
  .refine(
    ({ reactionIds: _ids, ...wishes }) => Object.values(wishes).some((wish) => wish !== undefined),
    says("reactions.errors.nothingChosen"),
  );

/** Reactions that turn out to be of no importance, and why. */
export const dismissedReactions = z.object({
  reactionIds: chosen,
  reason: requiredText(MAX_REASON),
});

/** What a list of reactions can be narrowed by. Empty means: do not narrow. */
export interface ReactionFilters {
  search?: string;
  consultationId?: string;
  groupId?: string;
  /** Only reactions of which the group is not known. */
  withoutGroup?: boolean;
  statementId?: string;
  /** Only reactions to no stelling. */
  withoutStatement?: boolean;
  kind?: ReactionKind;
  position?: Position;
  /** Only reactions that no kernwaarde was given to. */
  withoutCoreValue?: boolean;
  /** Only reactions that were answered so; see the view `answered_reaction`. */
  outcome?: Outcome;
  /** Only reactions that nobody answered. */
  withoutAnswer?: boolean;
  sort?: ReactionSort;
  /** From 1; past the end gives the last page. */
  page?: number;
}

/** A kernwaarde as it is mentioned beside something else. */
export interface CoreValueTag {
  id: string;
  number: number;
  name: string;
}

/** A requirement as it is mentioned beside something else. */
export interface RequirementTag {
  id: string;
  code: string;
  title: string;
  /** Whether it was linked to this very thing; else it rests on it by a kernwaarde. */
  direct: boolean;
}

/** A reaction in a list. */
export interface ReactionRow {
  id: string;
  number: number;
  kind: ReactionKind;
  position: Position;
  /** As written in the minutes. */
  speaker: string | null;
  groupName: string | null;
  consultationId: string;
  consultationTitle: string;
  heldOn: string | null;
  statementId: string | null;
  statementText: string | null;
  /** The number of the stelling in this consultation, when it was put there. */
  statementNumber: number | null;
  passageId: string | null;
  replyToNumber: number | null;
  /** The words, cut around the first hit when long, with the hits apart. */
  pieces: TextPiece[];
  coreValues: CoreValueTag[];
}

/** A reaction in a thread. */
export interface ThreadItem {
  id: string;
  number: number;
  kind: ReactionKind;
  speaker: string | null;
  text: string;
}

/** What rests on a reaction or on some of its words. */
export interface RestingOnReaction {
  coreValues: { id: string; name: string }[];
  requirements: { id: string; code: string }[];
  /** Whether it has an *afweging*. */
  answered: boolean;
}

/** The reaction that was sent, of which another is a part. */
export interface WholeTag {
  id: string;
  number: number;
  /** What its sender chose. */
  position: Position;
  /** Which part it is, from 1, and of how many. */
  nth: number;
  of: number;
}

/** One reaction with all that belongs to it. */
export interface ReactionDetail {
  id: string;
  number: number;
  kind: ReactionKind;
  position: Position;
  text: string;
  speaker: string | null;
  groupId: string | null;
  groupName: string | null;
  consultationId: string;
  consultationTitle: string;
  heldOn: string | null;
  statementId: string | null;
  statementText: string | null;
  statementNumber: number | null;
  lockVersion: number;
  createdAt: string;
  createdBy: string | null;
  /** Null when it was entered by hand. */
  passage: PassageWithContext | null;
  replyTo: ThreadItem | null;
  replies: ThreadItem[];
  coreValues: CoreValueTag[];
  requirements: RequirementTag[];
  /** Of what was sent online and divided: the reaction it is a part of. */
  partOf: WholeTag | null;
  /** Whether it was sent online, by who has it on an address of their own. */
  online: boolean;
  /** Whether it was said in a meeting, and written down there. */
  noted: boolean;
}

/** What a reaction can belong to, for filters and forms. */
export interface ReactionOptions {
  consultations: { id: string; title: string; heldOn: string | null }[];
  groups: { id: string; name: string; expected: boolean }[];
  /** Each with its numbers, such as "1" or "1, 3", in the order of the consultations. */
  statements: { id: string; text: string; numbers: string }[];
}

export interface FilterOptions extends ReactionOptions {
  /** There are so many stellingen that only those of one consultation can be chosen from. */
  statementsOfOne: boolean;
}
