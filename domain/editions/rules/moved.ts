import type { ChapterThing, RequirementThing } from "../model";
import type { Spot } from "./changes";

interface Ordered {
  chapters: readonly ChapterThing[];
  requirements: readonly RequirementThing[];
}

/**
 * Which requirements stand elsewhere, by their id. A chapter is the same one when its title is, or else when it has most of the
 * requirements of the other; within it the fewest are said to have moved with which the one order becomes the other, so one that
 * was put in front moves no other.
 */
export function moved(before: Ordered, after: Ordered): Map<string, { from: Spot; to: Spot }> {
  const pairs = pairedChapters(before, after);
  const from = spotsOf(before);
  const to = spotsOf(after);
  const elsewhere = new Map<string, { from: Spot; to: Spot }>();
  const within = new Map<string, { id: string; place: number }[]>();
  for (const { id, chapter } of after.requirements) {
    const [old, now] = [from.get(id), to.get(id)];
    if (!old || !now) continue;
    if (pairs.get(old.key) !== chapter) elsewhere.set(id, { from: old.spot, to: now.spot });
    else {
      const rows = within.get(chapter) ?? [];
      rows.push({ id, place: old.spot.place });
      within.set(chapter, rows);
    }
  }
  for (const rows of within.values()) {
    const stayed = new Set(longestRun(rows.map(({ place }) => place)));
    for (const [i, { id }] of rows.entries()) {
      const [old, now] = [from.get(id), to.get(id)];
      if (!stayed.has(i) && old && now) elsewhere.set(id, { from: old.spot, to: now.spot });
    }
  }
  return elsewhere;
}

/** Where each requirement in force stands. */
function spotsOf({ chapters, requirements }: Ordered): Map<string, { key: string; spot: Spot }> {
  const numbers = new Map(chapters.map(({ key, title }, i) => [key, { number: i + 1, title }]));
  const counts = new Map<string, number>();
  const spots = new Map<string, { key: string; spot: Spot }>();
  for (const { id, chapter, dropped } of requirements) {
    const of = numbers.get(chapter);
    if (dropped || !of) continue;
    const place = (counts.get(chapter) ?? 0) + 1;
    counts.set(chapter, place);
    spots.set(id, { key: chapter, spot: { chapter: of.number, title: of.title, place } });
  }
  return spots;
}

/** The chapter after of each chapter before; those without are not in it. */
export function pairedChapters(before: Ordered, after: Ordered): Map<string, string> {
  const pairs = new Map<string, string>();
  const free = new Set(after.chapters.map(({ key }) => key));
  for (const { key, title } of before.chapters) {
    const same = after.chapters.find((one) => one.title === title && free.has(one.key));
    if (!same) continue;
    pairs.set(key, same.key);
    free.delete(same.key);
  }
  const now = new Map(after.requirements.map(({ id, chapter }) => [id, chapter]));
  const shared = new Map<string, Map<string, number>>();
  for (const { id, chapter } of before.requirements) {
    const to = now.get(id);
    if (pairs.has(chapter) || to === undefined || !free.has(to)) continue;
    const counts = shared.get(chapter) ?? new Map<string, number>();
    counts.set(to, (counts.get(to) ?? 0) + 1);
    shared.set(chapter, counts);
  }
  const all = [...shared].flatMap(([key, counts]) =>
    [...counts].map(([to, count]) => ({ key, to, count })),
  );
  for (const { key, to } of all.sort((a, b) => b.count - a.count)) {
    if (pairs.has(key) || !free.has(to)) continue;
    pairs.set(key, to);
    free.delete(to);
  }
  return pairs;
}

/** The positions of a longest run that only rises (patience sorting; O(n log n)). */
export function longestRun(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [i, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = i;
  }
  const run: number[] = [];
  let at = tails.at(-1) ?? -1;
  while (at >= 0) {
    run.push(at);
    at = previous[at] ?? -1;
  }
  return run.reverse();
}
