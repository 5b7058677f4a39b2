import { BorderStyle, convertMillimetersToTwip } from "docx";

const FONT = "Calibri";
const DARK = "173F6B";

/** A4 with 25 mm margins. */
export const PAGE = {
  size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
  margin: {
    top: convertMillimetersToTwip(25),
    bottom: convertMillimetersToTwip(25),
    left: convertMillimetersToTwip(25),
    right: convertMillimetersToTwip(25),
  },
};

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "B8C4D0" };
/** Thin lines around and between the cells of a table. */
export const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

/** The styles that a reader of the document can change in Word. */
export const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: "nl-NL" } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: {
      run: { font: FONT, size: 64, bold: true, color: DARK },
      paragraph: { spacing: { before: 3600, after: 240 } },
    },
    heading1: {
      run: { font: FONT, size: 36, bold: true, color: DARK },
      paragraph: { spacing: { before: 360, after: 180 } },
    },
    heading2: {
      run: { font: FONT, size: 26, bold: true, color: DARK },
      paragraph: { spacing: { before: 300, after: 120 } },
    },
    heading3: {
      run: { font: FONT, size: 23, bold: true, color: "333333" },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
    hyperlink: { run: { color: "0B5CAD", underline: {} } },
  },
  paragraphStyles: [
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      next: "Normal",
      run: { bold: true },
      paragraph: { spacing: { before: 80, after: 40 } },
    },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      next: "Normal",
      paragraph: { indent: { left: 280 }, spacing: { after: 40 } },
    },
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 36, color: "444444" },
      paragraph: { spacing: { after: 480 } },
    },
    {
      // Not a heading: the contents must not list themselves.
      id: "ContentsTitle",
      name: "Contents Title",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 36, bold: true, color: DARK },
      paragraph: { spacing: { after: 180 } },
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      next: "Normal",
      run: { italics: true },
      paragraph: { indent: { left: 360 }, spacing: { after: 20 } },
    },
    {
      id: "QuotePlace",
      name: "Quote Place",
      basedOn: "Normal",
      next: "Normal",
      run: { size: 18, color: "555555" },
      paragraph: { indent: { left: 360 }, spacing: { after: 160 } },
    },
  ],
};
