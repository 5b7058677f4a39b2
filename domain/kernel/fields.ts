import { z } from "zod";
import { says } from "./errors";

/**
 * Field schemas that every feature shares. Messages are paths in the catalogue.
 * Text from outside is NFC and trimmed, so that equal words are equal.
 */
const clean = (value: string) =>
  value
    // PostgreSQL stores no NUL and no half characters; and text must not turn around what follows it.
    .replace(/[\0\u202a-\u202e\u2066-\u2069]/g, "")
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .trim();

/** Text that must be there, at most `max` UTF-16 units. */
export const requiredText = (max: number) =>
  z
    .string(says("errors.field.required"))
    .transform(clean)
    .pipe(z.string().min(1, says("errors.field.required")).max(max, says("errors.field.tooLong")));

/** Text that may be empty. */
export const optionalText = (max: number) =>
  z
    .string()
    .optional()
    .transform((value) => clean(value ?? ""))
    .pipe(z.string().max(max, says("errors.field.tooLong")));

/** Text that may be left out: empty becomes null. */
export const nullableText = (max: number) =>
  z
    .string()
    .nullish()
    .transform((value) => clean(value ?? "") || null)
    .pipe(z.string().max(max, says("errors.field.tooLong")).nullable());

/** A calendar date, YYYY-MM-DD, that exists. */
export const calendarDate = z
  .string(says("errors.field.date"))
  .regex(/^\d{4}-\d{2}-\d{2}$/, says("errors.field.date"))
  .refine((value) => {
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  }, says("errors.field.date"));

/** A calendar date or nothing. */
export const nullableDate = z
  .string()
  .nullish()
  .transform((value) => value || null)
  .pipe(calendarDate.nullable());

export const uuid = z.uuid(says("errors.field.invalid"));

/** A select that may be left at "none": empty becomes null. */
export const nullableUuid = z
  .string()
  .nullish()
  .transform((value) => value || null)
  .pipe(uuid.nullable());

/** A whole number that may be left out: empty becomes null. */
export const nullableWhole = (min: number, max: number) =>
  z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => (String(value ?? "").trim() === "" ? null : Number(value)))
    .pipe(
      z
        .int(says("errors.field.whole"))
        .min(min, says("errors.field.whole"))
        .max(max, says("errors.field.whole"))
        .nullable(),
    );

/** The largest number that fits a column of type integer. */
export const MAX_INTEGER = 2_147_483_647;

/** The version a form was opened on; a save on an older one is a conflict. */
export const lockVersion = z.coerce
  .number(says("errors.field.invalid"))
  .int()
  .min(1)
  .max(MAX_INTEGER);
