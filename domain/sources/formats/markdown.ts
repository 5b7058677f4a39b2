import { scanBlocks } from "@/domain/text/blocks";
import {
  attribute,
  childrenOf,
  type Element,
  isElement,
  isHidden,
  type Node,
  wordsOf,
} from "./dom";
import { type Cell, cellOf, isLayout, onOneLine, rowsOf, tableLines } from "./grid";
import { Inline, type Mark, shifted } from "./inline";
import { isTitle, type List, listOf, markerOf, wordMarker } from "./lists";

export interface Written {
  text: string;
  pictures: number;
  /** Words that a reader of the page would not see. */
  hidden: string;
}

export interface WritingOptions {
  /** Tabs count, as in a word processor; in HTML they are spaces. */
  tabs?: boolean;
}

/** How what is visited now looks, and where it is. */
interface Context {
  marks: ReadonlySet<Mark>;
  shift: "raised" | "lowered" | null;
  /** Line breaks and spaces count. */
  verbatim: boolean;
  list: List | null;
  /** How many lists deep. */
  depth: number;
  quote: number;
}

/** What the next words are. */
type Block =
  | { as: "paragraph" }
  | { as: "heading"; level: number; marker: string }
  /** `begun` once its first words were written: what follows stands below them. */
  | { as: "item"; depth: number; marker: string; begun?: boolean };

const NO_TEXT = new Set(
  (
    "audio button canvas datalist embed head iframe link map meta nav noscript object option rp rt script " +
    "select style svg template title video"
  ).split(" "),
);
const BLOCKS = new Set(
  (
    "address article aside body caption center dd details dialog div dl dt fieldset figcaption figure footer " +
    "form header hgroup hr html legend main menu p search section summary tbody td tfoot th thead tr"
  ).split(" "),
);
const PARAGRAPH: Block = { as: "paragraph" };
/** Deeper lists and quotations are written as deep as this. */
const MAX_INDENT = 12;
const MAX_QUOTE = 6;
/** Signs that show nothing: a place where a word may be broken, and the like. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Writes a tree of HTML as the Markdown that every format is read into (see `Converted`). Words are kept, links and
 * pictures are not.
 */
export function toMarkdown(root: Node, options: WritingOptions = {}): Written {
  const writer = new Writer(options);
  writer.visit(root, TOP);
  return { text: writer.finish(), pictures: writer.pictures, hidden: writer.hidden };
}

const TOP: Context = {
  marks: new Set(),
  shift: null,
  verbatim: false,
  list: null,
  depth: 0,
  quote: 0,
};

class Writer {
  pictures = 0;
  hidden = "";
  private readonly chunks: string[] = [];
  private readonly inline = new Inline();
  private block: Block = PARAGRAPH;
  private quote = 0;

  constructor(private readonly options: WritingOptions) {}

  /** Paragraphs with an empty line between them, and the items of a list without. */
  finish(): string {
    this.flush();
    let text = "";
    let wasItem = false;
    for (const chunk of this.chunks) {
      const isItem = scanBlocks(chunk.slice(0, 200))[0]?.form === "listItem";
      if (text !== "") text += wasItem && isItem ? "\n" : "\n\n";
      text += chunk;
      wasItem = isItem;
    }
    return text === "" ? "" : `${text}\n`;
  }

  visit(node: Node, context: Context): void {
    if (!isElement(node)) {
      if (node.nodeName === "#text") this.words(wordsOf(node), context);
      else this.inside(node, context);
      return;
    }
    const tag = node.tagName;
    if (NO_TEXT.has(tag) || attribute(node, "role") === "navigation") return;
    if (isHidden(node)) {
      this.hidden += ` ${wordsOf(node)}`;
      return;
    }
    if (tag === "br") this.inline.add("\n", context.marks);
    else if (tag === "img") this.picture(node);
    else if (tag === "input") this.box(node, context);
    else if (tag === "table") this.table(node, context);
    else if (tag === "ul" || tag === "ol") this.list(node, context);
    else this.element(node, tag, context);
  }

  private inside(node: Node, context: Context): void {
    for (const inner of childrenOf(node)) this.visit(inner, context);
  }

  private element(node: Element, tag: string, context: Context): void {
    const look = lookOf(node, tag, context);
    const level = headingLevel(node, tag);
    const item = /^item(\d)$/.exec(tag)?.[1];
    const word = level === null ? wordMarker(node) : null;
    if (/^MsoToc/i.test(attribute(node, "class"))) return;
    // The number that Word wrote into the text of a list: it is the mark already.
    if (/mso-list\s*:\s*ignore/i.test(attribute(node, "style"))) return;
    if (level !== null) {
      const marker = this.block.as === "item" ? this.block.marker : "";
      this.within({ as: "heading", level, marker }, look, node);
    } else if (item !== undefined) {
      this.within({ as: "item", depth: Number(item), marker: "" }, look, node);
    } else if (word !== null) {
      this.within({ as: "item", ...word }, look, node);
    } else if (tag === "li") {
      const marker = markerOf(node, context.list);
      const inside = { ...look, depth: context.depth };
      this.within({ as: "item", depth: Math.max(context.depth - 1, 0), marker }, inside, node);
    } else if (tag === "blockquote") {
      this.quoted(node, { ...look, quote: Math.min(context.quote + 1, MAX_QUOTE) });
    } else if (BLOCKS.has(tag) || tag === "pre") {
      this.flush();
      this.inside(node, { ...look, verbatim: look.verbatim || tag === "pre" });
      this.flush();
    } else if (tag === "q") {
      this.words("“", context);
      this.inside(node, look);
      this.words("”", context);
    } else {
      this.inside(node, look);
    }
  }

