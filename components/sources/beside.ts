import { shortened } from "@/components/text/shortened";
import type { BlockRow } from "@/domain/sources/model";
import type { QuotedStretch, RestingTag } from "@/domain/trace/model";

/** Things that are named beside one block; the rest stands on the page of its words. */
const MOST_BESIDE = 8;
/** And beside all blocks of a page together, so that one on which much rests is no heavier than another. */
const MOST_ON_PAGE = 160;
/** Longest piece of text beside a code, in UTF-16 units: enough to know it by. */
const TEXT_LENGTH = 80;

/** What rests on a block, in short. */
export interface Beside {
  /** Number of the block. */
  n: number;
  /** The furthest along the way first: that is what one wants to know. */
  tags: RestingTag[];
  /** What is not among the tags. */
  more: number;
}

const FURTHEST_FIRST = ["requirement", "coreValue", "reaction", "statement"] as const;

/** What to name beside each block on which something rests; stretches and blocks of one page. */
export function besideBlocks(
  blocks: readonly Pick<BlockRow, "n" | "start" | "end">[],
  stretches: readonly QuotedStretch[],
): Beside[] {
  const resting = blocks.flatMap(({ n, start, end }) => {
    const own = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
    const tags = unique(own.flatMap((stretch) => stretch.tags));
    if (tags.length === 0) return [];
    const named = tags.filter((tag) => tag.kind === "requirement").length;
    const requirements = Math.max(0, ...own.map((stretch) => stretch.requirements));
    return [{ n, tags, total: tags.length + Math.max(0, requirements - named) }];
  });
  const each = Math.floor(MOST_ON_PAGE / resting.length);
  return resting.map(({ n, tags, total }) => {
    const shown = tags.slice(0, Math.max(1, Math.min(MOST_BESIDE, each)));
    return {
      n,
      tags: shown.map((tag) => ({ ...tag, text: shortened(tag.text, TEXT_LENGTH) })),
      more: total - shown.length,
    };
  });
}

function unique(tags: readonly RestingTag[]): RestingTag[] {
  return [...new Map(tags.map((tag) => [`${tag.kind}${tag.id}`, tag])).values()].sort(
    (a, b) => FURTHEST_FIRST.indexOf(a.kind) - FURTHEST_FIRST.indexOf(b.kind),
  );
}

/** How far along the way to the requirements words are. */
export type Level = "input" | "coreValue" | "requirement";

export function levelOf(stretch: QuotedStretch): Level {
  if (stretch.requirements > 0) return "requirement";
  return stretch.tags.some((tag) => tag.kind === "coreValue") ? "coreValue" : "input";
}
