import type { BlockRow } from "../model";

/** Code points in a text. */
interface Stretch {
  start: number;
  end: number;
}

/** Stretches in order of where they begin, those that touch or overlap as one. */
export function joinedStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/**
 * The blocks of a text of which only `kept` is left: every other code point is a space, and the blocks that went are
 * the white space before the next one, so that what is left stands at the offsets where it stood.
 *
 * @param blocks those that `kept` touches, in order. @param kept in order, none over another.
 */
export function blankedBlocks(
  blocks: readonly BlockRow[],
  kept: readonly Stretch[],
): Omit<BlockRow, "replaced">[] {
  let at = 0;
  return blocks.map(({ n, start, end, text, form, level }) => {
    const before = " ".repeat(start - at);
    at = end;
    const here = kept.filter((stretch) => stretch.start < end && stretch.end > start);
    const [only] = here;
    // What a block is written as is told by all of it.
    if (only && only.start <= start && only.end >= end) {
      return { n, start, end, before, text, form, level };
    }
    const signs = [...text].map((sign, i) =>
      here.some((stretch) => stretch.start <= start + i && start + i < stretch.end) ? sign : " ",
    );
    return { n, start, end, before, text: signs.join(""), form: "paragraph", level: 0 };
  });
}
