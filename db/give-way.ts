import { setTimeout as pause } from "node:timers/promises";

/** An answer to somebody else takes several turns of the thread; in one turn it would get no further than one of them. */
const BREATH_MS = 8;
/** Work before others go first: with the piece of it that is under way they wait for less than 100 ms. */
const WORK_MS = 25;

/** When others last went first. */
let since = 0;

/**
 * Lets others go first, between two pieces of long work on the thread that answers people, when it has been at
 * work for a while: waiting after each small piece would take as long as the work.
 */
export async function giveWay(): Promise<void> {
  if (performance.now() - since < WORK_MS) return;
  await pause(BREATH_MS);
  since = performance.now();
}
