import { codePointLength, trimRange } from "@/domain/text/rules";

/** Words somebody chose in a source; code points in the text of the version. */
export interface ChosenWords {
  start: number;
  end: number;
  exact: string;
}

/** Words within a text that begins at code point `origin`; null when only white space is chosen. */
export function chosenIn(
  text: string,
  origin: number,
  from: number,
  to: number,
): ChosenWords | null {
  const { start, end } = trimRange(text, from, to);
  if (start >= end) return null;
  const exact = text.slice(start, end);
  const first = origin + codePointLength(text.slice(0, start));
  return { start: first, end: first + codePointLength(exact), exact };
}

/** The block a place in the page stands in, as its attributes describe it. */
export interface PageBlock {
  n: number;
  start: number;
  text: string;
}

/** Reads a block of `ReadingText` back from the page. */
export function readBlock(element: HTMLElement): PageBlock {
  return {
    n: Number(element.dataset.block),
    start: Number(element.dataset.start),
    text: wordsElement(element)?.textContent ?? "",
  };
}

function wordsElement(block: HTMLElement): HTMLElement | null {
  return block.querySelector<HTMLElement>("[data-words]");
}

/**
 * The words of a selection in the page. Unseen markers count: the page holds the whole text of
 * each block, so a place in it is a place in the text.
 */
export function chosenInPage(container: HTMLElement, range: Range): ChosenWords | null {
  const blocks = [...container.querySelectorAll<HTMLElement>("[data-block]")].filter((block) => {
    const words = wordsElement(block);
    return words !== null && range.intersectsNode(words);
  });
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return null;
  let text = "";
  let from = 0;
  let to = 0;
  for (const block of blocks) {
    const words = wordsElement(block);
    if (!words) continue;
    if (block !== first) text += block.dataset.before ?? "";
    if (block === first) from = offsetIn(words, range.startContainer, range.startOffset) ?? 0;
    const length = words.textContent.length;
    to =
      text.length +
      (block === last ? (offsetIn(words, range.endContainer, range.endOffset) ?? length) : length);
    text += words.textContent;
  }
  return chosenIn(text, Number(first.dataset.start), from, to);
}

/** UTF-16 offset of a place within an element, or null when the place lies outside it. */
function offsetIn(element: HTMLElement, node: Node, offset: number): number | null {
  if (!element.contains(node)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return before.toString().length;
}
