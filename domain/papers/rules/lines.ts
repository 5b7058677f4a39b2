import { REMOVED } from "../../editions/rules/reading";
import { inlineMarkup } from "../../text/rules";
import type { Inline, Line, Look } from "../model";

/** Fixed words on a line. */
export const line = (text: string, ...looks: Look[]): Line => [words(text, ...looks)];

export function words(text: string, ...looks: Look[]): Inline {
  return looks.length > 0 ? { text, looks } : { text };
}

/** Words of people, a line for each of theirs that says something; what was removed from them looks so. */
export const plainLines = (text: string): Line[] => linesOf(text, false);

/** The same of words that stand in minutes, where signs around a word give it stress. */
export const saidLines = (text: string): Line[] => linesOf(text, true);

function linesOf(text: string, markup: boolean): Line[] {
  const removed = [...text.matchAll(REMOVED)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const tokens = markup ? inlineMarkup(text) : [];
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...removed, ...tokens]) cuts.add(start).add(end);
  const edges = [...cuts].sort((a, b) => a - b);
  const lines: Inline[][] = [[]];
  let [token, gone] = [0, 0];
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    while ((tokens[token]?.end ?? end) <= start) token++;
    while ((removed[gone]?.end ?? end) <= start) gone++;
    const stress = tokens[token];
    if (stress?.type === "marker") continue;
    const looks: Look[] = [];
    if (stress?.strong) looks.push("strong");
    if (stress?.em) looks.push("em");
    if (stress?.strike) looks.push("strike");
    if ((removed[gone]?.start ?? end) <= start) looks.push("removed");
    for (const [n, part] of text.slice(start, end).split(/\r?\n/).entries()) {
      if (n > 0) lines.push([]);
      if (part) lines.at(-1)?.push(words(part, ...looks));
    }
  }
  return lines.filter((parts) => parts.some((part) => "text" in part && part.text.trim() !== ""));
}

/** "E-1.1, E-1.2 en E-2.1". */
export function listed(items: readonly Inline[], and: string): Inline[] {
  return items.flatMap((item, i) => {
    if (i === 0) return [item];
    return [words(i === items.length - 1 ? ` ${and} ` : ", "), item];
  });
}

/**
 * Three or more numbers that follow each other as one stretch: 4, 5, 6 and 9 are 4 to 6, and 9.
 *
 * @param numbers in order, each once.
 */
export function stretches(numbers: readonly number[]): { first: number; last: number }[] {
  const made: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = made.at(-1);
    if (open && open.last === number - 1) open.last = number;
    else made.push({ first: number, last: number });
  }
  const alone = (n: number) => ({ first: n, last: n });
  return made.flatMap((one) =>
    one.last === one.first + 1 ? [alone(one.first), alone(one.last)] : [one],
  );
}
