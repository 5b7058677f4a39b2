import { z } from "zod";
import { nameKey } from "@/db/name-key";
import { says } from "./errors";

/**
 * Field schemas that every feature shares. Messages are paths in the catalogue.
 * Text from outside is NFC and trimmed, so that equal words are equal.
 */
const clean = (value: string) => {
  const words = storable(value).trim();
  return nameKey(words) === "" ? "" : words;
};

/**
 * Text that can be stored, shown and taken out again. PostgreSQL stores no NUL and no half characters;
 * what shows nothing must not make two words different, and no sign may turn around what follows it.
 * Emoji are made with the signs that stay.
 */
export function storable(value: string): string {
  return value
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(
      /[\ufffe\uffff]|(?!\t|\n|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu,
      "",
    )
    .toWellFormed()
    .normalize("NFC");
}

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
