import { Fields } from "./fields";
import type { Numbering } from "./numbering";
import type { Styles } from "./styles";
import { child, isOn, make, propertyOf, within, type Xml } from "./xml";

/** What has no place in the text, or was left out of it. */
export interface Findings {
  textBoxes: number;
  pictures: number;
  /** Files within the file. */
  embedded: number;
  /** Words that Word does not show. */
  hidden: string;
}

/** A note or comment that the text refers to. */
export interface Reference {
  kind: "footnote" | "endnote" | "comment";
  id: string;
  /** What stands in the text for it; "" for a comment. */
  mark: string;
  /** The first words that a comment is about. */
  about: string;
}

/** Of the words a comment is about, in UTF-16 units. */
const MAX_ABOUT = 80;
/** The widest table Word can make. */
const MAX_COLUMNS = 63;

/** A paragraph that is being made. */
interface Line {
  properties: Xml | undefined;
  heading: boolean;
  runs: Xml[];
  /** What floats beside the paragraph: text boxes. */
  beside: Xml[];
}

/**
 * Writes the body of a document anew in the few elements that are left to convert: paragraphs that are a
 * heading (`Heading1`), an item (`Item0`) or neither, tables, and runs with letters that are bold, slanted,
 * struck, raised or lowered. Numbers that Word shows are text in it, and so is what stands in fields, controls and
 * text boxes.
 */
