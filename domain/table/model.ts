import { z } from "zod";
import { REQUIREMENT_KINDS, type RequirementKind, type ReviewState } from "@/db/vocabulary";
import type { Severity } from "../checking/model";
import { says } from "../kernel/errors";
import { nullableUuid, optionalText, uuid } from "../kernel/fields";
import type { Paged } from "../kernel/paging";
import type { Changeable, LinkCounts, RequirementContent } from "../requirements/model";
import type { ReviewStanding } from "../review/model";

/** Requirements on a page of the table: with all their columns some 150 kB of HTML. */
export const TABLE_PAGE_SIZE = 50;

/** What there is to see beside code and title, in the order in which it stands. */
export const TABLE_COLUMNS = [
  "chapter",
  "kind",
  "sources",
  "status",
  "approvals",
  "findings",
  "explanation",
  "evidence",
  "verification",
  "score",
  "weight",
  "changed",
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** What is shown to who chose nothing. */
export const FIRST_COLUMNS: readonly TableColumn[] = [
  ...(["kind", "sources", "status", "findings", "evidence"] as const),
];

/** Columns of which a cell is changed in the table itself. */
export const CELL_FIELDS = [
  ...(["kind", "explanation", "evidence", "verification", "score", "weight"] as const),
];
export type CellField = (typeof CELL_FIELDS)[number];

/** A longer text is changed on its own page: a cell is no place to read it. */
export const LONGEST_IN_CELL = 1_000;

/** Orders by the name of a column; without one it is that of the document. */
export const TABLE_SORTS = [
  ...(["code", "title", "kind", "sources", "status", "approvals", "changed"] as const),
];
export type TableSort = (typeof TABLE_SORTS)[number];

/** How far a requirement is, or that it was dropped. */
export const TABLE_STATES = ["draft", "review", "approved", "adopted", "dropped"] as const;
export type TableState = (typeof TABLE_STATES)[number];

export interface TableFilter {
  chapterId?: string;
  kind?: RequirementKind;
  state?: TableState;
  /** Only those without a link and without a reason for that. */
  withoutSource?: boolean;
  /** Only those with an open finding in their words, so bad; `any` for each. */
  findings?: Severity | "any";
  /** Words, stemmed as Dutch, or the beginning of a code. */
  search?: string;
  sort?: TableSort;
  down?: boolean;
  page?: number;
}

/** A requirement as a row of the table. */
export interface TableRow {
  id: string;
  code: string;
  chapterId: string;
  chapterNumber: number;
  chapterTitle: string;
  /** The version that stands: what a change goes on top of. */
  n: number;
  title: string;
  kind: RequirementKind;
  /** The beginning of its text. */
  text: string;
  /** Of these three at most one character more than {@link LONGEST_IN_CELL}. */
  explanation: string;
  evidence: string;
  verification: string;
  score: number | null;
  weight: number | null;
  dropped: boolean;
  noSourceReason: string | null;
  links: LinkCounts;
  /** Null for one that was dropped. */
  review: (ReviewStanding & { state: ReviewState }) | null;
  /** Moment of the standing version, ISO, and who wrote it. */
  changedAt: string;
  changedBy: string | null;
}

export interface TablePage extends Paged<TableRow> {
  /** Requirements in the dossier, the dropped ones too. */
  all: number;
}

/** How many requirements one change takes at most. */
export const MAX_CHOSEN = 200;

/** Requirements with a change on a page of what is going to happen. */
export const PLAN_PAGE_SIZE = 50;

/** After so many days what was asked is let go of; the versions stay. */
export const CHANGE_DAYS = 30;

/** Who wrote in it less than so many minutes ago is writing in it. */
export const WRITING_MINUTES = 10;

/** What is done with a requirement as a whole. */
export const REQUIREMENT_ACTS = ["review", "drop", "restore"] as const;
export type RequirementAct = (typeof REQUIREMENT_ACTS)[number];

/** A choice that may be left empty. */
const choice = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .string()
    .nullish()
    .transform((value) => value || null)
    .pipe(z.enum(values, says("errors.field.choose")).nullable());

/** What is asked of many requirements; what is left empty stays as it is with each of them. */
export const proposedChange = z.object({
  requirementIds: z.array(uuid),
  kind: choice(REQUIREMENT_KINDS),
  chapterId: nullableUuid,
  evidence: optionalText(2_000),
  verification: optionalText(2_000),
  act: choice(REQUIREMENT_ACTS),
  reason: optionalText(500),
});
export const appliedChange = z.object({ changeId: uuid, seen: z.string().max(64) });
export const undoneChange = z.object({ changeId: uuid });

/** What is asked of one requirement. */
export interface Asked {
  requirementId: string;
  /** The version it is asked of. */
  n: number;
  fields: Partial<Record<Changeable, unknown>>;
  chapterId: string | null;
  act: RequirementAct | null;
}

/** What was done with one requirement, to take it back by. */
export interface Applied {
  requirementId: string;
  /** The versions before and after. */
  from: number;
  to: number;
  place: { chapterId: string; position: number } | null;
  act: RequirementAct | null;
}

/** Why nothing is done with what is asked of a requirement. */
export const PASSED_OVER = [
  ...(["same", "dropped", "notDropped", "sent", "writing", "changed", "noMeasure"] as const),
] as const;
export type PassedOver = (typeof PASSED_OVER)[number];

/** One thing that changes, in words that a person reads; null is empty. */
export interface PlannedField {
  field: Changeable | "chapter" | "act";
  before: string | null;
  after: string | null;
}

export interface PlannedRow {
  requirementId: string;
  code: string;
  title: string;
  changes: PlannedField[];
  /** Of what is not done, per field or (`null`) of all, why. */
  passed: { field: PlannedField["field"] | null; why: PassedOver; now: string | null }[];
  /** Who is writing in it. */
  writer: string | null;
}

/** What is going to happen, or what happened. */
export interface ChangePlan {
  id: string;
  reason: string;
  /** What changes, page by page, and all that is passed over, the first {@link PLAN_PAGE_SIZE} of it. */
  rows: Paged<PlannedRow>;
  passed: { total: number; rows: PlannedRow[] };
  /** Equal for the same changes: what was looked at is what is done. */
  seen: string;
  /** How many were changed; null until it is done. */
  done: number | null;
  undone: boolean;
  /** Something of it was sent to review: that is not taken back. */
  sent: boolean;
}

/** A requirement that was ticked. */
export interface ChosenRequirement {
  id: string;
  code: string;
  title: string;
}

/** What a requirement is now, and what it was when it was asked. */
export interface Standing {
  id: string;
  code: string;
  n: number;
  dropped: boolean;
  chapterId: string;
  position: number;
  /** Of its last step of review; null for one that was dropped. */
  state: ReviewState | null;
  writer: string | null;
  now: RequirementContent & { bodyText: string };
  base: (RequirementContent & { bodyText: string }) | null;
}
