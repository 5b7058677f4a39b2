import { z } from "zod";
import {
  type Position,
  type ReactionKind,
  SHOWN_OUTSIDE,
  type ShownOutside,
} from "@/db/vocabulary";
import { says } from "@/domain/kernel/errors";
import type { PassagePlace } from "@/domain/sources/model";
import { MAX_BLOCK_LENGTH } from "@/domain/text/model";
import type { Body } from "@/domain/text/rich-text";
import { lockVersion, nullableText, nullableUuid, requiredText, uuid } from "../kernel/fields";

/** Stellingen on one page of the list. */
export const STATEMENTS_PER_PAGE = 25;

/** As long as a block of a source can be: what came from minutes must be possible to keep. */
const MAX_STATEMENT_LENGTH = MAX_BLOCK_LENGTH;
export const MAX_EXPLANATION_LENGTH = MAX_BLOCK_LENGTH;

/** The number of a stelling within its consultation; empty means the next free one. */
const statementNumber = z
  .string()
  .nullish()
  .transform((value) => (value ?? "").trim() || null)
  .pipe(
    z
      .string()
      .regex(/^[1-9]\d{0,2}$/, says("statements.errors.number"))
      .transform(Number)
      .nullable(),
  );

/** A stelling entered by hand, and where it was put when that is known. */
export const newStatement = z.object({
  text: requiredText(MAX_STATEMENT_LENGTH),
  explanation: nullableText(MAX_EXPLANATION_LENGTH),
  consultationId: nullableUuid,
  number: statementNumber,
});

export const changedStatement = z.object({
  id: uuid,
  lockVersion,
  text: requiredText(MAX_STATEMENT_LENGTH),
  explanation: nullableText(MAX_EXPLANATION_LENGTH),
});

/** How a stelling is explained in one of the consultations it was put in. */
export const explainedStatement = z.object({
  statementId: uuid,
  consultationId: uuid,
  lockVersion,
  /** As a form sent it: the commands take it apart. Not here: this file goes to the browser. */
  explanation: z.unknown(),
  explanationFormat: z.string().max(10).optional(),
});

/** The largest file that a picture is made of, and the most pixels in it: a photo of a telephone fits well. */
export const MAX_PICTURE_MEGABYTES = 12;
export const MAX_PICTURE_BYTES = MAX_PICTURE_MEGABYTES * 1024 * 1024;
export const MAX_PICTURE_PIXELS = 60_000_000;

/** Pixels of the longest side that is kept: the column of a stelling is 576 wide, on a screen of two pixels each. */
export const PICTURE_SIDE = 1_280;

/** What a picture shows is said in a sentence or two; what is longer belongs in the explanation. */
const MAX_ALTERNATIVE = 500;

/** A picture with an explanation as a form sends it: without a file its alternative text alone is changed. */
export const sentPicture = z.object({
  statementId: uuid,
  consultationId: uuid,
  alternative: requiredText(MAX_ALTERNATIVE),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
});

export const removedPicture = z.object({ statementId: uuid, consultationId: uuid });

/** A picture with an explanation, as a page shows it. */
export interface ShownPicture {
  id: string;
  /** What it shows, for who does not see it. */
  alternative: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** A stelling that is put in one more consultation. */
export const putStatementInput = z.object({
  statementId: uuid,
  consultationId: uuid,
  number: statementNumber,
});

/** A stelling that is put one place earlier or later in its consultation. */
export const movedStatement = z.object({
  statementId: uuid,
  consultationId: uuid,
  direction: z.enum(["up", "down"], says("errors.field.choose")),
});

export const takeOutInput = z.object({ statementId: uuid, consultationId: uuid });

/** Where a stelling was put, under which number, and in which words. */
export interface StatementOccurrence {
  id: string;
  consultationId: string;
  consultationTitle: string;
  heldOn: string | null;
  number: number;
  /** As it was given there; null when none was. */
  explanation: string | null;
  /** The same with its marks and lists; null when it is plain. */
  explanationBody: Body | null;
  /** With it, in an online consultation. */
  picture: ShownPicture | null;
  /** Where its words stand in minutes, in order; none when it was entered by hand. */
  places: StatementPlace[];
}

/** A stelling as it stands in one document. */
export interface StatementPlace {
  /** How its number is written there; null when that was not kept. */
  label: string | null;
  passage: PassagePlace;
  /** Where the explanation begins. */
  explanationPassage: PassagePlace | null;
}

/** How many reactions there are of each kind and position; what is absent is 0. */
export interface ReactionCounts {
  total: number;
  kinds: Partial<Record<ReactionKind, number>>;
  positions: Partial<Record<Position, number>>;
}

/** A stelling in a list. */
export interface StatementRow {
  id: string;
  text: string;
  occurrences: { consultationId: string; consultationTitle: string; number: number }[];
  counts: ReactionCounts;
}

export interface StatementDetail {
  id: string;
  text: string;
  explanation: string | null;
  lockVersion: number;
  occurrences: StatementOccurrence[];
  counts: ReactionCounts;
}

/** What of the stellingen that stand in a consultation now others may read without an account. */
export const outsideChoice = z.object({
  consultationId: uuid,
  shown: z.enum(SHOWN_OUTSIDE, says("errors.field.choose")),
  /** Fingerprint of what was looked at when choosing: nothing else is made public. */
  seen: z.string().regex(/^[0-9a-f]{64}$/, says("errors.field.invalid")),
});

/** A stelling of a consultation as others would read it. */
export interface OutsideStatement {
  id: string;
  statementId: string;
  number: number;
  text: string;
  explanation: string | null;
  explanationBody: Body | null;
  picture: ShownPicture | null;
  shown: ShownOutside;
}

export interface OutsideView {
  statements: OutsideStatement[];
  seen: string;
}

/** A stelling of the dossier and the consultations it was put in. */
export interface EarlierStatement {
  id: string;
  text: string;
  /** Titles. */
  consultations: string[];
}
