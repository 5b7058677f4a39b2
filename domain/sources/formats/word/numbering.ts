import type { Styles } from "./styles";
import { child, children, isOn, propertyOf, type Xml } from "./xml";

/** What stands before a numbered paragraph, as Word shows it. */
export interface Marker {
  /** "- " for every kind of bullet; else the number with what stands around it ("3.2", "a)"). */
  text: string;
  bullet: boolean;
  /** From 0. */
  level: number;
}

interface Level {
  start: number;
  format: string;
  /** With %1 to %9 for the numbers of this level and those above it. */
  pattern: string;
  /** After which level it begins anew: the number of levels above it, 0 for never. */
  restart: number;
  /** All numbers in it as 1, 2, 3. */
  legal: boolean;
}

interface List {
  /** Lists with the same definition count on from one another. */
  definition: string;
  levels: (Level | undefined)[];
  /** Where a level begins in this list, when it says so itself. */
  starts: Map<number, number>;
}

const LEVELS = 9;
/** Definitions that stand for one another through a style; a circle of them ends here. */
const MAX_LINKS = 5;

/**
 * Counts the numbers that Word shows and does not write. Asked for each numbered paragraph once, in the order
 * of the document.
 */
export class Numbering {
  private readonly definitions = new Map<string, Xml>();
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  /** @param root null for a document without lists. */
  constructor(
    private readonly root: Xml | null,
    private readonly styles: Styles,
  ) {
    for (const element of children(root ?? undefined, "w:abstractNum")) {
      this.definitions.set(element.attributes["w:abstractNumId"] ?? "", element);
    }
    for (const element of children(root ?? undefined, "w:num")) {
      const id = element.attributes["w:numId"] ?? "";
      const list = this.readList(element);
      if (list !== null) this.lists.set(id, list);
    }
  }

  /** Null for a paragraph without a number, or in a list that is not there. */
  next(paragraph: Xml | undefined): Marker | null {
    const place = this.styles.numbering(paragraph);
    const list = place === null ? undefined : this.lists.get(place.id);
    if (place === null || list === undefined) return null;
    const level = this.levelByStyle(list, place.style) ?? place.level;
    const definition = list.levels[level];
    if (definition === undefined) return null;
    const numbers = this.count(place.id, list, level);
    if (definition.format === "bullet") return { text: "-", bullet: true, level };
    const text = definition.pattern.replace(/%([1-9])/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      const of = list.levels[at];
      const format = definition.legal || of === undefined ? "decimal" : of.format;
      return written(numbers[at] ?? of?.start ?? 1, format);
    });
    return text.trim() === "" ? null : { text: text.trim(), bullet: false, level };
  }

  private count(id: string, list: List, level: number): (number | undefined)[] {
    const numbers = this.counters.get(list.definition) ?? [];
    this.counters.set(list.definition, numbers);
    for (const [at, start] of list.starts) {
      // The first time in this list; later on it counts on.
      if (at > level || this.begun.has(`${id} ${at}`)) continue;
      this.begun.add(`${id} ${at}`);
      numbers[at] = start - 1;
      if (at < level) numbers[at] = start;
    }
    const before = numbers[level];
    numbers[level] = before === undefined ? (list.levels[level]?.start ?? 1) : before + 1;
    for (let below = level + 1; below < LEVELS; below++) {
      const restart = list.levels[below]?.restart ?? below;
      if (restart > level) numbers[below] = undefined;
    }
    return numbers;
  }

  private levelByStyle(list: List, style: string): number | undefined {
    if (style === "") return undefined;
    const levels = children(this.definitions.get(list.definition), "w:lvl");
    const level = levels.find((element) => propertyOf(element, "w:pStyle") === style);
    return level === undefined ? undefined : indexOf(level);
  }

  private readList(element: Xml): List | null {
    const definition = this.definitionOf(propertyOf(element, "w:abstractNumId"), 0);
    if (definition === null) return null;
    const levels: List["levels"] = [];
    for (const level of children(this.definitions.get(definition), "w:lvl")) {
      levels[indexOf(level)] = readLevel(level, indexOf(level));
    }
    const starts: List["starts"] = new Map();
    for (const change of children(element, "w:lvlOverride")) {
      const at = indexOf(change);
      const level = child(change, "w:lvl");
      if (level !== undefined) levels[at] = readLevel(level, at);
      const start = propertyOf(change, "w:startOverride") ?? propertyOf(level, "w:start");
      if (start !== undefined) starts.set(at, wholeNumber(start, 1));
    }
    return { definition, levels, starts };
  }

  /** A definition can be that of a style of lists, which names a list, which names a definition. */
  private definitionOf(id: string | undefined, links: number): string | null {
    const element = this.definitions.get(id ?? "");
    if (id === undefined || element === undefined || links > MAX_LINKS) return null;
    const link = propertyOf(element, "w:numStyleLink");
    if (link === undefined) return id;
    const target = this.styles.listOf(link);
    const list = children(this.root ?? undefined, "w:num").find(
      (num) => num.attributes["w:numId"] === target,
    );
    return this.definitionOf(propertyOf(list, "w:abstractNumId"), links + 1);
  }
}

function indexOf(level: Xml): number {
  return Math.min(Math.max(wholeNumber(level.attributes["w:ilvl"], 0), 0), LEVELS - 1);
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Math.trunc(Number(text ?? otherwise));
  return Number.isFinite(value) && Math.abs(value) < 1_000_000 ? value : otherwise;
}

function readLevel(element: Xml, index: number): Level {
  return {
    start: wholeNumber(propertyOf(element, "w:start"), 1),
    format: propertyOf(element, "w:numFmt") ?? "decimal",
    pattern: (propertyOf(element, "w:lvlText") ?? "").slice(0, 100),
    restart: wholeNumber(propertyOf(element, "w:lvlRestart"), index),
    legal: isOn(element, "w:isLgl") ?? false,
  };
}

/** A number as Word writes it. Forms that do not occur in Dutch are written as 1, 2, 3. */
export function written(value: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "lowerLetter":
      return letters(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    case "ordinal":
      return `${value}e`;
    case "ordinalText":
      return ORDINALS[value - 1] ?? `${value}e`;
    case "cardinalText":
      return CARDINALS[value - 1] ?? String(value);
    default:
      return String(value);
  }
}

const ORDINALS =
  "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde".split(
    " ",
  );
const CARDINALS = "een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(" ");

/** a to z, then aa, bb: as Word does, not as a spreadsheet. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 20) return String(value);
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
