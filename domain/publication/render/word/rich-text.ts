import { ExternalHyperlink, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { MarkType } from "../../../text/rich-format";
import type { BlockNode, Body, InlineNode, ListNode, TextMark } from "../../../text/rich-text";
import { ListParagraph, textIndent, type WordLists } from "./lists";

/** How each mark looks in Word; a link is more than looks, see `inline`. */
const LOOKS: Record<MarkType, IRunOptions> = {
  link: { style: "Hyperlink" },
  bold: { bold: true },
  italic: { italics: true },
  subscript: { subScript: true },
  superscript: { superScript: true },
};

/** The styles of what is made; without them those that a document has anyhow. */
export interface RichStyles {
  paragraph?: string;
  item?: string;
}

/** The text of a requirement as Word paragraphs: every list, number and mark that can be saved. */
export function richText(body: Body, lists: WordLists, styles: RichStyles = {}): Paragraph[] {
  return body.content.flatMap((node) => block(node, lists, null, styles));
}

/** `level` is that of the list around it, null outside lists. */
function block(
  node: BlockNode,
  lists: WordLists,
  level: number | null,
  styles: RichStyles,
): Paragraph[] {
  if (node.type !== "paragraph") return items(node, lists, level === null ? 0 : level + 1, styles);
  const children = (node.content ?? []).flatMap(inline);
  return [
    new Paragraph({
      children,
      ...(styles.paragraph ? { style: styles.paragraph } : {}),
      // A further paragraph of an item stands under its words.
      ...(level === null ? {} : { indent: { left: textIndent(level) } }),
    }),
  ];
}

function items(node: ListNode, lists: WordLists, level: number, styles: RichStyles): Paragraph[] {
  const marker = node.type === "bulletList" ? "bullet" : (node.attrs?.type ?? "1");
  const list = lists.add({ marker, level, start: node.attrs?.start ?? 1 });
  return node.content.flatMap(({ content: [first, ...rest] }) => [
    ...(first?.type === "paragraph"
      ? [new ListParagraph(list, level, (first.content ?? []).flatMap(inline), styles.item)]
      : []),
    ...rest.flatMap((child) => block(child, lists, level, styles)),
  ]);
}

function inline(node: InlineNode): ParagraphChild[] {
  if (node.type === "hardBreak") return [new TextRun({ break: 1 })];
  const marks: readonly TextMark[] = node.marks ?? [];
  const run = new TextRun(
    Object.assign({ text: node.text }, ...marks.map(({ type }) => LOOKS[type])) as IRunOptions,
  );
  const link = marks.find((mark) => mark.type === "link");
  return link ? [new ExternalHyperlink({ link: link.attrs.href, children: [run] })] : [run];
}
