import {
  Document,
  Footer,
  Header,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  type Table,
  TextRun,
} from "docx";
import { withLegalText } from "../../../publication/render/word/legal-text";
import { WordLists } from "../../../publication/render/word/lists";
import { richText } from "../../../publication/render/word/rich-text";
import { type Block, type HeadingBlock, type Line, PAGE_SIGNS, type Paper } from "../../model";
import { sameBytes } from "./bytes";
import { anchorOf, headingParagraphs, paragraphs, runs, tab, tableOf } from "./parts";
import { COLUMN, CONTENTS_TABS, EDGE_TABS, LABEL, PAGE, STYLES, THICK } from "./style";

type Part = Paragraph | Table;

/**
 * A paper as a Word document: real headings, a contents list of which the word processor fills in the page numbers, tables of which
 * the first row repeats, and on each page which edition it is. The same paper gives the same bytes.
 */
export async function paperWord(given: Paper): Promise<Uint8Array> {
  const paper = withLegalText(given);
  const lists = new WordLists();
  const document = new Document({
    title: paper.title,
    creator: paper.sender,
    lastModifiedBy: paper.sender,
    // Which page is which only the word processor knows.
    features: { updateFields: true },
    styles: STYLES,
    sections: [
      {
        properties: { titlePage: true, page: PAGE },
        headers: { default: header(paper), first: new Header({ children: [] }) },
        footers: { default: footer(paper), first: footer(paper) },
        children: [...cover(paper), ...contents(paper), ...bodyOf(paper, lists)],
      },
    ],
  });
  const numbering = { path: "word/numbering.xml", data: lists.xml() };
  return sameBytes(await Packer.toArrayBuffer(document, undefined, [numbering]), paper);
}

function header({ running }: Paper): Header {
  return new Header({
    children: [
      new Paragraph({
        ...{ style: "Edge", tabStops: EDGE_TABS, border: { bottom: THICK } },
        // The heading that the page stands under.
        children: [new TextRun(running), tab(), tab(), new SimpleField("STYLEREF 1")],
      }),
    ],
  });
}

function footer({ footer: { edition, mark, page } }: Paper): Footer {
  const fields: Record<string, ParagraphChild> = {
    [PAGE_SIGNS.page]: new TextRun({ children: [PageNumber.CURRENT] }),
    [PAGE_SIGNS.pages]: new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
  };
  const counted = page
    .split(/(\{pages?\})/)
    .filter(Boolean)
    .map((part) => fields[part] ?? new TextRun(part));
  return new Footer({
    children: [
      new Paragraph({
        ...{ style: "Edge", tabStops: EDGE_TABS, border: { top: THICK } },
        children: [new TextRun(edition), tab(), new TextRun(mark), tab(), ...counted],
      }),
    ],
  });
}

function cover({ cover: own, sender, concept }: Paper): Paragraph[] {
  const { kind, title, lead, figures, note, facts } = own;
  return [
    new Paragraph({ style: "Sender", text: sender }),
    ...(concept ? [new Paragraph({ style: "Concept", text: concept })] : []),
    new Paragraph({ style: "PaperKind", text: kind }),
    new Paragraph({ style: "Title", text: title, indent: { left: -COLUMN } }),
    ...(lead ? [new Paragraph({ style: "Subtitle", text: lead })] : []),
    new Paragraph({
      style: "Figures",
      children: figures.flatMap(({ shape, text }, i) => [
        ...(i > 0 ? [new TextRun("     ")] : []),
        ...runs([{ shape }, { text: ` ${text}` }]),
      ]),
    }),
    new Paragraph({ style: "CoverNote", text: note }),
    ...facts.flatMap((fact) => factParagraphs(fact, "CoverFact")),
  ];
}

/**
 * Links to all headings, each with a field for its page. Not the field of a word processor that makes such a list anew: LibreOffice
 * shows the numbers in it only when it is told to.
 */