export class Body {
  readonly findings: Findings = { textBoxes: 0, pictures: 0, embedded: 0, hidden: "" };
  /** In the order of the text. */
  readonly references: Reference[] = [];
  /** Words so far of each comment, and of which the words still go on. */
  private readonly about = new Map<string, string>();
  private readonly commented = new Set<string>();
  private readonly notes = { footnote: 0, endnote: 0 };

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    private readonly fields: Fields,
  ) {}

  blocks(elements: Xml["children"]): Xml[] {
    return elements.flatMap((at) => (typeof at === "string" ? [] : this.block(at)));
  }

  private block(at: Xml): Xml[] {
    switch (at.name) {
      case "w:p":
        return this.paragraph(at);
      case "w:tbl":
        return this.table(at);
      case "w:sdt":
        return isContents(at) ? [] : this.blocks(child(at, "w:sdtContent")?.children ?? []);
      case "mc:AlternateContent":
        return this.blocks(chosen(at));
      case "w:altChunk":
        this.findings.embedded++;
        return [];
      case "m:oMathPara":
        return [paragraph("Text", [run(wordsIn(at))])];
      case "w:commentRangeStart":
      case "w:commentRangeEnd":
        this.commentRange(at);
        return [];
      case "w:sectPr":
        return [];
      default:
        return this.blocks(at.children);
    }
  }

  private paragraph(at: Xml): Xml[] {
    const properties = child(at, "w:pPr");
    const level = this.styles.headingLevel(properties);
    const marker = this.numbering.next(properties);
    const line: Line = { properties, heading: level !== null, runs: [], beside: [] };
    this.inline(at.children, line);
    if (this.styles.isContents(properties) || !line.runs.some(showsSomething)) return line.beside;
    const before = marker === null ? "" : `${marker.text} `;
    if (level !== null) {
      const runs = before === "" ? line.runs : [run(before), ...line.runs];
      return [paragraph(`Heading${level}`, runs), ...line.beside];
    }
    if (marker === null) return [paragraph("Text", line.runs), ...line.beside];
    // A number alone is no mark of a list in text.
    const sign = /^\d{1,3}$/.test(marker.text) ? `${marker.text}. ` : before;
    return [paragraph(`Item${marker.level}`, [run(sign), ...line.runs]), ...line.beside];
  }

  private table(at: Xml): Xml[] {
    const rows = partsOf(at, "w:tr").map((row) => {
      const isHead = isOn(child(row, "w:trPr"), "w:tblHeader") ?? false;
      const properties = isHead ? [make("w:trPr", {}, [make("w:tblHeader")])] : [];
      const cells = partsOf(row, "w:tc").map((cell) => this.cell(cell));
      return make("w:tr", {}, [...properties, ...cells]);
    });
    return rows.length === 0 ? [] : [make("w:tbl", {}, rows)];
  }

  private cell(at: Xml): Xml {
    const from = child(at, "w:tcPr");
    const properties: Xml[] = [];
    const span = Number(propertyOf(from, "w:gridSpan"));
    if (span > 1) {
      properties.push(
        make("w:gridSpan", { "w:val": String(Math.min(Math.trunc(span), MAX_COLUMNS)) }),
      );
    }
    const merged = child(from, "w:vMerge");
    if (merged) {
      const goesOn = merged.attributes["w:val"] !== "restart";
      properties.push(make("w:vMerge", { "w:val": goesOn ? "continue" : "restart" }));
    }
    return make("w:tc", {}, [make("w:tcPr", {}, properties), ...this.blocks(at.children)]);
  }

  private inline(elements: Xml["children"], line: Line): void {
    for (const at of elements) {
      if (typeof at === "string") continue;
      switch (at.name) {
        case "w:r":
          this.run(at, line);
          break;
        case "w:pPr":
          break;
        case "w:sdt":
          // What stands in a control that nobody filled in is an instruction to do so.
          if (!isOn(child(at, "w:sdtPr"), "w:showingPlcHdr")) {
            this.inline(child(at, "w:sdtContent")?.children ?? [], line);
          }
          break;
        case "w:fldSimple":
          if (!Fields.isDropped(at.attributes["w:instr"] ?? "")) this.inline(at.children, line);
          break;
        case "m:oMath":
        case "m:oMathPara":
          this.write(wordsIn(at), line, undefined);
          break;
        case "mc:AlternateContent":
          this.inline(chosen(at), line);
          break;
        case "w:commentRangeStart":
        case "w:commentRangeEnd":
          this.commentRange(at);
          break;
        default:
          this.inline(at.children, line);
      }
    }
  }

  private run(at: Xml, line: Line): void {
    const properties = child(at, "w:rPr");
    const hidden = this.styles.isOn("w:vanish", line.properties, properties);
    for (const piece of piecesOf(at)) {
      if (piece.name === "w:fldChar") {
        const shown = this.fields.mark(piece);
        if (shown !== null && !this.fields.silent) this.write(shown, line, undefined);
      } else if (piece.name === "w:instrText") {
        this.fields.instruct(wordsOf(piece));
      } else if (this.fields.silent) {
        // Neither an instruction nor a table of contents is text.
      } else if (hidden) {
        this.findings.hidden += wordsOf(piece);
      } else {
        this.piece(piece, line, properties);
      }
    }
  }

  private piece(at: Xml, line: Line, properties: Xml | undefined): void {
    switch (at.name) {
      case "w:t":
        this.write(wordsOf(at), line, properties);
        break;
      case "w:noBreakHyphen":
        this.write("-", line, properties);
        break;
      case "w:tab":
      case "w:ptab":
        this.put(make("w:tab"), line, properties);
        break;
      case "w:br":
      case "w:cr":
        this.put(make("w:br"), line, properties);
        break;
      case "w:sym":
        this.put(at, line, properties);
        break;
      case "w:footnoteReference":
        this.write(this.refer("footnote", at), line, undefined);
        break;
      case "w:endnoteReference":
        this.write(this.refer("endnote", at), line, undefined);
        break;
      case "w:commentReference":
        this.refer("comment", at);
        break;
      case "w:ruby":
        this.inline(child(at, "w:rubyBase")?.children ?? [], line);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.drawing(at, line);
        break;
    }
  }

  private write(words: string, line: Line, properties: Xml | undefined): void {
    for (const id of this.commented) {
      const about = this.about.get(id) ?? "";
      if (about.length < MAX_ABOUT) this.about.set(id, about + words);
    }
    const font = child(properties, "w:rFonts")?.attributes["w:ascii"] ?? "";
    // Letters of a font of signs stand in a range of their own; what they mean is for the converter to say.
    for (const stretch of words.split(/([\uf020-\uf0ff])/)) {
      const code = stretch.charCodeAt(0);
      if (code >= 0xf020 && code <= 0xf0ff) {
        const char = code.toString(16).toUpperCase();
        this.put(make("w:sym", { "w:font": font, "w:char": char }), line, properties);
      } else if (stretch !== "") {
        this.put(make("w:t", { "xml:space": "preserve" }, [stretch]), line, properties);
      }
    }
  }

  private put(piece: Xml, line: Line, properties: Xml | undefined): void {
    const is = (property: string) => this.styles.isOn(property, line.properties, properties);
    const format: Xml[] = [];
    // Every heading is bold.
    if (!line.heading && is("w:b")) format.push(make("w:b"));
    if (is("w:i")) format.push(make("w:i"));
    if (is("w:strike") || is("w:dstrike")) format.push(make("w:strike"));
    const vertical = this.styles.vertical(properties);
    if (vertical !== undefined) format.push(make("w:vertAlign", { "w:val": vertical }));
    line.runs.push(make("w:r", {}, [make("w:rPr", {}, format), piece]));
  }

  private drawing(at: Xml, line: Line): void {
    const boxes = topmost(at, ["w:txbxContent"]);
    for (const box of boxes) {
      const inside = this.blocks(box.children);
      if (inside.length > 0) this.findings.textBoxes++;
      line.beside.push(...inside);
    }
    const drawn = topmost(at, ["w:txbxContent", "v:textpath"]).find((x) => x.name === "v:textpath");
    if (drawn?.attributes.string) {
      line.beside.push(paragraph("Text", [run(drawn.attributes.string)]));
    } else if (boxes.length === 0 && topmost(at, PICTURES).length > 0) {
      this.findings.pictures++;
    }
  }

  private refer(kind: Reference["kind"], at: Xml): string {
    const id = at.attributes["w:id"] ?? "";
    let mark = "";
    if (kind === "footnote") mark = `[${++this.notes.footnote}]`;
    if (kind === "endnote") mark = `[e${++this.notes.endnote}]`;
    this.references.push({ kind, id, mark, about: this.about.get(id) ?? "" });
    return mark;
  }

  private commentRange(at: Xml): void {
    const id = at.attributes["w:id"] ?? "";
    if (at.name === "w:commentRangeStart") this.commented.add(id);
    else this.commented.delete(id);
  }
}

