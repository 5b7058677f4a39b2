import type { BlockerRow, Readiness } from "./model";

/** Whether undecided personal data is in the way: not when somebody answered for exactly what is open. */
export function personalDataState({
  held,
}: Pick<Readiness["personalData"], "held">): BlockerRow["state"] {
  if (!held) return "clear";
  return held.released ? "passed" : "open";
}

/** How many points are in the way, were passed over, and are right. They add up to all points. */
export function stateSums({
  blockers,
  personalData,
}: Pick<Readiness, "blockers" | "personalData">): Record<BlockerRow["state"], number> {
  const states = [...blockers.map(({ state }) => state), personalDataState(personalData)];
  const count = (asked: BlockerRow["state"]) => states.filter((state) => state === asked).length;
  return { open: count("open"), passed: count("passed"), clear: count("clear") };
}
