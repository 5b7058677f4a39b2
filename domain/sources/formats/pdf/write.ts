import { normalise } from "../../rules";
import type { Block, Span } from "./model";

export interface Written {
  text: string;
  /** Where each page begins, in code points. */
  pages: number[];
}

/** Writes blocks as plain Markdown, and says where each page begins. */
export function write(blocks: readonly Block[], pageCount: number): Written {
  let text = "";
  let points = 0;
  const starts: (number | undefined)[] = Array.from({ length: pageCount });
  const put = (more: string) => {
    text += more;
    points += codePoints(more);
  };
  const putSpans = (spans: readonly Span[], plain: boolean) => {
    for (const { text: words, page } of styled(spans, plain)) {
      if (page !== null && starts[page] === undefined) {
        // A page begins with a word and not with the space before it.
        const lead = /^\s*/.exec(words)?.[0] ?? "";
        starts[page] = points + codePoints(lead);
      }
      put(normalise(words));
    }
  };
  let before: Block | null = null;
  for (const block of blocks) {
    if (before) put(before.kind === "item" && block.kind === "item" ? "\n" : "\n\n");
    before = block;
    if (block.kind === "table") {
      for (const [r, row] of block.rows.entries()) {
        put(r === 0 ? "" : "\n");
        for (const cell of row) {
          put("| ");
          putSpans(inCell(cell), r === 0);
          put(" ");
        }
        put("|");
        if (r === 0) put(`\n|${" --- |".repeat(row.length)}`);
      }
      continue;
    }
    if (block.kind === "heading") put(`${"#".repeat(block.level)} `);
    if (block.kind === "item") put(`${"  ".repeat(block.depth - 1)}${block.marker} `);
    putSpans(
      block.kind === "heading" ? onOneLine(block.spans) : block.spans,
      block.kind === "heading",
    );
  }
  put(blocks.length > 0 ? "\n" : "");
  return { text, pages: filled(starts, points) };
}

/** A page without words begins where the next one does. */
function filled(starts: readonly (number | undefined)[], end: number): number[] {
  const pages: number[] = [];
  let next = end;
  for (let i = starts.length - 1; i >= 0; i--) {
    next = Math.min(starts[i] ?? next, next);
    pages.unshift(next);
  }
  if (pages.length > 0) pages[0] = 0;
  return pages;
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of normalise(text)) count++;
  return count;
}

function onOneLine(spans: readonly Span[]): Span[] {
  return spans.map((span) => ({ ...span, text: span.text.replaceAll("\n", " ") }));
}

/** An upright bar would end the cell. */
function inCell(spans: readonly Span[]): Span[] {
  return onOneLine(spans).map((span) => ({ ...span, text: span.text.replaceAll("|", "/") }));
}

/** Spans with the marks of their looks around the words, and not around the spaces. */
function styled(spans: readonly Span[], plain: boolean): { text: string; page: number | null }[] {
  const runs: Span[] = [];
  for (const span of spans) {
    const last = runs.at(-1);
    const blank = span.text.trim() === "" && span.page === null;
    if (
      last &&
      span.page === null &&
      (blank || (last.bold === span.bold && last.italic === span.italic))
    ) {
      last.text += span.text;
    } else runs.push({ ...span });
  }
  return runs.map(({ text, bold, italic, page }) => {
    const sign = plain ? "" : "*".repeat((italic ? 1 : 0) + (bold ? 2 : 0));
    const words = text.trim();
    if (sign === "" || !/[\p{L}\p{N}]/u.test(words)) return { text, page };
    const at = text.indexOf(words);
    return { text: text.slice(0, at) + sign + words + sign + text.slice(at + words.length), page };
  });
}
