import type { ListStyle, ListType, MarkType } from "./rich-format";

export type TextMark =
  | { type: Exclude<MarkType, "link"> }
  | { type: "link"; attrs: { href: string } };
export interface TextNode {
  type: "text";
  text: string;
  marks?: TextMark[];
}
export type InlineNode = TextNode | { type: "hardBreak"; marks?: TextMark[] };
export interface ParagraphNode {
  type: "paragraph";
  content?: InlineNode[];
}
export interface ListItemNode {
  type: "listItem";
  content: BlockNode[];
}
export interface ListNode {
  type: ListType;
  /** Of a numbered list: where it starts, and its letters or Roman numerals when it has them. */
  attrs?: { start: number; type?: ListStyle };
  content: ListItemNode[];
}
export type BlockNode = ParagraphNode | ListNode;
/** The text of a requirement: Tiptap JSON in canonical form, with only the attributes we know. */
export interface Body {
  type: "doc";
  content: BlockNode[];
}

/** The plain words, one line per paragraph, list item or hard break. */
export function bodyText(body: Body): string {
  return lines(body.content).join("\n").trim();
}

/** How deep the lists stand in each other; 0 without a list. */
export function listLevels(blocks: BlockNode[]): number {
  return Math.max(
    0,
    ...blocks.map((node) =>
      node.type === "paragraph"
        ? 0
        : 1 + Math.max(...node.content.map((item) => listLevels(item.content))),
    ),
  );
}

function lines(blocks: BlockNode[]): string[] {
  return blocks.flatMap((node) =>
    node.type === "paragraph"
      ? [(node.content ?? []).map((inner) => (inner.type === "text" ? inner.text : "\n")).join("")]
      : node.content.flatMap((item) => lines(item.content)),
  );
}

/** Plain lines as a text: each line that says something becomes a paragraph. */
export function bodyOfLines(text: string): Body {
  const paragraphs = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map(
      (line): ParagraphNode => ({
        type: "paragraph",
        content: [{ type: "text", text: line.normalize("NFC") }],
      }),
    );
  return { type: "doc", content: paragraphs.length > 0 ? paragraphs : [{ type: "paragraph" }] };
}
