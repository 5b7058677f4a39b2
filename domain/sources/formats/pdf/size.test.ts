import { expect, it } from "vitest";
import { expectLinear } from "@/tests/growth";
import { layOut } from "./layout";
import type { Page, Word } from "./model";

const word = (text: string, left: number, baseline: number): Word => ({
  text,
  left,
  right: left + text.length * 5,
  baseline,
  size: 10,
  bold: false,
  italic: false,
  spaced: true,
  mark: -1,
});

/** Lines of eight words, in a page as long as it takes. */
function pageOf(lines: number): Page {
  const words = Array.from({ length: lines * 8 }, (_, i) =>
    word("woord", 60 + (i % 8) * 28, 100 + Math.floor(i / 8) * 13),
  );
  return {
    width: 595,
    height: 842,
    words,
    rules: [],
    tags: new Map(),
    turned: [],
    hidden: [],
    painted: false,
    recognised: false,
  };
}

it("a page takes time in proportion to its words", () => {
  expectLinear(2_000, pageOf, (page) => layOut(page, 0, new Set()));
});

it("a page of any length is read", () => {
  const [piece, ...more] = layOut(pageOf(30_000), 0, new Set());
  expect(more).toEqual([]);
  expect(piece?.kind === "column" && piece.column.lines.length).toBe(30_000);
});
