import { z } from "zod";
import { says } from "@/domain/kernel/errors";
import type { PassageWithContext } from "@/domain/sources/model";
import { lockVersion, nullableText, optionalText, requiredText, uuid } from "../kernel/fields";
import { type RequirementTag, selection } from "../reactions/model";

/** Kernwaarden on one page of the list. */
export const CORE_VALUES_PER_PAGE = 50;
/** Coded words on one page of a kernwaarde. */
export const CODINGS_PER_PAGE = 25;
/** Most kernwaarden to choose from at once; more are found by searching. */
export const MAX_OPTIONS = 50;

export const CORE_VALUE_SORTS = ["spread", "number"] as const;
export type CoreValueSort = (typeof CORE_VALUE_SORTS)[number];

const wording = {
  name: requiredText(120),
  definition: optionalText(2_000),
  rule: optionalText(2_000),
};

const coded = {
  reactionIds: selection.default([]),
  passageIds: selection.default([]),
};

/** A new kernwaarde, with the words it comes from. */
export const newCoreValue = z.object({ ...wording, ...coded });

/** An existing kernwaarde given to more words. */
export const moreCoding = z
  .object({ coreValueId: z.uuid(says("coreValues.errors.choose")), ...coded })
  .refine((input) => input.reactionIds.length + input.passageIds.length > 0, {
    message: says("coreValues.errors.noneChosen"),
    path: ["form"],
  });

export const changedCoreValue = z.object({
  id: uuid,
  lockVersion,
  ...wording,
  /** Why it is changed. */
  reason: nullableText(500),
});

export const exampleOfCoreValue = z.object({ id: uuid, passageId: uuid.nullable() });

export const removedCoding = z.object({ codingId: uuid, reason: nullableText(500) });

export const restoredCoding = z.object({ codingId: uuid });

/**
 * How far a kernwaarde reaches, in raw counts: no percentages, the groups are small. Consultations
 * are those of people; groups those that were declared.
 */
export interface Spread {
  /** Each reaction once, and loose words that stand within no others. */
  words: number;
  consultations: number;
  groups: number;
}

/** A kernwaarde in a list. */
export interface CoreValueRow extends Spread {
  id: string;
  number: number;
  name: string;
  definition: string;
  requirements: number;
}

/** A kernwaarde to choose. */
export interface CoreValueOption {
  id: string;
  number: number;
  name: string;
  definition: string;
  words: number;
}

/** How much a kernwaarde resembles words. */
export interface RankedCoreValue {
  id: string;
  number: number;
  /** Without a unit: the higher, the more alike. */
  score: number;
  /** The words that made it so, the strongest first. */
  because: string[];
}

/** A kernwaarde that is proposed for words, with the words of them that made it so. */
export interface CoreValueSuggestion extends CoreValueOption, Pick<RankedCoreValue, "because"> {}

/** Words in a selection that is about to be coded. */
export interface ChosenWords {
  /** Says which parameter of the address it came by. */
  type: "reaction" | "passage";
  id: string;
  reactionNumber: number | null;
  text: string;
  speaker: string | null;
  consultationTitle: string | null;
  place: PassageWithContext | null;
}

/** A coding with the reaction whose words they are. */
export interface CodingRow {
  id: string;
  /** Null for loose words. */
  reactionId: string | null;
  /** Whether it is counted: not when the same reaction, or words around these, are counted already. */
  counts: boolean;
  reactionNumber: number | null;
  text: string;
  speaker: string | null;
  groupName: string | null;
  consultationId: string | null;
  consultationTitle: string | null;
  heldOn: string | null;
  passageId: string | null;
  sourceId: string | null;
  sourceTitle: string | null;
  blockNumber: number | null;
  codedBy: string | null;
  codedAt: string;
}

export interface RemovedCodingRow extends CodingRow {
  removedAt: string;
  removedBy: string | null;
  removedReason: string | null;
}

/** One wording a kernwaarde has had. */
export interface CoreValueVersion {
  n: number;
  name: string;
  definition: string;
  rule: string;
  reason: string | null;
  createdAt: string;
  createdBy: string | null;
}

/** How often a kernwaarde comes back with one group or in one consultation. */
export interface SpreadLine {
  id: string | null;
  name: string | null;
  words: number;
  /** For a group: whether it is expected at the table. */
  expected: boolean;
}

export interface CoreValueDetail extends Spread {
  id: string;
  number: number;
  name: string;
  definition: string;
  rule: string;
  lockVersion: number;
  example: PassageWithContext | null;
  byConsultation: SpreadLine[];
  /** All groups of the dossier, also those with 0; `id` null is "not known". */
  byGroup: SpreadLine[];
  requirements: RequirementTag[];
  versions: CoreValueVersion[];
  removed: RemovedCodingRow[];
}
