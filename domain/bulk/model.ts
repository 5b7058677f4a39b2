import { z } from "zod";
import { AUDIENCES, type Position, type ReactionKind } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { nullableDate, nullableText, nullableUuid, requiredText, uuid } from "../kernel/fields";
import type { Remark } from "../sources/formats/model";
import { ENCODINGS } from "../sources/formats/model";
import { DELIMITERS, MAX_COLUMNS, MAX_ROWS, type SheetFacts } from "../sources/formats/sheet/model";

/** What a column of a spreadsheet can be of a reaction. One that is none of these takes no part. */
export const COLUMN_ROLES = [
  "words",
  "title",
  "group",
  "statement",
  "position",
  "kind",
  "speaker",
  "date",
  "reference",
  "replyTo",
  "context",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Roles that more than one column may have: each column of words is a reaction of its own. */
export const SHARED_ROLES: readonly ColumnRole[] = ["words", "context"];

/** Roles of which a cell that cannot be read may be left empty. */
export const EMPTIABLE_ROLES = [
  "group",
  "statement",
  "position",
  "kind",
  "speaker",
  "date",
  "replyTo",
] as const;
export type EmptiableRole = (typeof EMPTIABLE_ROLES)[number];

/** Cells that are left empty one by one; for more there is {@link BulkChoices.leaveEmpty}. */
const MAX_EMPTY_CELLS = 500;

/** Kinds of consultation of which people write their answers themselves. */
export const WRITTEN_KINDS = ["survey", "online"] as const;

/** Most values of one column that are each given a group or a stelling. */
export const MAX_VALUES = 100;

/** Characters of one row as it stands in the source; what is longer fits no index of words. */
export const MAX_ROW_LENGTH = 100_000;

const sheetChoices = z.object({
  encoding: z.enum(ENCODINGS).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  sheet: z.string().max(200).optional(),
  headerRow: z.coerce.number().int().min(0).max(MAX_ROWS).optional(),
});

/** A value of a cell, and what it means: something that is there, something new by that name, or nothing. */
const meaning = z.object({
  value: z.string().max(10_000),
  to: z.union([z.object({ id: uuid }), z.object({ name: requiredText(400) }), z.null()]),
});
export type Meaning = z.output<typeof meaning>;

/** What is made of a spreadsheet: asked on one page, or said at the terminal. */
export const bulkChoices = z.object({
  table: sheetChoices.default({}),
  roles: z
    .array(
      z.object({
        index: z.coerce.number().int().min(0).max(MAX_COLUMNS),
        role: z.enum(COLUMN_ROLES, says("errors.field.choose")).nullable(),
      }),
    )
    .max(MAX_COLUMNS),
  groups: z.array(meaning).max(MAX_VALUES).default([]),
  statements: z.array(meaning).max(MAX_VALUES).default([]),
  /** Roles of which no cell that cannot be read counts. */
  leaveEmpty: z.array(z.enum(EMPTIABLE_ROLES)).default([]),
  /** Single cells that do not count when they cannot be read, by the number of their row. */
  emptyCells: z
    .array(z.object({ role: z.enum(EMPTIABLE_ROLES), row: z.coerce.number().int().min(1) }))
    .max(MAX_EMPTY_CELLS)
    .default([]),
  /** The group of everybody whose row says none. */
  groupId: nullableUuid,
  consultation: z.union([
    z.object({ id: uuid }),
    z.object({
      title: requiredText(200),
      kind: z.enum(WRITTEN_KINDS, says("errors.field.choose")),
      audience: z.enum(AUDIENCES, says("errors.field.choose")).default("stakeholder"),
      heldOn: nullableDate,
      sector: nullableText(40),
    }),
  ]),
});
export type BulkChoices = z.output<typeof bulkChoices>;
export type BulkInput = z.input<typeof bulkChoices>;

/** The same as long as somebody is choosing: what was not said yet is proposed. */
export const bulkDraft = bulkChoices.partial();
export type BulkDraft = z.output<typeof bulkDraft>;

/** What is wrong with a cell. */
export const PROBLEMS = [
  "noSuchDay",
  "noDate",
  "noPosition",
  "noKind",
  "noStatement",
  "noGroup",
  "tooLong",
  "formulaError",
  "twice",
  "noSuchReference",
  "noColumn",
  "rowTooLong",
] as const;
export type ProblemKind = (typeof PROBLEMS)[number];

export interface Problem {
  kind: ProblemKind;
  /** As the spreadsheet numbers it. */
  row: number;
  /** The name of the column; empty for the row as a whole. */
  column: string;
  value: string;
  /** Of what it is a cell; null for the row as a whole. */
  role: ColumnRole | null;
  /** The row that says the same, of `twice`. */
  other?: number;
}

/** Problems that are named one by one; of more only the number is told. */
export const NAMED_PROBLEMS = 100;

/** What an import would come to, or came to. The sums add up: rows = withWords + withoutWords, and
 * reactions = added + known + changed. */
export interface BulkSums {
  rows: number;
  withoutWords: number;
  reactions: number;
  /** New in this consultation. */
  added: number;
  /** There already, word for word. */
  known: number;
  /** There already under the same number, in other words: those stay as they were. */
  changed: number;
  /** The first of the rows that changed. */
  changedRows: number[];
}

/** A value of a column of groups or stellingen, and in how many rows it stands. */
export interface ValueCount {
  value: string;
  count: number;
}

/** What was found in checking all rows. */
export interface BulkCheck {
  sums: BulkSums;
  problems: Problem[];
  /** How many there are, named or not. */
  problemCount: number;
  /** The cells that could not be read and are left empty one by one. */
  emptied: Problem[];
  /** Per role how many cells could not be read, and are left empty when that is chosen. */
  unread: Partial<Record<EmptiableRole, number>>;
  remarks: Remark[];
}

/** What a spreadsheet holds, what is made of it now, and what that comes to. */
export interface FoundSheet {
  facts: SheetFacts;
  choices: RowChoices;
  check: BulkCheck;
}

/** The choices of a spreadsheet that say what its rows mean. */
export type RowChoices = Pick<
  BulkChoices,
  "table" | "roles" | "groups" | "statements" | "leaveEmpty" | "emptyCells"
>;

/** A reaction as it comes out of a row. */
export interface BulkRow {
  id: string;
  passageId: string;
  /** Place of the words in the text, in code points. */
  start: number;
  end: number;
  words: string;
  kind: ReactionKind;
  position: Position;
  /** Index in the list of values; null for none. */
  group: number | null;
  statement: number | null;
  speaker: string | null;
  replyTo: string | null;
  row: number;
  reference: string | null;
  contentKey: string;
  saidOn: string | null;
}

/** What is known of a row that was imported before. */
export interface KnownRow {
  /** Null when its reaction was left out since. */
  reactionId: string | null;
  reference: string | null;
  contentKey: string;
  /** SHA-256 of its words; null as its reaction. */
  wordsKey: string | null;
}
