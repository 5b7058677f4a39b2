import writeExcelFile, { type Cell } from "write-excel-file/node";
import type { DocumentLanguage } from "../../publication/model";
import { headCell as head, textCell } from "../../text/sheet";
import type { MatrixSheets } from "../model";

type Sheet = Parameters<typeof writeExcelFile>[0][number];

/**
 * The matrix as a spreadsheet of three sheets: requirements against kernwaarden with the number of words in each
 * cell, the kernwaarden, and the words one by one. What people wrote is always text in it, never a formula.
 */
export async function matrixSpreadsheet(
  { requirements, coreValues, words }: MatrixSheets,
  { text, date }: DocumentLanguage,
): Promise<Buffer> {
  const wordsOf = new Map(coreValues.map((value) => [value.number, value.words]));
  const code = (number: number) => text("matrix.coreValue", { number });
  const grid: Cell[][] = [
    [
      ...(["chapter", "requirement", "title", "source", "words", "direct"] as const).map((name) =>
        head(text(`matrix.sheet.columns.${name}`)),
      ),
      ...coreValues.map((value) => head(`${code(value.number)} ${value.name}`)),
      head(text("matrix.sheet.columns.reason")),
    ],
    ...requirements.map((one) => [
      said(`${one.chapterNumber} ${one.chapter}`),
      said(one.code),
      said(one.title),
      one.state === "withoutSource"
        ? gap(text("matrix.sheet.states.withoutSource"))
        : said(text(`matrix.sheet.states.${one.state}`)),
      one.words,
      one.direct,
      ...coreValues.map(({ number }) =>
        one.links.includes(number) ? (wordsOf.get(number) ?? 0) : null,
      ),
      said(one.reason ?? ""),
    ]),
  ];
  const values: Cell[][] = [
    (["coreValue", "name", "words", "requirements"] as const).map((name) =>
      head(text(`matrix.sheet.columns.${name}`)),
    ),
    ...coreValues.map((value) => [
      said(code(value.number)),
      said(value.name),
      value.words,
      value.requirements === 0 ? gap(text("matrix.sheet.noRequirement")) : value.requirements,
    ]),
  ];
  return writeExcelFile([
    sheetOf(
      text("matrix.sheet.sheets.matrix"),
      grid,
      [24, 10, 40, 18, 11, 13, ...coreValues.map(() => 14), 40],
      {
        stickyColumnsCount: 3,
      },
    ),
    sheetOf(text("matrix.sheet.sheets.coreValues"), values, [12, 40, 12, 12]),
    sheetOf(
      text("matrix.sheet.sheets.words"),
      [
        (
          [
            ...([
              "via",
              "requirements",
              "carries",
              "reaction",
              "statementNumber",
              "statement",
            ] as const),
            ...(["group", "consultation", "date", "standsIn"] as const),
          ] as const
        ).map((name) => head(text(`matrix.sheet.columns.${name}`))),
        ...words.map((word) => [
          said(word.coreValue === null ? text("matrix.sheet.directly") : code(word.coreValue)),
          word.requirements.length === 0
            ? gap(text("matrix.sheet.noRequirement"))
            : said(word.requirements.join(", ")),
          said(word.carries.join(", ")),
          said(
            word.reaction === null
              ? text("matrix.sheet.noReaction")
              : text("matrix.sheet.reaction", { number: word.reaction }),
          ),
          word.statementNumber,
          said(word.statement ?? ""),
          said(word.group ?? ""),
          said(word.consultation ?? ""),
          said(word.heldOn === null ? "" : date(word.heldOn)),
          said(word.source ?? ""),
        ]),
      ],
      [14, 24, 18, 12, 10, 40, 20, 30, 16, 30],
    ),
  ]).toBuffer();
}

function sheetOf(
  sheet: string,
  data: Cell[][],
  widths: number[],
  more: Partial<Sheet> = {},
): Sheet {
  return { sheet, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1, ...more };
}

const said = (value: string): Cell => textCell(value);

/** A gap says in words that it is one, and is marked. */
const gap = (value: string): Cell => ({ value, type: String, backgroundColor: "#fdf1dc" });