const PICTURES = ["pic:pic", "v:imagedata", "c:chart", "dgm:relIds"];

/** Elements of these names below, without looking inside them; of two versions of a thing the first. */
function topmost(at: Xml, names: readonly string[]): Xml[] {
  const inside = at.name === "mc:AlternateContent" ? chosen(at) : at.children;
  return inside.flatMap((inner) => {
    if (typeof inner === "string") return [];
    return names.includes(inner.name) ? [inner] : topmost(inner, names);
  });
}

/** What Word itself would show of an element in several versions. */
function chosen(at: Xml): Xml["children"] {
  return (child(at, "mc:Choice") ?? child(at, "mc:Fallback"))?.children ?? [];
}

/** Rows of a table or cells of a row, also those within a control. */
function partsOf(at: Xml, name: string): Xml[] {
  return at.children.flatMap((inner) => {
    if (typeof inner === "string") return [];
    if (inner.name === name) return [inner];
    return ["w:sdt", "w:sdtContent", "w:customXml"].includes(inner.name)
      ? partsOf(inner, name)
      : [];
  });
}

function piecesOf(at: Xml): Xml[] {
  return at.children.flatMap((piece) => {
    if (typeof piece === "string") return [];
    return piece.name === "mc:AlternateContent"
      ? piecesOf({ ...at, children: chosen(piece) })
      : [piece];
  });
}

function isContents(control: Xml): boolean {
  const gallery = child(child(control, "w:sdtPr"), "w:docPartObj");
  return propertyOf(gallery, "w:docPartGallery") === "Table of Contents";
}

const wordsOf = (at: Xml): string => at.children.filter((x) => typeof x === "string").join("");

/** The signs of a formula, without how they stand. */
function wordsIn(at: Xml): string {
  let words = "";
  for (const inner of within(at)) if (inner.name === "m:t") words += wordsOf(inner);
  return words;
}

export function paragraph(style: string, runs: Xml[]): Xml {
  return make("w:p", {}, [make("w:pPr", {}, [make("w:pStyle", { "w:val": style })]), ...runs]);
}

export function run(words: string): Xml {
  return make("w:r", {}, [make("w:t", { "xml:space": "preserve" }, [words])]);
}

function showsSomething(at: Xml): boolean {
  return at.children.some(
    (piece) =>
      typeof piece !== "string" &&
      (piece.name === "w:sym" || (piece.name === "w:t" && wordsOf(piece).trim() !== "")),
  );
}
