import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LeaderType,
  LineRuleType,
  type TabStopDefinition,
  TabStopType,
} from "docx";
import { TEXT_WIDTH } from "../../model";

/** Letters that every Word has. */
const SERIF = "Cambria";
const SANS = "Calibri";

const mm = convertMillimetersToTwip;
/** The column in which codes hang, left of the words. */
export const COLUMN = mm(16.4);
/** Room for the terms beside what is said of them. */
export const TERMS = mm(26);
export const COVER_TERMS = mm(40);
/** Of the words, and with the column of codes. */
export const WORDS_WIDTH = mm(TEXT_WIDTH) - COLUMN;
export const WHOLE_WIDTH = mm(TEXT_WIDTH);

export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: {
    ...{ top: mm(26), bottom: mm(24), header: mm(12), footer: mm(11) },
    ...{ left: mm(25) + COLUMN, right: mm(20) },
  },
};

export const THICK = { style: BorderStyle.SINGLE, size: 8, color: "000000", space: 4 };
export const THIN = { style: BorderStyle.SINGLE, size: 4, color: "999999", space: 4 };

/** Twice the points. */
const pt = (points: number) => Math.round(points * 2);

function style(
  id: string,
  name: string,
  run: NonNullable<IParagraphStyleOptions["run"]>,
  paragraph: NonNullable<IParagraphStyleOptions["paragraph"]> = {},
): IParagraphStyleOptions {
  return { id, name, basedOn: "Normal", next: "Normal", run, paragraph };
}

const small = { font: SANS, size: pt(9) };
const together = { keepNext: true, keepLines: true };
const rightTab = { type: TabStopType.RIGHT, position: WORDS_WIDTH };

/** Of a line of the contents: its title, and the number of its page. */
export const CONTENTS_TABS: TabStopDefinition[] = [
  { type: TabStopType.LEFT, position: 0 },
  { ...rightTab, leader: LeaderType.DOT },
];
/** Of what stands above and below a page. */
export const EDGE_TABS: TabStopDefinition[] = [
  { type: TabStopType.CENTER, position: Math.round((WORDS_WIDTH - COLUMN) / 2) },
  rightTab,
];

/** The styles that a reader of the paper can change in Word. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SERIF, size: pt(10.5), language: { value: "nl-NL" } },
      paragraph: { spacing: { after: 100, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: SERIF, size: pt(36), bold: false },
      paragraph: { spacing: { before: 0, after: 240, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { font: SERIF, size: pt(20), color: "000000" },
      paragraph: {
        ...{
          spacing: { before: 320, after: 200, line: 252, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
        ...{ indent: { left: 0, hanging: COLUMN } },
      },
    },
    heading2: {
      run: { font: SERIF, size: pt(12), bold: true, color: "000000" },
      paragraph: {
        ...{ spacing: { before: 320, after: 80 }, keepNext: true, keepLines: true },
        ...{ indent: { left: 0, hanging: COLUMN } },
      },
    },
    hyperlink: { run: { color: "000000", underline: {} } },
  },
  paragraphStyles: [
    style(
      "TOC1",
      "toc 1",
      { bold: true },
      {
        ...{ spacing: { before: 140, after: 30 }, indent: { left: 0, hanging: COLUMN } },
      },
    ),
    style(
      "TOC2",
      "toc 2",
      {},
      {
        ...{ spacing: { after: 20 }, indent: { left: 0, hanging: COLUMN } },
      },
    ),
    // Not a heading: the contents must not list themselves.
    style(
      "ContentsTitle",
      "Contents Title",
      { size: pt(20) },
      {
        ...{ spacing: { after: 200 }, indent: { left: -COLUMN }, pageBreakBefore: true },
      },
    ),
    style(
      "Sender",
      "Sender",
      { font: SANS, size: pt(12), bold: true },
      {
        ...{ spacing: { after: 2200 }, indent: { left: -COLUMN } },
      },
    ),
    style(
      "Concept",
      "Concept",
      { font: SANS, size: pt(12), bold: true, allCaps: true },
      {
        indent: { left: -COLUMN },
      },
    ),
    style(
      "PaperKind",
      "Paper Kind",
      { font: SERIF, size: pt(15.5), italics: true },
      {
        ...{ spacing: { after: 60 }, indent: { left: -COLUMN } },
      },
    ),
    style(
      "Subtitle",
      "Subtitle",
      { font: SERIF, size: pt(13) },
      {
        ...{ spacing: { after: 800 }, indent: { left: -COLUMN, right: mm(30) } },
      },
    ),
    style(
      "Figures",
      "Figures",
      { ...small, bold: true },
      {
        ...{ spacing: { after: 120 }, indent: { left: -COLUMN } },
        border: { top: THICK },
      },
    ),
    style(
      "CoverNote",
      "Cover Note",
      { color: "333333" },
      {
        ...{ spacing: { after: 2600 }, indent: { left: -COLUMN, right: mm(20) } },
      },
    ),
    style(
      "CoverFact",
      "Cover Fact",
      {},
      {
        ...{ spacing: { before: 60, after: 60 } },
        indent: { left: COVER_TERMS - COLUMN, hanging: COVER_TERMS },
        border: { top: THIN, between: THIN },
      },
    ),
    style("CoverFactMore", "Cover Fact More", {}, { indent: { left: COVER_TERMS - COLUMN } }),
    style("Over", "Over", small, { keepNext: true, indent: { left: -COLUMN } }),
    style("Lead", "Lead", { color: "333333" }, { spacing: { after: 240 } }),
    style(
      "Warning",
      "Warning",
      { bold: true },
      {
        border: { top: THICK, bottom: THICK, left: THICK, right: THICK },
        spacing: { after: 240 },
      },
    ),
    style("Note", "Note", {}, { border: { left: THICK }, indent: { left: 200 } }),
    style(
      "Kind",
      "Requirement Kind",
      { ...small, bold: true },
      {
        ...{ ...together, spacing: { after: 60 } },
      },
    ),
    style("Requirement", "Requirement", { size: pt(11.5) }, together),
    style("RequirementItem", "Requirement Item", { size: pt(11.5) }, together),
    style(
      "Fact",
      "Fact",
      {},
      {
        ...{ spacing: { before: 40, after: 40 }, keepLines: true },
        ...{ indent: { left: TERMS, hanging: TERMS }, border: { top: THIN, between: THIN } },
      },
    ),
    style("FactMore", "Fact More", {}, { indent: { left: TERMS }, spacing: { after: 40 } }),
    style("Tally", "Tally", small, { indent: { left: -COLUMN }, spacing: { after: 60 } }),
    style("Card", "Card", small, {
      ...{ indent: { left: -COLUMN }, keepNext: true, spacing: { after: 20 } },
    }),
    style("Cell", "Cell", { size: pt(10) }, { spacing: { after: 40 } }),
    style("SmallCell", "Small Cell", { ...small, size: pt(8.5) }, { spacing: { after: 20 } }),
    style("ColumnHead", "Column Head", { ...small, bold: true }, { spacing: { after: 20 } }),
    style(
      "Edge",
      "Edge",
      { font: SANS, size: pt(8) },
      {
        indent: { left: -COLUMN },
      },
    ),
  ],
};

export const RIGHT = AlignmentType.RIGHT;
export const LABEL = { font: SANS, size: pt(9) };
