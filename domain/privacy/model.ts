import { z } from "zod";
import { PERSONAL_DATA_KINDS } from "@/db/vocabulary";

/** One place where personal data stands, or may stand. */
export const personalFind = z.strictObject({
  kind: z.enum(PERSONAL_DATA_KINDS),
  /** Code points in the normalised text, `end` exclusive. */
  start: z.int().min(0),
  end: z.int().min(1),
  /** Exactly the normalised text from `start` to `end`: a whole name, with "mevrouw" or "dhr." before it. */
  text: z.string().min(1),
  /** From 0 to 1: the share of such finds that is right. */
  confidence: z.number().min(0).max(1),
});
export type PersonalFind = z.infer<typeof personalFind>;
