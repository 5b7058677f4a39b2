import { type Draft, type Drafted, draftText, type Habits } from "./blocks";
import type { Block, Span } from "./model";

/** Longest heading, in letters. */
const LONGEST_HEADING = 200;
/** Longest heading of which only the weight says that it is one. */
const LONGEST_BOLD = 90;
/** Letters this much larger than running text head something. */
const LARGER = 1.12;

/** Says of each draft what it is: heading with its level, item with its depth, or paragraph. */
export function toBlocks(drafts: readonly Drafted[], habits: Habits): Block[] {
  const levels = levelsOf(drafts, habits);
  let indents: number[] = [];
  return drafts.map((draft, i): Block => {
    if (draft.kind === "table") {
      indents = [];
      return draft.rows.length > 1
        ? { kind: "table", rows: draft.rows }
        : { kind: "paragraph", spans: sideBySide(draft.rows[0] ?? []) };
    }
    const heading = headingSize(draft, drafts[i + 1], habits);
    if (draft.tag?.kind === "heading" || heading !== null) {
      indents = [];
      const spans = draft.marker
        ? [
            { text: `${draft.marker.text} `, bold: true, italic: false, page: draft.page },
            ...draft.spans,
          ]
        : draft.spans;
      const level =
        draft.tag?.kind === "heading" ? draft.tag.level : (levels.get(heading ?? 0) ?? 2);
      return { kind: "heading", level, spans };
    }
    if (draft.kind === "item" && draft.marker) {
      const { left, text } = draft.marker;
      indents = [...indents.filter((indent) => indent < left - 4), left];
      const depth = draft.tag && draft.tag.level > 0 ? draft.tag.level : indents.length;
      return { kind: "item", depth, marker: text, spans: draft.spans };
    }
    if (draft.tag?.kind === "item") {
      return { kind: "item", depth: draft.tag.level, marker: "-", spans: draft.spans };
    }
    if (draft.kind === "text" && (draft.lines[0]?.left ?? 0) < (indents[0] ?? 0) + 4) indents = [];
    return { kind: "paragraph", spans: draft.spans };
  });
}

/** One row is no table, but a frame around words. */
function sideBySide(cells: readonly Span[][]): Span[] {
  return cells.flatMap((spans, c) =>
    c === 0 ? spans : [{ text: " ", bold: false, italic: false, page: null }, ...spans],
  );
}

/** A size by which headings are ranked, bold ones of the size of running text last; null for no heading. */
function headingSize(draft: Draft, next: Drafted | undefined, habits: Habits): number | null {
  const { body } = habits;
  const [line] = draft.lines;
  if (!line || draft.kind === "note" || draft.lines.length > 3) return null;
  if (draft.tag?.kind === "cell" || draft.tag?.kind === "item") return null;
  const text = draftText(draft).trim();
  if (!/\p{L}/u.test(text) || text.length > LONGEST_HEADING) return null;
  if (draft.marker?.text === "-") return null;
  if (line.size >= body * LARGER) return Math.round(line.size * 2) / 2;
  if (habits.headings) return null;
  const bold = draft.spans.every((span) => span.bold || !/[\p{L}\p{N}]/u.test(span.text));
  if (!bold || text.length > LONGEST_BOLD || /[.,;:]$/.test(text)) return null;
  if (line.size < body * 0.95) return null;
  const numbered = draft.marker !== null || /^\d{1,2}(?:\.\d{1,2})*\.? /.test(text);
  // Bold words above ordinary ones, with room above them; a question in bold is a paragraph.
  const heads = next !== undefined && (next.kind === "table" || !isBold(next));
  return numbered || (heads && draft.above > 1.6 && draft.lines.length === 1) ? 0 : null;
}

const isBold = (draft: Draft): boolean => draft.spans.every((span) => span.bold);

/** The level of each size of heading: the largest first, at most six. */
function levelsOf(drafts: readonly Drafted[], habits: Habits): Map<number, number> {
  const sizes = new Set<number>();
  let highest = 1;
  for (const [i, draft] of drafts.entries()) {
    if (draft.kind === "table") continue;
    if (draft.tag?.kind === "heading")
      highest = Math.max(highest, Math.min(draft.tag.level + 1, 6));
    const size = headingSize(draft, drafts[i + 1], habits);
    if (size !== null && draft.tag?.kind !== "heading") sizes.add(size);
  }
  const ranked = [...sizes].sort((a, b) => b - a);
  return new Map(ranked.map((size, i) => [size, Math.min(i + highest, 6)]));
}
