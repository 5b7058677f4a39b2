import type { BlockRow } from "@/domain/sources/model";

/** Each run of items of a list and of rows of a table as one group, any other block on its own. */
export function inRuns(blocks: BlockRow[]): BlockRow[][] {
  const groups: BlockRow[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const runs = block.form === "listItem" || (block.form === "tableRow" && !isBreak(block));
    if (runs && last?.[0]?.form === block.form) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Between two tables stands an empty line. */
function isBreak({ before }: BlockRow): boolean {
  return before.split("\n").length > 2;
}

const HEADING_TAGS = ["h3", "h4", "h5", "h6"] as const;
export type HeadingTag = (typeof HEADING_TAGS)[number];

/** Headings of the source stand below those of the page, and skip no level even where it does. */
export function headingTags(blocks: BlockRow[]): Map<number, HeadingTag> {
  const tags = new Map<number, HeadingTag>();
  let above: number[] = [];
  for (const block of blocks) {
    if (block.form !== "heading") continue;
    above = above.filter((level) => level < block.level);
    tags.set(block.n, HEADING_TAGS[above.length] ?? "h6");
    above.push(block.level);
  }
  return tags;
}
