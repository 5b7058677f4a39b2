import {
  Bookmark,
  convertMillimetersToTwip,
  InternalHyperlink,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Cell, HeadingBlock, Inline, Line, Look, Shape, TableBlock } from "../../model";
import { COLUMN, LABEL, RIGHT, THICK, THIN, WHOLE_WIDTH } from "./style";

/** Signs that every Word can show, in place of the shapes in print. */
const SHAPES: Record<Shape, string> = {
  ...{ statement: "■", reaction: "●", coreValue: "◆", requirement: "⬢" },
  ...{ adopted: "●", partly: "◐", rejected: "○", elsewhere: "→", outOfScope: "◌", noted: "□" },
};

const LOOKS: Record<Look, IRunOptions> = {
  strong: { bold: true },
  em: { italics: true },
  strike: { strike: true },
  label: LABEL,
  removed: LABEL,
};

/** The name of a bookmark: Word takes letters, digits and underscores, forty of them. */
export const anchorOf = (id: string): string => id.replace(/[^A-Za-z0-9]/g, "_").slice(0, 40);

export const tab = (): TextRun => new TextRun({ children: [new Tab()] });

export function runs(line: Line, options: IRunOptions = {}): ParagraphChild[] {
  return line.map((part) => run(part, options));
}

function run(part: Inline, options: IRunOptions): ParagraphChild {
  if ("shape" in part) return new TextRun({ ...options, text: SHAPES[part.shape] });
  const looks = (part.looks ?? []).map((look) => LOOKS[look]);
  const made = new TextRun(Object.assign({ ...options, text: part.text }, ...looks) as IRunOptions);
  return part.to ? new InternalHyperlink({ anchor: anchorOf(part.to), children: [made] }) : made;
}

/** A paragraph for each line, the first in one style and the others in another. */
export function paragraphs(lines: readonly Line[], style: string, more = style): Paragraph[] {
  return lines.map(
    (line, i) => new Paragraph({ style: i === 0 ? style : more, children: runs(line) }),
  );
}

export function headingParagraphs(
  { level, number, text, over, id, newPage }: HeadingBlock,
  extra: Partial<ConstructorParameters<typeof Paragraph>[0] & object> = {},
): Paragraph[] {
  const children = [
    ...(number ? [new TextRun(number), tab()] : []),
    ...text.map((part) => run("to" in part ? { text: part.text, looks: part.looks } : part, {})),
  ];
  return [
    ...(over ? [new Paragraph({ style: "Over", text: over, pageBreakBefore: newPage })] : []),
    new Paragraph({
      ...(extra as object),
      heading: level === 1 ? "Heading1" : "Heading2",
      pageBreakBefore: newPage && !over,
      // Without a code before it the words begin where codes stand.
      ...(number ? {} : { indent: { left: -COLUMN, hanging: 0 } }),
      ...(over ? { spacing: { before: 60, after: 200 } } : {}),
      children: [new Bookmark({ id: anchorOf(id), children })],
    }),
  ];
}

const NONE = { style: "none", size: 0, color: "auto" } as const;
const ROWS = {
  ...{ top: NONE, left: NONE, right: NONE, insideVertical: NONE },
  ...{ bottom: THIN, insideHorizontal: THIN },
};

/** A table over the whole width, its first row repeated on every page. */
export function tableOf({ columns, sections }: TableBlock): Table {
  const widths = columns.map(({ width }) => convertMillimetersToTwip(width));
  const numbers = new Set(
    (sections[0]?.rows[0]?.cells ?? []).flatMap(({ look }, i) => (look === "number" ? [i] : [])),
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ title }, i) =>
        new TableCell({
          ...sized(widths[i]),
          borders: { bottom: THICK },
          children: [
            new Paragraph({
              ...{ style: "ColumnHead", text: title, keepNext: true },
              ...(numbers.has(i) ? { alignment: RIGHT } : {}),
            }),
          ],
        }),
    ),
  });
  const rows = sections.flatMap(({ title, rows: own }) => [
    ...(title
      ? [
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({
                ...sized(WHOLE_WIDTH),
                columnSpan: columns.length,
                children: [
                  new Paragraph({
                    ...{ style: "Cell", keepNext: true, spacing: { before: 140 } },
                    children: runs(title),
                  }),
                ],
              }),
            ],
          }),
        ]
      : []),
    ...own.map(
      ({ id, cells }) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (cell, i) =>
              new TableCell({ ...sized(widths[i]), children: cellOf(cell, i === 0 ? id : null) }),
          ),
        }),
    ),
  ]);
  return new Table({
    width: { size: WHOLE_WIDTH, type: WidthType.DXA },
    indent: { size: -COLUMN, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: ROWS,
    rows: [head, ...rows],
  });
}

const sized = (size = 0) => ({
  width: { size, type: WidthType.DXA },
  margins: { top: 70, bottom: 50, left: 0, right: 110 },
});

function cellOf({ look, lines }: Cell, id: string | null): Paragraph[] {
  const style = look === "quote" ? "Cell" : "SmallCell";
  const made = (lines.length > 0 ? lines : [[]]).map((line, i) => {
    const children = runs(line, look === "code" && i === 0 ? { bold: true } : {});
    const own = id && i === 0 ? [new Bookmark({ id: anchorOf(id), children })] : children;
    return new Paragraph({
      ...{ style, children: own },
      ...(look === "number" ? { alignment: RIGHT } : {}),
    });
  });
  return made;
}
