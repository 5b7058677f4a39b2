import { Invalid, says, TooLarge } from "../../../kernel/errors";
import { MAX_TEXT_LENGTH } from "../../model";
import type { Convert, Remark } from "../model";
import { type Habits, toDrafts } from "./blocks";
import { toBlocks } from "./classify";
import { type Furniture, furnitureOf } from "./furniture";
import { wordsOf } from "./hyphens";
import { layOut } from "./layout";
import type { Line, Page, Piece } from "./model";
import { type OpenPdf, openPdf } from "./open";
import { isGarbage } from "./plausible";
import { textOf, usualSize } from "./rows";
import { write } from "./write";

/** Most pages in one file: a tender with all its annexes has some hundreds. */
export const MAX_PAGES = 2_000;

/**
 * Reads a PDF: what is text on it, in the order of reading, with where each page begins.
 *
 * A file that says what its headings, lists and tables are is believed; otherwise they are seen by place, size and
 * weight. What stands on every page (running heads, page numbers) is left out, and a remark names it; so is what
 * nobody sees, and what stands askew.
 *
 * @throws Invalid `pdfBroken`, `pdfPassword`, `pdfPicture`, `pdfGarbage`, `pdfForm`; TooLarge `tooManyPages`,
 *   `tooMuchText`; all under `sources.errors`, with {fileName}.
 */
export const convertPdf: Convert = async (file, _choices, progress) => {
  const { fileName } = file;
  const pdf = await openPdf(file);
  try {
    if (pdf.pages > MAX_PAGES) {
      const params = { fileName, pages: pdf.pages, limit: MAX_PAGES };
      throw new TooLarge("sources.errors.tooManyPages", params);
    }
    if (pdf.dynamicForm) throw new Invalid("sources.errors.pdfForm", { fileName });
    const { pages, broken } = await readPages(pdf, fileName, progress);
    if (broken.length === pages.length) throw new Invalid("sources.errors.pdfBroken", { fileName });
    const garbage = garbagePages(pages);
    const empty = numbers(pages, (page) => page.words.length === 0 && page.painted);
    if (pages.every((page) => page.words.length === 0)) {
      throw new Invalid("sources.errors.pdfPicture", { fileName });
    }
    const written = numbers(pages, (page) => page.words.length > 0).length;
    if (garbage.length > written / 2) throw new Invalid("sources.errors.pdfGarbage", { fileName });

    const furniture = furnitureOf(pages);
    const pieces = pages.flatMap((page, n) => layOut(page, n, furniture.words));
    const habits = habitsOf(pages, pieces);
    const blocks = toBlocks(toDrafts(pieces, habits), habits);
    const { text, pages: starts } = write(blocks, pages.length);
    return {
      text,
      pages: starts,
      remarks: remarksOf({
        pages,
        broken,
        garbage,
        empty,
        furniture,
        attachments: pdf.attachments,
      }),
      trackedChanges: null,
      attachments: [],
    };
  } finally {
    await pdf.close().catch(() => undefined);
  }
};

const NO_PAGE: Page = {
  width: 0,
  height: 0,
  words: [],
  rules: [],
  tags: new Map(),
  turned: [],
  hidden: [],
  painted: false,
  recognised: false,
};

async function readPages(
  pdf: OpenPdf,
  fileName: string,
  progress: (done: number, total: number) => void,
): Promise<{ pages: Page[]; broken: number[] }> {
  const pages: Page[] = [];
  const broken: number[] = [];
  let letters = 0;
  for (let n = 0; n < pdf.pages; n++) {
    // A damaged page does not take the others with it.
    const page = await pdf.read(n).catch(() => null);
    if (page === null) broken.push(n + 1);
    pages.push(page ?? NO_PAGE);
    for (const word of page?.words ?? []) letters += word.text.length;
    if (letters > MAX_TEXT_LENGTH) {
      throw new TooLarge("sources.errors.tooMuchText", { fileName, limit: MAX_TEXT_LENGTH });
    }
    progress(n + 1, pdf.pages);
  }
  return { pages, broken };
}

function garbagePages(pages: readonly Page[]): number[] {
  return numbers(pages, ({ words }) => isGarbage(words.map((word) => word.text).join(" ")));
}

