import type { Placement, Quote } from "./model";
import { place } from "./place";

/** Two texts and the quotes of the older one. */
export interface PlacingTask {
  before: string;
  after: string;
  quotes: readonly Quote[];
}

/** `place` in a process of its own: see `apart`. */
export default async function task(
  { before, after, quotes }: PlacingTask,
  _send: (part: never) => Promise<void>,
): Promise<Placement[]> {
  return place(before, after, quotes);
}
