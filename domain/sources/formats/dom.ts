import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, type TreeAdapter } from "parse5";
import { Invalid, TooLarge } from "@/domain/kernel/errors";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type Document = DefaultTreeAdapterTypes.Document;

/** Deeper than any page people read, and shallow enough to walk through. */
const MAX_DEPTH = 500;
/** Elements in one page; a text of 5 MB has some 100,000. */
const MAX_ELEMENTS = 1_000_000;

/**
 * Reads HTML as a browser does, whatever is wrong with it, and fetches nothing.
 *
 * @throws Invalid with `sources.errors.tooDeep`, TooLarge with `sources.errors.tooMuchText`, each with {fileName}.
 */
export function parseHtml(html: string, fileName: string): Document {
  let depth = 0;
  let elements = 0;
  const treeAdapter: TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement: (...args) => {
      // A few unclosed tags of letters are repeated in every paragraph that follows.
      if (++elements > MAX_ELEMENTS) throw new TooLarge("sources.errors.tooMuchText", { fileName });
      return defaultTreeAdapter.createElement(...args);
    },
    onItemPush: () => {
      if (++depth > MAX_DEPTH) throw new Invalid("sources.errors.tooDeep", { fileName });
    },
    onItemPop: () => {
      depth--;
    },
  };
  return parse(html, { treeAdapter });
}

export const isElement = (node: Node): node is Element => "tagName" in node;

export function childrenOf(node: Node): Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? "";
}

/** All words below a node as they stand. */
export function wordsOf(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  return childrenOf(node).map(wordsOf).join("");
}

/** The first element below that `is` holds for, in the order of the page. */
export function find(node: Node, is: (element: Element) => boolean): Element | null {
  for (const inner of childrenOf(node)) {
    const found = isElement(inner) && is(inner) ? inner : find(inner, is);
    if (found !== null) return found;
  }
  return null;
}

/** Whether it is there for machines, or taken out of sight. */
export function isHidden(element: Element): boolean {
  if (element.attrs.some(({ name }) => name === "hidden")) return true;
  const style = attribute(element, "style");
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style);
}
