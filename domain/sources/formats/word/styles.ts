import { child, children, isOn, propertyOf, type Xml } from "./xml";

/** What of a style counts for its text. */
interface Style {
  name: string;
  basedOn: string | undefined;
  /** 0 is the highest level, 9 is no heading. */
  outline: string | undefined;
  numbering: { id: string | undefined; level: string | undefined };
  run: Xml | undefined;
}

export interface Styles {
  /** 1–6 for a heading, or null. */
  headingLevel(paragraph: Xml | undefined): number | null;
  /** The list a paragraph is in, by its own properties or by its style. */
  numbering(paragraph: Xml | undefined): { id: string; level: number; style: string } | null;
  /** A property of letters as Word adds it up: on in the style of the paragraph or of the run, but not in both. */
  isOn(property: string, paragraph: Xml | undefined, run: Xml | undefined): boolean;
  /** `superscript`, `subscript`, or something else that changes no sign. */
  vertical(run: Xml | undefined): string | undefined;
  /** A line of a table of contents that Word made. */
  isContents(paragraph: Xml | undefined): boolean;
  /** The numbering that a style of lists stands for. */
  listOf(style: string): string | undefined;
}

/** As Word and LibreOffice call them in every language, and as Dutch programs call them that translate the name. */
const HEADING = /^(?:heading|kop)\s?([1-9])$/;
const TITLE = /^(?:title|titel)$/;
const CONTENTS = /^(?:(?:toc|inhopg)\s?\d|toc heading|kopvaninhoudsopgave)$/;
const MAX_HEADING = 6;
/** Styles rest on one another; a circle of them ends here. */
const MAX_CHAIN = 12;

/** The styles of a document by their ids, which differ by language; null for a file without any. */
export function readStyles(root: Xml | null): Styles {
  const styles = new Map<string, Style>();
  for (const element of children(root ?? undefined, "w:style")) {
    const id = element.attributes["w:styleId"];
    if (id !== undefined && !styles.has(id)) styles.set(id, styleOf(element));
  }

  /** A style and those it rests on, nearest first. */
  function chain(id: string | undefined): Style[] {
    const found: Style[] = [];
    for (let at = id; at !== undefined && found.length < MAX_CHAIN; ) {
      // Without the sheet of styles the id is all there is to go by.
      const style = styles.get(at) ?? (found.length === 0 ? nameless(at) : undefined);
      if (style === undefined) break;
      found.push(style);
      at = style.basedOn;
    }
    return found;
  }
  const first = <T>(id: string | undefined, read: (style: Style) => T | undefined) => {
    for (const style of chain(id)) {
      const found = read(style);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const styleId = (paragraph: Xml | undefined) => propertyOf(paragraph, "w:pStyle");

  return {
    headingLevel(paragraph) {
      const outline = propertyOf(paragraph, "w:outlineLvl");
      if (outline !== undefined) return levelOf(outline);
      const level = first(styleId(paragraph), (style) => {
        if (TITLE.test(style.name)) return 1;
        const named = HEADING.exec(style.name)?.[1];
        if (named !== undefined) return Math.min(Number(named), MAX_HEADING);
        return style.outline === undefined ? undefined : levelOf(style.outline);
      });
      return level ?? null;
    },
    numbering(paragraph) {
      const own = child(paragraph, "w:numPr");
      const style = styleId(paragraph) ?? "";
      const id = propertyOf(own, "w:numId") ?? first(style, ({ numbering }) => numbering.id);
      const level = propertyOf(own, "w:ilvl") ?? first(style, ({ numbering }) => numbering.level);
      if (id === undefined || id === "0") return null;
      return { id, level: Math.min(Math.max(Math.trunc(Number(level)) || 0, 0), 8), style };
    },
    isOn(property, paragraph, run) {
      const own = isOn(run, property);
      if (own !== undefined) return own;
      const byParagraph = first(styleId(paragraph), (style) => isOn(style.run, property));
      const byRun = first(propertyOf(run, "w:rStyle"), (style) => isOn(style.run, property));
      return (byParagraph ?? false) !== (byRun ?? false);
    },
    vertical(run) {
      return (
        propertyOf(run, "w:vertAlign") ??
        first(propertyOf(run, "w:rStyle"), (style) => propertyOf(style.run, "w:vertAlign"))
      );
    },
    isContents(paragraph) {
      return chain(styleId(paragraph)).some(({ name }) => CONTENTS.test(name));
    },
    listOf: (style) => styles.get(style)?.numbering.id,
  };
}

function levelOf(outline: string): number | null {
  const level = Number(outline);
  return level >= 0 && level < 9 ? Math.min(level + 1, MAX_HEADING) : null;
}

function styleOf(element: Xml): Style {
  const paragraph = child(element, "w:pPr");
  const numbering = child(paragraph, "w:numPr");
  return {
    name: (propertyOf(element, "w:name") ?? "").toLowerCase(),
    basedOn: propertyOf(element, "w:basedOn"),
    outline: propertyOf(paragraph, "w:outlineLvl"),
    numbering: { id: propertyOf(numbering, "w:numId"), level: propertyOf(numbering, "w:ilvl") },
    run: child(element, "w:rPr"),
  };
}

const nameless = (id: string): Style => ({
  name: id.toLowerCase(),
  basedOn: undefined,
  outline: undefined,
  numbering: { id: undefined, level: undefined },
  run: undefined,
});
