import { z } from "zod";
import type { Meaning, PlacementStatus } from "@/db/vocabulary";

/** Most quotes that are placed in one go; a source has fewer passages. */
export const MAX_QUOTES = 20_000;

/** A stretch of a text, in code points; `end` is exclusive. */
export const quote = z.object({ start: z.int().min(0), end: z.int().min(1) });
export type Quote = z.infer<typeof quote>;

/**
 * Where quoted words stand in a newer text.
 *
 * - `exact`: the same words at the same place between what stands around them.
 * - `moved`: the same words, elsewhere.
 * - `proposed`: words that look like it, or the same words where the place is not sure. A person decides.
 * - `orphan`: not found.
 */
export interface Placement {
  status: PlacementStatus;
  /** Code point offset in the newer text; null for an orphan. */
  start: number | null;
  end: number | null;
  /** How much alike, from 0 to 1: 1 for the same words at a sure place, 0 for an orphan. */
  score: number;
  /** Which differences may change the meaning; empty for the same words. */
  meaning: Meaning[];
}

/** What is not found. */
export const ORPHAN: Placement = {
  status: "orphan",
  start: null,
  end: null,
  score: 0,
  meaning: [],
};
