import { z } from "zod";
import { ACCESSIBILITY, type Accessibility } from "@/db/vocabulary";
import { says } from "../kernel/errors";
import { nullableDate, optionalText, requiredText } from "../kernel/fields";

/** What the organisation declares of accessibility and privacy; what is not filled in is empty or null. */
export interface Declarations {
  /** 0 as long as nobody filled in anything. */
  lockVersion: number;
  /** ISO; null as long as nobody filled in anything. */
  changedAt: string | null;
  organisation: string;
  contact: string;
  accessibility: Accessibility;
  /** YYYY-MM-DD, the day of the last examination. */
  examinedOn: string | null;
  register: string;
  shortcomings: string;
  officer: string;
  privacy: string;
}

/** Only the web: what stands here becomes a link that anybody follows. */
const webAddress = optionalText(300).refine(
  (value) => value === "" || isWebAddress(value),
  says("declarations.errors.register"),
);

function isWebAddress(value: string): boolean {
  try {
    const { protocol, username } = new URL(value);
    return protocol === "https:" && username === "";
  } catch {
    return false;
  }
}

/** What an administrator fills in. Examined is what was found: without a day it is not known of when. */
export const declared = z
  .object({
    lockVersion: z.coerce.number().int().min(0),
    organisation: requiredText(200),
    contact: requiredText(500),
    accessibility: z.enum(ACCESSIBILITY, says("errors.field.choose")),
    examinedOn: nullableDate,
    register: webAddress,
    shortcomings: optionalText(4_000),
    officer: optionalText(500),
    privacy: optionalText(4_000),
  })
  .refine(({ accessibility, examinedOn }) => accessibility === "unknown" || examinedOn !== null, {
    path: ["examinedOn"],
    error: says("declarations.errors.examinedOn"),
  });
