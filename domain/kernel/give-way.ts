import { setTimeout as pause } from "node:timers/promises";

/** An answer to somebody else takes several turns of the thread; in one turn it would get no further than one of them. */
const BREATH_MS = 8;

/** Lets others go first, between two pieces of long work on the thread that answers people. */
export async function giveWay(): Promise<void> {
  await pause(BREATH_MS);
}
