import { ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from "docx";
import type { RichTextNode } from "../../model";

/** Numbered lists in one document must each start again at 1: Word tells them apart by instance. */
export interface ListCounter {
  next: number;
}

export const NUMBERED = "numbered";
export const BULLETS = "bullets";

/** Rich text as Word paragraphs. Knows the nodes of our editor; what it does not know it reads through. */
export function richText(node: RichTextNode, lists: ListCounter): Paragraph[] {
  return blocks(node, lists, null);
}

interface ListPlace {
  reference: typeof NUMBERED | typeof BULLETS;
  instance: number;
  level: number;
}

function blocks(node: RichTextNode, lists: ListCounter, place: ListPlace | null): Paragraph[] {
  switch (node.type) {
    case "paragraph":
      return [
        new Paragraph({
          children: (node.content ?? []).flatMap(inline),
          ...(place ? { numbering: place } : {}),
        }),
      ];
    case "bulletList":
    case "orderedList": {
      const reference = node.type === "orderedList" ? NUMBERED : BULLETS;
      const level = place ? place.level + 1 : 0;
      const instance = lists.next++;
      return (node.content ?? []).flatMap((item) =>
        blocks(item, lists, { reference, instance, level }),
      );
    }
    case "listItem": {
      // Only the first paragraph carries the number; the rest of the item stands under it.
      const [first, ...rest] = node.content ?? [];
      return [
        ...(first ? blocks(first, lists, place) : []),
        ...rest.flatMap((child) => blocks(child, lists, child.type === "paragraph" ? null : place)),
      ];
    }
    default:
      return (node.content ?? []).flatMap((child) => blocks(child, lists, place));
  }
}

function inline(node: RichTextNode): ParagraphChild[] {
  if (node.type === "hardBreak") return [new TextRun({ break: 1 })];
  if (node.type !== "text" || !node.text) return (node.content ?? []).flatMap(inline);
  const marks = node.marks ?? [];
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const href = marks.find((mark) => mark.type === "link")?.attrs?.href;
  const run = new TextRun({
    text: node.text,
    bold: has("bold"),
    italics: has("italic"),
    ...(typeof href === "string" ? { style: "Hyperlink" } : {}),
  });
  return typeof href === "string"
    ? [new ExternalHyperlink({ link: href, children: [run] })]
    : [run];
}