  private within(block: Block, context: Context, node: Node): void {
    this.flush();
    const before = this.block;
    this.block = block;
    this.inside(node, context);
    this.flush();
    // The mark of an item stands before its first words only.
    this.block = before.as === "item" ? { ...before, marker: "", begun: true } : before;
  }

  private quoted(node: Node, context: Context): void {
    this.flush();
    const before = this.quote;
    this.quote = context.quote;
    this.inside(node, context);
    this.flush();
    this.quote = before;
  }

  private list(node: Element, context: Context): void {
    this.flush();
    const list = listOf(node);
    this.inside(node, { ...context, list, depth: Math.min(context.depth + 1, MAX_INDENT) });
    this.flush();
  }

  private words(words: string, context: Context): void {
    const seen = words.replace(UNSEEN, "");
    const spaces = this.options.tabs ? /[ \r\n\f]+/g : /[ \t\r\n\f]+/g;
    const spaced = context.verbatim ? seen.replace(/\r\n?/g, "\n") : seen.replace(spaces, " ");
    this.inline.add(context.shift ? shifted(spaced, context.shift) : spaced, context.marks);
  }

  private picture(node: Element): void {
    const tiny = [attribute(node, "width"), attribute(node, "height")].some((size) =>
      /^[0-2](?:px)?$/.test(size),
    );
    if (!tiny) this.pictures++;
  }

  private box(node: Element, context: Context): void {
    const type = attribute(node, "type").toLowerCase();
    if (type !== "checkbox" && type !== "radio") return;
    const ticked = node.attrs.some(({ name }) => name === "checked");
    this.words(ticked ? "☒ " : "☐ ", context);
  }

  private flush(): void {
    const block = this.block;
    const lines = this.inline.takeLines(block.as === "heading");
    if (lines.length === 0) return;
    if (block.as === "heading") {
      const mark = block.marker === "" || block.marker === "-" ? "" : `${block.marker} `;
      this.push([`${"#".repeat(block.level)} ${mark}${lines.join(" ")}`]);
    } else if (block.as === "item") {
      const indent = "  ".repeat(Math.min(block.depth, MAX_INDENT));
      const marker = block.marker === "" ? "" : `${block.marker} `;
      const before = (i: number) => (i > 0 || block.begun ? "  " : marker);
      this.push(lines.map((line, i) => indent + before(i) + line));
      this.block = { ...block, marker: "", begun: true };
    } else {
      this.push(lines);
    }
  }

  private push(lines: readonly string[]): void {
    const quote = "> ".repeat(this.quote);
    this.chunks.push(lines.map((line) => quote + line).join("\n"));
  }

  private table(node: Element, context: Context): void {
    this.flush();
    const caption = childrenOf(node).find((inner) => inner.nodeName === "caption");
    if (caption) this.inside(caption, context);
    this.flush();
    const rows = rowsOf(node);
    if (isLayout(node, rows)) {
      for (const cell of rows.flat()) {
        this.inside(cell, context);
        this.flush();
      }
    } else {
      const lines = tableLines(rows.map((row) => row.map((cell) => this.cell(cell, context))));
      if (lines.length > 0) this.push(lines);
    }
  }

  private cell(node: Element, { marks }: Context): Cell {
    const inner = new Writer(this.options);
    inner.inside(node, { ...TOP, marks });
    inner.flush();
    this.pictures += inner.pictures;
    this.hidden += inner.hidden;
    return cellOf(node, onOneLine(inner.chunks));
  }
}

/** Letters as an element has them, within those around it. */
function lookOf(node: Element, tag: string, context: Context): Context {
  const style = attribute(node, "style");
  const marks = new Set(context.marks);
  const set = (mark: Mark, on: boolean | null) => {
    if (on === true) marks.add(mark);
    if (on === false) marks.delete(mark);
  };
  set("bold", tag === "b" || tag === "strong" ? true : null);
  set("slanted", tag === "i" || tag === "em" ? true : null);
  set("struck", tag === "s" || tag === "strike" || tag === "del" ? true : null);
  if (style !== "") {
    const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
    set("bold", weight === undefined ? null : /^(?:bold|bolder|[6-9]00)$/i.test(weight));
    const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1];
    set("slanted", slant === undefined ? null : /^(?:italic|oblique)$/i.test(slant));
    set("struck", /text-decoration[^;:]{0,8}:[^;]{0,40}line-through/i.test(style) ? true : null);
  }
  const shift = tag === "sup" ? "raised" : tag === "sub" ? "lowered" : context.shift;
  return { ...context, marks, shift };
}

function headingLevel(node: Element, tag: string): number | null {
  if (/^h[1-6]$/.test(tag)) return Number(tag[1]);
  if (attribute(node, "role") === "heading") {
    return Math.min(Math.max(Number.parseInt(attribute(node, "aria-level"), 10) || 2, 1), 6);
  }
  return isTitle(node) ? 1 : null;
}
