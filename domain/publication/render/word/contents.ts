import { InternalHyperlink, Paragraph, TextRun, XmlAttributeComponent, XmlComponent } from "docx";

/** A line of the contents, with the bookmark it leads to. */
export interface ContentsEntry {
  level: number;
  title: string;
  anchor: string;
}

/**
 * The contents as a field that a word processor can update, filled with what it will then say
 * (the page numbers apart). Made by hand: the library's own puts all parts of the field in one
 * run, which LibreOffice shows as text.
 */
export function contentsField(entries: ContentsEntry[]): Paragraph[] {
  const paragraphs = entries.map(
    ({ level, title, anchor }) =>
      new Paragraph({
        style: `TOC${level}`,
        children: [new InternalHyperlink({ anchor, children: [new TextRun(title)] })],
      }),
  );
  const [first] = paragraphs;
  if (!first) return [];
  const opening = new Paragraph({ style: "TOC1" });
  for (const part of [fieldChar("begin"), instruction(), fieldChar("separate")]) {
    opening.addChildElement(part);
  }
  const closing = new Paragraph({ style: "TOC1" });
  closing.addChildElement(fieldChar("end"));
  return [opening, ...paragraphs, closing];
}

class Attributes extends XmlAttributeComponent<{ type?: string; space?: string }> {
  protected override readonly xmlKeys = { type: "w:fldCharType", space: "xml:space" };
}

class Element extends XmlComponent {
  constructor(name: string, children: (XmlComponent | XmlAttributeComponent<object> | string)[]) {
    super(name);
    this.root.push(...children);
  }
}

function fieldChar(type: "begin" | "separate" | "end"): XmlComponent {
  return new Element("w:r", [new Element("w:fldChar", [new Attributes({ type })])]);
}

/** Headings of levels 1 and 2, as links. */
function instruction(): XmlComponent {
  const words = ' TOC \\o "1-2" \\h ';
  return new Element("w:r", [
    new Element("w:instrText", [new Attributes({ space: "preserve" }), words]),
  ]);
}
