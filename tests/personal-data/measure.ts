import fs from "node:fs";
import path from "node:path";
import { PERSONAL_DATA_KINDS, type PersonalDataKind } from "@/db/vocabulary";
import type { PersonalFind } from "@/domain/privacy/model";
import type { MarkedDocument, MarkedPlace, TextPlace } from "./read";

/** Counts, so that every share can be checked by hand. */
export interface KindScore {
  /** Marks that must be found, those that a find covers whole, and those of which it covers a part. */
  marks: number;
  found: number;
  halves: number;
  /** Finds, those that cover a mark of their kind, and those with the same borders. */
  finds: number;
  right: number;
  exact: number;
}

export interface SureScore {
  sure: number;
  right: number;
  count: number;
}

export interface PersonalScore {
  kinds: Record<PersonalDataKind, KindScore>;
  all: KindScore;
  /** Mean difference between how sure finds are and how often they are right. */
  calibrationError: number;
  /** What looks like personal data and is none, and how much of that was found all the same. */
  traps: { marks: number; found: number };
  /** Finds by how sure they are, in tenths: together how sure, and how many are right. */
  sure: SureScore[];
  missed: { document: string; place: MarkedPlace }[];
  trapped: { document: string; place: TextPlace; find: PersonalFind }[];
  wrong: { document: string; find: PersonalFind }[];
}

const none = (): KindScore => ({ marks: 0, found: 0, halves: 0, finds: 0, right: 0, exact: 0 });

const covers = (find: PersonalFind, place: MarkedPlace): boolean =>
  find.kind === place.kind && find.start <= place.start && find.end >= place.end;

const touches = (find: PersonalFind, place: TextPlace): boolean =>
  find.start < place.end && find.end > place.start;

/** Holds what is found in each text against what was marked in it. */
export function measurePersonal(
  documents: readonly MarkedDocument[],
  find: (text: string) => PersonalFind[],
): PersonalScore {
  const kinds = Object.fromEntries(PERSONAL_DATA_KINDS.map((kind) => [kind, none()])) as Record<
    PersonalDataKind,
    KindScore
  >;
  const all = none();
  const missed: PersonalScore["missed"] = [];
  const wrong: PersonalScore["wrong"] = [];
  const trapped: PersonalScore["trapped"] = [];
  let traps = 0;
  const bins: SureScore[] = Array.from({ length: 10 }, () => ({ sure: 0, right: 0, count: 0 }));
  for (const { name, text, places, traps: lookalikes } of documents) {
    const finds = find(text);
    traps += lookalikes.length;
    for (const place of lookalikes) {
      const hit = finds.find((one) => touches(one, place));
      if (hit !== undefined) trapped.push({ document: name, place, find: hit });
    }
    for (const place of places) {
      if (place.optional) continue;
      const found = finds.some((one) => covers(one, place));
      const half = !found && finds.some((one) => one.kind === place.kind && touches(one, place));
      for (const score of [kinds[place.kind], all]) {
        score.marks++;
        if (found) score.found++;
        if (half) score.halves++;
      }
      if (!found) missed.push({ document: name, place });
    }
    for (const one of finds) {
      const place = places.find((marked) => covers(one, marked));
      const right = place !== undefined;
      if (!right) wrong.push({ document: name, find: one });
      for (const score of [kinds[one.kind], all]) {
        score.finds++;
        if (right) score.right++;
        if (place?.start === one.start && place.end === one.end) score.exact++;
      }
      const bin = bins[Math.min(9, Math.floor(one.confidence * 10))];
      if (bin !== undefined) {
        bin.count++;
        bin.sure += one.confidence;
        if (right) bin.right++;
      }
    }
  }
  const calibrationError =
    bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0) / Math.max(1, all.finds);
  return {
    kinds,
    all,
    calibrationError,
    traps: { marks: traps, found: trapped.length },
    sure: bins,
    missed,
    trapped,
    wrong,
  };
}

/** Where today's totals are kept. */
export const FLOOR_FILE = path.join(import.meta.dirname, "floor.json");

/** Percentages per kind, rounded down; each is higher when it is better. */
export function floorOf(score: PersonalScore): Record<string, number> {
  const floor: Record<string, number> = {};
  for (const [kind, { marks, found, finds, right, exact }] of [
    ...Object.entries(score.kinds),
    ["all", score.all] as const,
  ]) {
    floor[`${kind}Found`] = share(found, marks);
    floor[`${kind}Right`] = share(right, finds);
    if (kind === "all") floor.allExact = share(exact, finds);
  }
  floor.namesWhole = share(
    score.kinds.name.marks - score.kinds.name.halves,
    score.kinds.name.marks,
  );
  floor.trapsLeft = share(score.traps.marks - score.traps.found, score.traps.marks);
  // Documents that were seen make finds more often right than they say; only the other way is a fault.
  const overstated = score.sure.reduce(
    (sum, { sure, right }) => sum + Math.max(0, sure - right),
    0,
  );
  floor.notOverstated = share(score.all.finds - overstated, score.all.finds);
  return floor;
}

export const readFloor = (): Record<string, number> =>
  JSON.parse(fs.readFileSync(FLOOR_FILE, "utf8"));

/** A percentage of one decimal, rounded down; 100 of none. */
export const share = (part: number, of: number): number =>
  of === 0 ? 100 : Math.floor((1000 * part) / of) / 10;
