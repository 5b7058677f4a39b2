import {
  convertMillimetersToTwip,
  NumberProperties,
  Paragraph,
  type ParagraphChild,
  type ParagraphProperties,
} from "docx";
import { LIST_STYLES, type ListStyle, MAX_LIST_LEVELS } from "../../../text/rich-format";

/** What stands before the items of a list: a bullet, or numbers and how they are written. */
export type Marker = "bullet" | "1" | ListStyle;

/** How Word calls each; the place in this table is the number of its definition. */
const FORMATS: Record<Marker, string> = {
  bullet: "bullet",
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};
const MARKERS: readonly Marker[] = ["bullet", "1", ...LIST_STYLES];

interface OneList {
  marker: Marker;
  /** From 0. */
  level: number;
  start: number;
}

const STEP = convertMillimetersToTwip(6.35);
const HANGING = convertMillimetersToTwip(5);

/** Where the words of an item stand, in twentieths of a point. */
export const textIndent = (level: number) => STEP * (level + 1);

/**
 * The lists of one document. Written by hand: the library restarts a list only on its first level,
 * so that the second of two nested lists goes on counting where the first ended, and it knows no
 * number to start at for one list alone.
 */
export class WordLists {
  private readonly lists: OneList[] = [];

  /** A new list, that counts by itself. @returns the number paragraphs refer to it by. */
  add(list: OneList): number {
    this.lists.push(list);
    return this.lists.length;
  }

  /** The part `word/numbering.xml`. */
  xml(): string {
    const definitions = MARKERS.map(
      (marker, id) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>` +
        Array.from({ length: MAX_LIST_LEVELS }, (_, level) => levelXml(marker, level)).join("") +
        "</w:abstractNum>",
    );
    const lists = this.lists.map(
      ({ marker, level, start }, index) =>
        `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${MARKERS.indexOf(marker)}"/>` +
        `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
    );
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      `${definitions.join("")}${lists.join("")}</w:numbering>`
    );
  }
}

function levelXml(marker: Marker, level: number): string {
  const text = marker === "bullet" ? (level % 2 === 0 ? "•" : "–") : `%${level + 1}.`;
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${FORMATS[marker]}"/>` +
    `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${textIndent(level)}" w:hanging="${HANGING}"/></w:pPr></w:lvl>`
  );
}

/** A paragraph that carries the number or bullet of an item. */
export class ListParagraph extends Paragraph {
  constructor(list: number, level: number, children: ParagraphChild[], style = "ListParagraph") {
    super({ style, children });
    const properties = this.root[0] as ParagraphProperties;
    properties.push(new NumberProperties(list, level));
  }
}