/** Numbers, from 1, of the pages for which something holds. */
function numbers(pages: readonly Page[], holds: (page: Page) => boolean): number[] {
  return pages.flatMap((page, n) => (holds(page) ? [n + 1] : []));
}

function habitsOf(pages: readonly Page[], pieces: readonly Piece[]): Habits {
  const lines = pieces.flatMap((piece) => (piece.kind === "column" ? piece.column.lines : []));
  const body = usualSize(lines.flatMap((line) => line.words)) || 10;
  return {
    body,
    leading: leadingOf(pieces, body),
    known: wordsOf(lines.map((line) => textOf(line.words))),
    headings: pages.some(({ tags }) => [...tags.values()].some((tag) => tag.kind === "heading")),
  };
}

/** The distance from line to line that occurs most after a full line, in letter sizes: the smallest usual one. */
function leadingOf(pieces: readonly Piece[], body: number): number {
  const gaps = new Map<number, number>();
  let all = 0;
  for (const piece of pieces) {
    if (piece.kind !== "column") continue;
    const { left, right, lines } = piece.column;
    let last: Line | null = null;
    for (const line of lines) {
      const gap = last ? (line.baseline - last.baseline) / body : 0;
      const full =
        last !== null && last.right > left + 0.8 * (right - left) && last.words.length > 3;
      if (full && gap > 0.8 && gap < 4 && Math.abs(line.size - body) < 0.1 * body) {
        const rounded = Math.round(gap * 20) / 20;
        gaps.set(rounded, (gaps.get(rounded) ?? 0) + 1);
        all++;
      }
      last = line;
    }
  }
  const usual = [...gaps].filter(([, times]) => times >= all * 0.2).map(([gap]) => gap);
  // A few lines only, far apart, are paragraphs.
  return Math.min(...usual, all < 12 ? 1.5 : Number.POSITIVE_INFINITY) || 1.35;
}

interface Found {
  pages: readonly Page[];
  broken: number[];
  garbage: number[];
  empty: number[];
  furniture: Furniture;
  attachments: number;
}

/** What there is to say about how the text came about, in the order of importance. */
function remarksOf({ pages, broken, garbage, empty, furniture, attachments }: Found): Remark[] {
  const remarks: Remark[] = [];
  const onPages = (key: Remark["key"], found: readonly number[]) => {
    if (found.length > 0)
      remarks.push({ key, params: { count: found.length, pages: ranges(found) } });
  };
  onPages(says("sources.remarks.pdfPictures"), empty);
  onPages(says("sources.remarks.pdfBroken"), broken);
  onPages(says("sources.remarks.pdfGarbage"), garbage);
  onPages(
    says("sources.remarks.pdfRecognised"),
    numbers(pages, (page) => page.recognised),
  );
  const quote = (key: Remark["key"], words: readonly string[]) => {
    if (words.length > 0)
      remarks.push({ key, params: { count: words.length, words: excerpt(words) } });
  };
  if (furniture.count > 0) {
    const words = excerpt(furniture.texts.map((text) => `‘${text}’`));
    remarks.push({
      key: says("sources.remarks.pdfFurniture"),
      params: { count: furniture.count, words },
    });
  }
  quote(
    says("sources.remarks.pdfTurned"),
    pages.flatMap((page) => page.turned),
  );
  quote(
    says("sources.remarks.hidden"),
    pages.flatMap((page) => page.hidden),
  );
  if (attachments > 0) {
    remarks.push({ key: says("sources.remarks.embedded"), params: { count: attachments } });
  }
  if (!pages.some((page) => page.tags.size > 0)) {
    remarks.push({ key: says("sources.remarks.pdfUntagged"), params: {} });
  }
  return remarks;
}

/** The first of the words, as many as fit in a sentence. */
function excerpt(words: readonly string[]): string {
  const text = words.slice(0, 40).join(" ");
  return text.length > 160 ? `${text.slice(0, 160).trimEnd()}…` : text;
}

/** "1, 3–5". */
function ranges(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  const shown = runs.slice(0, 20).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return shown.join(", ") + (runs.length > 20 ? ", …" : "");
}
