import type { Replaced } from "../../privacy/rules/layer";
import { CodePointIndex, codePointLength } from "../../text/rules";

/** A block of a version with what is replaced in it, by places in code points of the version. */
interface ReadBlock {
  start: number;
  end: number;
  before: string;
  text: string;
  replaced?: readonly Replaced[];
}

/** A text as outsiders read it, and where what stood in the version stands in it. */
export interface RewrittenText {
  blocks: { start: number; end: number; before: string; text: string }[];
  /** Code points. */
  characters: number;
  replaced: number;
  /** Where a stretch of the version stands now; of what is cut by a replacement all of that is in it. */
  place(start: number, end: number): { start: number; end: number };
}

interface Shift {
  /** In the version. */
  start: number;
  end: number;
  /** In the text as it is read. */
  at: number;
  length: number;
}

/**
 * Puts words in place of what is replaced in the blocks of a version, and tells where its stretches are then.
 *
 * @param blocks all of a version, in order; `replaced` in order, none in another.
 */
export function rewritten(blocks: readonly ReadBlock[]): RewrittenText {
  const made: RewrittenText["blocks"] = [];
  const shifts: Shift[] = [];
  let at = 0;
  for (const { start, end, before, text, replaced = [] } of blocks) {
    at += codePointLength(before);
    const from = at;
    const index = new CodePointIndex(text);
    let out = "";
    let done = start;
    for (const place of replaced) {
      const cut = { start: Math.max(place.start, done), end: Math.min(place.end, end) };
      if (cut.end <= cut.start) continue;
      const kept = text.slice(index.toUtf16(done - start), index.toUtf16(cut.start - start));
      out += kept + place.words;
      at += cut.start - done;
      const length = codePointLength(place.words);
      shifts.push({ ...cut, at, length });
      at += length;
      done = cut.end;
    }
    out += text.slice(index.toUtf16(done - start));
    at += end - done;
    made.push({ start: from, end: at, before, text: out });
  }
  const inText = (place: number, side: "start" | "end"): number => {
    const last = lastBefore(shifts, place);
    if (!last) return place;
    if (place < last.end) return side === "start" ? last.at : last.at + last.length;
    return place - last.end + last.at + last.length;
  };
  return {
    blocks: made,
    characters: at,
    replaced: shifts.length,
    place: (start, end) => ({
      start: inText(start, "start"),
      // The end is after the last sign: what it stands in is what that sign is in.
      end:
        end > start
          ? inText(end - 1, "end") + (inReplaced(shifts, end - 1) ? 0 : 1)
          : inText(start, "start"),
    }),
  };
}

function inReplaced(shifts: readonly Shift[], place: number): boolean {
  const last = lastBefore(shifts, place);
  return last !== undefined && place < last.end;
}

/** The last that begins at or before a place. */
function lastBefore(shifts: readonly Shift[], place: number): Shift | undefined {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1];
}
