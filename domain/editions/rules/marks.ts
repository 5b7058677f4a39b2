import { canonicalJson } from "@/db/canonical";
import type { Hash, Marked, SectionSum } from "../model";

/** Hexadecimals of a mark: enough to tell where something was changed; that nothing was, the sums of the parts tell. */
const LENGTH = 8;

/** The first 8 hexadecimals of the SHA-256 of each field in canonical JSON, in the order of the names of the fields. */
export function marksOf(thing: object, hash: Hash): string {
  return Object.entries(thing)
    .filter(([name, value]) => name !== "marks" && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => hash(canonicalJson(value)).slice(0, LENGTH))
    .join("");
}

/** A thing with the marks of its fields. */
export function markedThing<T extends object>(thing: T, hash: Hash): Marked<T> {
  return { ...thing, marks: marksOf(thing, hash) };
}

/** Names of the fields that are not what their marks say; all of them when a field is missing or too many. */
export function changedFields(thing: object & { marks?: unknown }, hash: Hash): string[] {
  const names = Object.keys(thing)
    .filter((name) => name !== "marks")
    .sort();
  const said = typeof thing.marks === "string" ? thing.marks : "";
  if (said.length !== names.length * LENGTH) return ["marks"];
  const now = marksOf(thing, hash);
  return names.filter(
    (_name, i) =>
      said.slice(i * LENGTH, (i + 1) * LENGTH) !== now.slice(i * LENGTH, (i + 1) * LENGTH),
  );
}

/**
 * The sum of a part: of the array in canonical JSON.
 *
 * @param bodies its things, each in canonical JSON.
 */
export function sectionSum(bodies: readonly string[], hash: Hash): SectionSum {
  return { count: bodies.length, sha256: hash(`[${bodies.join(",")}]`) };
}