function contents({ contents: title, blocks }: Paper): Paragraph[] {
  const headings = blocks.flatMap((block): HeadingBlock[] => {
    if (block.type === "heading") return [block];
    return "heading" in block ? [block.heading] : [];
  });
  return [
    new Paragraph({ style: "ContentsTitle", text: title }),
    ...headings.map(
      ({ level, number, text, id }) =>
        new Paragraph({
          ...{ style: `TOC${level}`, tabStops: CONTENTS_TABS },
          children: [
            new InternalHyperlink({
              anchor: anchorOf(id),
              children: [
                ...(number ? [new TextRun(number), tab()] : []),
                ...[new TextRun(plain(text)), tab(), new PageReference(anchorOf(id))],
              ],
            }),
          ],
        }),
    ),
  ];
}

const plain = (line: Line) => line.map((part) => ("text" in part ? part.text : "")).join("");

function bodyOf({ blocks }: Paper, lists: WordLists): Part[] {
  // Under a heading with a code words stand beside the column of codes, elsewhere where that begins.
  let beside = false;
  return blocks.flatMap((block) => {
    if (block.type === "heading") beside = block.number !== "";
    return blockParts(block, lists, beside);
  });
}

function blockParts(block: Block, lists: WordLists, beside: boolean): Part[] {
  switch (block.type) {
    case "heading":
      return headingParagraphs(block);
    case "text":
      return block.lines.map(
        (line) =>
          new Paragraph({
            ...{ style: TEXTS[block.look], children: runs(line) },
            ...(beside ? {} : { indent: { left: -COLUMN + (block.look === "note" ? 200 : 0) } }),
          }),
      );
    case "requirement":
      return requirementParts(block, lists);
    case "tally":
      return [
        new Paragraph({
          ...{ style: "Tally", keepNext: true, border: { top: THICK } },
          children: [new TextRun({ text: block.lead, bold: true })],
        }),
        new Paragraph({
          ...{ style: "Tally", border: { bottom: THICK }, spacing: { after: 240 } },
          children: block.items.flatMap(({ shape, count, word }, i) => [
            ...(i > 0 ? [new TextRun("     ")] : []),
            ...(shape ? runs([{ shape }, { text: " " }]) : []),
            new TextRun({ text: String(count), bold: true }),
            new TextRun(` ${word}`),
          ]),
        }),
      ];
    case "card":
      return [
        ...headingParagraphs(block.heading, { border: { top: THICK } }),
        ...(block.right ? [new Paragraph({ style: "Card", text: block.right })] : []),
        ...paragraphs(block.lines, "Card"),
      ];
    case "table":
      return [tableOf(block)];
  }
}

const TEXTS = { lead: "Lead", body: "Normal", note: "Note", warning: "Warning" } as const;

function requirementParts(
  { heading, label, notes, body, lines, facts }: Extract<Block, { type: "requirement" }>,
  lists: WordLists,
): Part[] {
  const styles = { paragraph: "Requirement", item: "RequirementItem" };
  return [
    ...headingParagraphs(heading, { border: { top: THICK } }),
    new Paragraph({ style: "Kind", text: label }),
    ...notes.map((note) => new Paragraph({ style: "Kind", text: note })),
    ...(body ? richText(body, lists, styles) : paragraphs(lines, "Requirement")),
    ...facts.flatMap((fact, i) => factParagraphs(fact, "Fact", i < facts.length - 1)),
  ];
}

/** A term and what is said of it, beside each other. */
function factParagraphs(
  { term, lines }: { term: string; lines: readonly Line[] },
  style: "Fact" | "CoverFact",
  keepNext = false,
): Paragraph[] {
  const [first = [], ...rest] = lines;
  return [
    new Paragraph({
      ...{ style, keepNext: keepNext || rest.length > 0 },
      children: [new TextRun({ text: term, ...LABEL }), tab(), ...runs(first)],
    }),
    ...rest.map(
      (line, i) =>
        new Paragraph({
          ...{ style: `${style}More`, keepNext: keepNext || i < rest.length - 1 },
          children: runs(line),
        }),
    ),
  ];
}
