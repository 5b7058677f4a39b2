import { attribute, childrenOf, type Element, find, isElement, wordsOf } from "./dom";
import { written } from "./word/numbering";

/** A list that is being written: how its items are marked, and which number comes next. */
export interface List {
  format: string;
  next: number;
  step: 1 | -1;
}

const FORMATS: Record<string, string> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
const STYLES: Record<string, string> = {
  "lower-alpha": "lowerLetter",
  "lower-latin": "lowerLetter",
  "upper-alpha": "upperLetter",
  "upper-latin": "upperLetter",
  "lower-roman": "lowerRoman",
  "upper-roman": "upperRoman",
};

export function listOf(element: Element): List {
  if (element.tagName === "ul") return { format: "bullet", next: 0, step: 1 };
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attribute(element, "style"))?.[1];
  const format = STYLES[style?.toLowerCase() ?? ""] ?? FORMATS[attribute(element, "type")];
  const reversed = element.attrs.some(({ name }) => name === "reversed");
  const items = childrenOf(element).filter((node) => node.nodeName === "li").length;
  const start = wholeNumber(attribute(element, "start"));
  return {
    format: format ?? "decimal",
    next: start ?? (reversed ? items : 1),
    step: reversed ? -1 : 1,
  };
}

/** The mark of the next item, and counts on. An item without a list around it is one of a list of bullets. */
export function markerOf(item: Element, list: List | null): string {
  if (list === null || list.format === "bullet") return "-";
  const value = wholeNumber(attribute(item, "value")) ?? list.next;
  list.next = value + list.step;
  return `${written(value, list.format)}.`;
}

function wholeNumber(text: string): number | undefined {
  return /^\s*-?\d{1,7}\s*$/.test(text) ? Number(text) : undefined;
}

/**
 * An item of a list as Word saves it in HTML: a paragraph that says at which level it is, with the mark as words in it.
 * Null for any other paragraph.
 */
export function wordMarker(element: Element): { depth: number; marker: string } | null {
  const level = /mso-list\s*:\s*\w{1,20}\s+level(\d)/i.exec(attribute(element, "style"))?.[1];
  if (element.tagName !== "p" || level === undefined) return null;
  const mark = find(element, (at) => /mso-list\s*:\s*ignore/i.test(attribute(at, "style")));
  const words = mark === null ? "" : wordsOf(mark).replace(/[\s\u00a0]+/g, "");
  // A bullet is a sign of some font; an "o" is one too.
  const marker = /^(?:\(?(?:\d+|[a-z]{1,4})[.):]|\d+(?:\.\d+)+|\d+)$/i.test(words) ? words : "-";
  return {
    depth: Math.max(Number(level) - 1, 0),
    marker: /^\d+$/.test(marker) ? `${marker}.` : marker,
  };
}

/** Whether it is the title of the page by the style Word gave it. */
export function isTitle(element: Element): boolean {
  return isElement(element) && /(?:^|\s)MsoTitle\b/i.test(attribute(element, "class"));
}
