import type { ChangedWords, TrackedChanges } from "../model";
import { child, within, type Xml } from "./xml";

type Wording = "with" | "without";

/** Stretches that were put in or taken out; moved words are both. The last of each are cells of a table. */
const ADDED = ["w:ins", "w:moveTo", "w:cellIns"];
const REMOVED = ["w:del", "w:moveFrom", "w:cellDel"];
/** Formatting as it was before, kept inside the formatting as it is. */
const FORMER = ["w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange"];

const MAX_EXAMPLES = 5;
/** Of words that stayed, shown before and after a change. */
const CONTEXT = 60;

/** How often each change occurs, and the first few. */
class Tally {
  count = 0;
  examples: ChangedWords[] = [];

  /** The changes of one paragraph: stretches side by side are one, and what was moved is counted where it went. */
  paragraph(element: Xml): void {
    const pieces: Piece[] = [];
    collect(element, "kept", false, pieces);
    const markChange = changeOf(child(child(element, "w:pPr"), "w:rPr"));
    let changes = 0;
    let last: string = "kept";
    for (const { change, moved } of pieces) {
      if (change !== "kept" && change !== last && !(moved && change === "removed")) changes++;
      last = change;
    }
    if (markChange !== null && markChange !== last) changes++;
    this.count += changes;
    this.show(pieces);
  }

  /** A whole row of a table is one change, whatever it holds. */
  row(element: Xml, change: "added" | "removed"): void {
    this.count++;
    const pieces: Piece[] = [];
    collect(element, change, false, pieces);
    this.show(pieces.map((piece) => ({ ...piece, change })));
  }

  private show(pieces: readonly Piece[]): void {
    if (this.examples.length === MAX_EXAMPLES) return;
    if (pieces.every(({ change }) => change === "kept")) return;
    const words: ChangedWords = pieces.map(({ words, change }) => ({ words, change }));
    this.examples.push(words.map(shortened));
  }
}

type Piece = ChangedWords[number] & { moved: boolean };

/** Looks at every paragraph and row, those within text boxes and cells too. */
function survey(element: Xml, tally: Tally): void {
  if (element.name === "w:tr") {
    const change = changeOf(child(element, "w:trPr"));
    if (change !== null) {
      tally.row(element, change);
      return;
    }
  }
  if (element.name === "w:p") tally.paragraph(element);
  for (const at of element.children) if (typeof at !== "string") survey(at, tally);
}

function shortened(
  piece: ChangedWords[number],
  i: number,
  all: ChangedWords,
): ChangedWords[number] {
  if (piece.change !== "kept" || piece.words.length <= CONTEXT * 2) return piece;
  const start = i === 0 ? "" : piece.words.slice(0, CONTEXT);
  const end = i === all.length - 1 ? "" : piece.words.slice(-CONTEXT);
  return { ...piece, words: `${start}…${end}` };
}

/** The words of a paragraph in stretches, without those of text boxes in it. */
function collect(
  element: Xml,
  change: ChangedWords[number]["change"],
  moved: boolean,
  pieces: Piece[],
): void {
  for (const at of element.children) {
    if (typeof at === "string" || at.name === "w:txbxContent") continue;
    if (ADDED.includes(at.name)) collect(at, "added", at.name === "w:moveTo", pieces);
    else if (REMOVED.includes(at.name)) collect(at, "removed", at.name === "w:moveFrom", pieces);
    else if (at.name === "w:t" || at.name === "w:delText") {
      const words = at.children.filter((text) => typeof text === "string").join("");
      const last = pieces.at(-1);
      if (last?.change === change && last.moved === moved) last.words += words;
      else if (words !== "") pieces.push({ words, change, moved });
    } else collect(at, change, moved, pieces);
  }
}

function changeOf(properties: Xml | undefined): "added" | "removed" | null {
  if (ADDED.some((name) => child(properties, name))) return "added";
  return REMOVED.some((name) => child(properties, name)) ? "removed" : null;
}

/**
 * Leaves one wording of a document in which changes were tracked: with them, or as it was before. The tree
 * is changed in place. Null when nothing was tracked.
 */
export function settleChanges(parts: readonly Xml[], wording: Wording): TrackedChanges | null {
  const tally = new Tally();
  for (const part of parts) survey(part, tally);
  for (const part of parts) settle(part, wording);
  return tally.count === 0 ? null : { count: tally.count, examples: tally.examples };
}

function settle(element: Xml, wording: Wording): void {
  const [stays, gone] = wording === "with" ? [ADDED, REMOVED] : [REMOVED, ADDED];
  const isGone = (properties: Xml | undefined) => gone.some((name) => child(properties, name));
  const settled: Xml["children"] = [];
  /** A paragraph whose end was taken out: its words go on in the next one. */
  let open: Xml | null = null;
  const close = () => {
    if (open !== null && !hasWords(open)) settled.splice(settled.lastIndexOf(open), 1);
    open = null;
  };
  for (const at of element.children) {
    if (typeof at === "string") {
      settled.push(at);
      continue;
    }
    if (gone.includes(at.name) && !isMark(at)) continue;
    if (at.name === "w:tr" && isGone(child(at, "w:trPr"))) continue;
    if (at.name === "w:tc" && isGone(child(at, "w:tcPr"))) continue;
    const joins = at.name === "w:p" && isGone(child(child(at, "w:pPr"), "w:rPr"));
    if (wording === "without") formerly(at);
    settle(at, wording);
    if (stays.includes(at.name) && !isMark(at)) {
      for (const inner of at.children) settled.push(inner);
      continue;
    }
    if (at.name === "w:delText") at.name = "w:t";
    if (at.name === "w:delInstrText") at.name = "w:instrText";
    if (at.name === "w:p") {
      if (open !== null) settled.splice(settled.lastIndexOf(open), 1, ...joined(open, at));
      else settled.push(at);
      open = joins ? at : null;
    } else {
      if (at.name === "w:tbl" || at.name === "w:sdt") close();
      settled.push(at);
    }
  }
  close();
  element.children = settled;
}

/** Two paragraphs as one, which is what the second one is. */
function joined(first: Xml, second: Xml): [Xml] {
  const properties = second.children.filter(isProperties);
  const words = [first, second].flatMap((p) => p.children.filter((at) => !isProperties(at)));
  second.children = [...properties, ...words];
  return [second];
}

const isProperties = (at: Xml | string) => typeof at !== "string" && at.name === "w:pPr";

/** A mark says that the end of a paragraph or a row was changed; it holds nothing. */
const isMark = (element: Xml): boolean => element.children.length === 0;

function hasWords(element: Xml): boolean {
  for (const { name, children } of within(element)) {
    if (name === "w:t" && children.length > 0) return true;
  }
  return false;
}

/** Formatting as it was before: a heading that was made one later is none. */
function formerly(element: Xml): void {
  const former = element.children.find(
    (at): at is Xml => typeof at !== "string" && FORMER.includes(at.name),
  );
  const before = former?.children.find((at): at is Xml => typeof at !== "string");
  if (before === undefined) return;
  // What was changed of the mark of the paragraph stands beside its formatting, and stays.
  const mark = element.name === "w:pPr" ? child(element, "w:rPr") : undefined;
  element.children = mark ? [...before.children, mark] : before.children;
}
