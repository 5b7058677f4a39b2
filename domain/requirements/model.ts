import { z } from "zod";
import { REQUIREMENT_KINDS, type RequirementKind } from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import type { TextPiece } from "@/domain/text/model";
import {
  lockVersion,
  nullableText,
  nullableUuid,
  nullableWhole,
  optionalText,
  requiredText,
  uuid,
} from "../kernel/fields";
import { selection } from "../reactions/model";
import { type PassageWithContext, quotedWords } from "../sources/model";
import type { Body } from "../text/rich-text";

/** Requirements per page of the document: with all that they say. */
export const DOCUMENT_PAGE_SIZE = 25;

/** Requirements per page while their order is changed. */
export const ORDER_PAGE_SIZE = 50;

/** How something that is scored counts: most points, and weight in per cent. */
export const MEASURES = ["score", "weight"] as const;
export type Measure = (typeof MEASURES)[number];

/** What each kind is measured by; the others are met or not met. */
export const MEASURES_OF: Record<RequirementKind, readonly Measure[]> = {
  mandatory: [],
  preference: ["score"],
  performance: [],
  suitability: [],
  award: ["score", "weight"],
};

export const MAX_SCORE = 10_000;

/** What a version of a requirement says: the fields that count. */
export interface RequirementContent extends Partial<Record<Measure, number | null>> {
  title: string;
  kind: RequirementKind;
  body: Body;
  explanation: string;
  evidence: string;
  verification: string;
}

const content = {
  title: requiredText(200),
  kind: z.enum(REQUIREMENT_KINDS, says("errors.field.choose")),
  /** Tiptap JSON; the commands check it with `bodyField`. Not here: this file goes to the browser. */
  body: z.unknown(),
  explanation: optionalText(5_000),
  evidence: optionalText(2_000),
  verification: optionalText(2_000),
  score: nullableWhole(1, MAX_SCORE),
  weight: nullableWhole(1, 100),
};

export const newChapter = z.object({ title: requiredText(160), introduction: optionalText(5_000) });

export const changedChapter = newChapter.extend({ chapterId: uuid, lockVersion });

/** One place up or down, or in front of another; `beforeId` null is the end. */
export const movedChapter = z.union([
  z.object({ chapterId: uuid, direction: z.enum(["up", "down"]) }),
  z.object({ chapterId: uuid, beforeId: nullableUuid }),
]);

export const newRequirement = z.object({
  ...content,
  chapterId: nullableUuid,
  /** Where there is no chapter yet: the name of the first. */
  chapterTitle: nullableText(160),
  /** What it rests on from the start: a kernwaarde, and words. */
  coreValueId: nullableUuid,
  reactionIds: selection.default([]),
  passageIds: selection.default([]),
});

export const savedRequirement = z.object({
  ...content,
  requirementId: uuid,
  lockVersion,
  reason: optionalText(500),
  /** It was written in the document: the draft of who saves it is done with. */
  settlesDraft: z.literal("ja").optional(),
});

/** What of a requirement is changed field by field. */
export const CHANGEABLE = [
  ...(["title", "kind", "body", "explanation", "evidence", "verification"] as const),
  ...MEASURES,
] as const;
export type Changeable = (typeof CHANGEABLE)[number];

/**
 * Some fields of a requirement, as somebody changed them in version `lockVersion`; what is left out stays. Each is read as
 * {@link savedRequirement} reads it.
 */
export const changedFields = z.object({
  requirementId: uuid,
  lockVersion,
  fields: z.partialRecord(z.enum(CHANGEABLE), z.unknown()),
  reason: optionalText(500),
});

/** What is being written of a requirement, as far as it is; `discard` lets go of it. */
export const requirementDraftInput = z.union([
  z.object({ requirementId: uuid, discard: z.literal("ja") }),
  z.object({
    requirementId: uuid,
    /** The version it was begun on. */
    base: lockVersion,
    title: optionalText(200),
    kind: content.kind,
    /** Tiptap JSON; the command checks it with `draftBodyField`. */
    body: z.unknown(),
    explanation: content.explanation,
  }),
]);

/** One place up or down, or into a chapter in front of another; `beforeId` null is its end. */
export const movedRequirement = z.union([
  z.object({ requirementId: uuid, direction: z.enum(["up", "down"]) }),
  z.object({ requirementId: uuid, chapterId: uuid, beforeId: nullableUuid }),
]);

/** How many requirements one move to another chapter takes at most. */
export const MAX_MOVED = 200;

export const movedRequirements = z.object({ requirementIds: z.array(uuid), chapterId: uuid });

export const droppedRequirement = z.object({ requirementId: uuid, reason: optionalText(500) });

export const restoredRequirement = z.object({ requirementId: uuid, reason: optionalText(500) });

/** Exactly one end: what the requirement comes from. */
export const newLink = z
  .object({
    requirementId: uuid,
    coreValueId: nullableUuid,
    reactionId: nullableUuid,
    passageId: nullableUuid,
  })
  .refine(
    (link) =>
      [link.coreValueId, link.reactionId, link.passageId].filter((id) => id !== null).length === 1,
    says("errors.field.choose"),
  );

