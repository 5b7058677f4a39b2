import type { PersonalDataKind } from "@/db/vocabulary";
import { CodePointIndex } from "../text/rules";
import type { ExcerptPiece, SubjectGroup } from "./model";

/** Kinds by the group that they are listed in. */
export const GROUP_KINDS: Record<SubjectGroup, readonly PersonalDataKind[]> = {
  people: ["name"],
  contact: ["phone", "email", "address", "birthdate", "bsn"],
  health: ["health"],
  organisations: ["organisation"],
};

/** From how many in a hundred such finds are right it is as good as certain, and from how many it is likely. */
export const CERTAIN = 0.9;
export const LIKELY = 0.75;
export type Certainty = "certain" | "likely" | "unsure";

/** How sure a find is, in three steps. @param confidence from 0 to 1: the share of such finds that is right. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= CERTAIN) return "certain";
  return confidence >= LIKELY ? "likely" : "unsure";
}

/** A find with its place in a version, in code points. */
export type PlacedFind = NonNullable<ExcerptPiece["find"]> & { start: number; end: number };

/**
 * A stretch of a text in pieces: what was found, and what stands between.
 *
 * @param start where the stretch begins, in code points.
 * @param finds those that touch it, in order, none in another.
 */
export function piecesOf(
  text: string,
  start: number,
  finds: readonly PlacedFind[],
): ExcerptPiece[] {
  const index = new CodePointIndex(text);
  const pieces: ExcerptPiece[] = [];
  let at = 0;
  for (const { start: from, end: to, ...find } of finds) {
    const begin = index.toUtf16(Math.max(from - start, 0));
    const end = index.toUtf16(Math.min(to - start, index.length));
    if (end <= at || from - start >= index.length) continue;
    if (begin > at) pieces.push({ text: text.slice(at, begin) });
    pieces.push({ text: text.slice(begin, end), find });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** A place in a version, in code points, `end` exclusive. */
interface Place {
  start: number;
  end: number;
}

/**
 * Which places of forms are new beside what was found there: not one within a find or across one. A place around finds
 * takes theirs, for a whole name goes before a part of it.
 *
 * @param stands in order, none in another; @param found the same.
 */
export function newPlaces<Stand extends Place, Find extends Place>(
  stands: readonly Stand[],
  found: readonly Find[],
): { fresh: Stand[]; covered: Find[] } {
  const fresh: Stand[] = [];
  const covered: Find[] = [];
  let at = 0;
  for (const stand of stands) {
    while (at < found.length && (found[at]?.end ?? 0) <= stand.start) at++;
    const touched: Find[] = [];
    for (let i = at; i < found.length && (found[i]?.start ?? 0) < stand.end; i++) {
      const find = found[i];
      if (find) touched.push(find);
    }
    const around = touched.every((one) => one.start >= stand.start && one.end <= stand.end);
    const same = touched.some((one) => one.start === stand.start && one.end === stand.end);
    if (!around || same) continue;
    fresh.push(stand);
    covered.push(...touched);
  }
  return { fresh, covered };
}
