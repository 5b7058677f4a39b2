import type { EditionKind } from "@/db/vocabulary";
import { type EditionPlace, placeOfNumber } from "./numbers";

/**
 * With which of the others an edition is compared when nobody chose: the newest definitive one before it, for that held until then,
 * or else the newest concept before it.
 */
export function comparedWith<T extends EditionPlace & { kind: EditionKind }>(
  { major, minor }: EditionPlace,
  others: readonly T[],
): T | null {
  const [found = null] = others
    .filter((other) => other.major < major || (other.major === major && other.minor < minor))
    .sort(
      (a, b) =>
        Number(a.kind === "concept") - Number(b.kind === "concept") ||
        b.major - a.major ||
        b.minor - a.minor,
    );
  return found;
}

/** The same by what readers see of them: the number of the edition with which this one is compared, null when there is none. */
export function comparedNumber({
  head,
  withdrawn,
  others,
}: {
  head: { number: string };
  withdrawn: unknown;
  others: readonly { number: string; kind: EditionKind; withdrawn: boolean }[];
}): string | null {
  if (withdrawn) return null;
  const standing = others.filter(({ withdrawn }) => !withdrawn);
  return comparedBefore(head.number, standing)?.number ?? null;
}

/** The same of editions that are known by their numbers. */
export function comparedBefore(
  number: string,
  others: readonly { number: string; kind: EditionKind }[],
): { number: string } | null {
  const own = placeOfNumber(number);
  const placed = others.flatMap(({ number, kind }) => {
    const place = placeOfNumber(number);
    return place ? [{ ...place, number, kind }] : [];
  });
  return own && comparedWith(own, placed);
}

/** Numbers of editions, the earliest first. */
export function inOrder(numbers: readonly string[]): string[] {
  return numbers
    .flatMap((number) => {
      const place = placeOfNumber(number);
      return place ? [{ number, ...place }] : [];
    })
    .sort((a, b) => a.major - b.major || a.minor - b.minor)
    .map(({ number }) => number);
}