/** Words of a kernwaarde: a reaction, or quoted words that are of none. */
export const carryingWords = z
  .object({ requirementId: uuid, reactionId: nullableUuid, passageId: nullableUuid })
  .refine(
    ({ reactionId, passageId }) => (reactionId === null) !== (passageId === null),
    says("errors.field.choose"),
  );

/** Words in a source, as `quotePassage` takes them. */
export const linkedWords = quotedWords.extend({ requirementId: uuid });
export const removedLink = z.object({ linkId: uuid });

export const noSource = z.object({ requirementId: uuid, reason: nullableText(1_000) });

export interface Chapter {
  id: string;
  /** Its place, from 1. */
  number: number;
  title: string;
  introduction: string;
  lockVersion: number;
  /** All its requirements, the dropped ones too. */
  total: number;
  dropped: number;
  /** Standing requirements without a link and without a reason for that. */
  withoutSource: number;
}

export interface LinkCounts {
  coreValues: number;
  reactions: number;
  passages: number;
}

/** A requirement in the document: what it says now, and where it stands. */
export interface RequirementRow extends RequirementContent {
  id: string;
  code: string;
  chapterId: string;
  chapterNumber: number;
  chapterTitle: string;
  position: number;
  n: number;
  dropped: boolean;
  noSourceReason: string | null;
  links: LinkCounts;
}

/** What somebody is writing of a requirement: theirs alone. */
export interface RequirementDraft {
  requirementId: string;
  code: string;
  /** The version it was begun on. */
  base: number;
  title: string;
  kind: RequirementKind;
  body: Body;
  explanation: string;
  /** Moment, ISO. */
  savedAt: string;
}

/** What a requirement said at one time. */
export interface RequirementVersion extends RequirementContent {
  n: number;
  bodyText: string;
  reason: string;
  fingerprint: string;
  /** Name of who wrote it; null for the command line. */
  author: string | null;
  createdAt: string;
}

/** A kernwaarde the requirement rests on. */
export interface CoreValueLink {
  linkId: string;
  id: string;
  number: number;
  name: string;
  definition: string;
  /** How many words were given it. */
  words: number;
}

/** A reaction the requirement rests on, and where its words stand. */
export interface ReactionLink {
  linkId: string;
  id: string;
  number: number;
  text: string;
  speaker: string | null;
  group: string | null;
  consultation: string;
  passageId: string | null;
  sourceId: string | null;
}

/** Quoted words of a source the requirement rests on, with the text around them. */
export interface PassageLink extends PassageWithContext {
  linkId: string;
}

export interface RequirementLinks {
  coreValues: CoreValueLink[];
  reactions: ReactionLink[];
  passages: PassageLink[];
}

/** The requirement before or after in the document. */
export interface Neighbour {
  id: string;
  code: string;
  title: string;
}

export interface RequirementView {
  id: string;
  code: string;
  chapterId: string;
  chapterNumber: number;
  chapterTitle: string;
  position: number;
  lockVersion: number;
  noSourceReason: string | null;
  droppedAt: string | null;
  /** What it says now. Of a dropped one `version.reason` says why it was dropped. */
  version: RequirementVersion;
  links: RequirementLinks;
  previous: Neighbour | null;
  next: Neighbour | null;
}

export interface FoundCoreValue {
  id: string;
  number: number;
  name: TextPiece[];
  definition: TextPiece[];
  linked: boolean;
}
export interface FoundReaction {
  id: string;
  number: number;
  text: TextPiece[];
  speaker: string | null;
  group: string | null;
  consultation: string;
  linked: boolean;
}
/** Words of a source that can become a passage: a block, or its sentences around the hit. */
export interface FoundWords {
  sourceId: string;
  source: string;
  sourceVersionId: string;
  /** Code points in the text of the version. */
  start: number;
  end: number;
  exact: TextPiece[];
}
export interface FoundSources {
  coreValues: FoundCoreValue[];
  reactions: FoundReaction[];
  words: FoundWords[];
}

/** What made a version. */
export type VersionEvent = "created" | "changed" | "dropped" | "restored";

/** A version in the history of a requirement. */
export interface VersionLine {
  n: number;
  event: VersionEvent;
  reason: string;
  author: string | null;
  createdAt: string;
}

/** What a list of requirements can be narrowed by. */
export interface RequirementFilter {
  chapterId?: string;
  kind?: RequirementKind;
  /** Only those without a link and without a reason for that. */
  withoutSource?: boolean;
  /** Words, stemmed as Dutch, or the beginning of a code. */
  words?: string;
  /** From 1; a page past the end gives the last one. */
  page?: number;
  /** Without a page: the one with this requirement (its code), or with the first of this chapter or after it. */
  at?: { code: string } | { chapter: number };
  pageSize?: number;
}

export interface RequirementPage {
  rows: RequirementRow[];
  total: number;
  page: number;
  pages: number;
}
