import { within, type Xml } from "./xml";

/** Made by Word from what stands elsewhere, or from the page it happens to be on: no words of anybody. */
const DROPPED = /^\s*(?:TOC|TC|XE|INDEX|TA|TOA|RD|PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

interface Field {
  instruction: string;
  /** Between the instruction and the end stands what was last made of it. */
  result: boolean;
  element: Xml;
}

/**
 * Follows fields ("PAGE", "DATE", "TOC") through the runs of a document. What was last made of one is kept,
 * so a date is the one that was shown when the file was saved.
 */
export class Fields {
  private readonly open: Field[] = [];
  private readonly endless: ReadonlySet<Xml>;

  /** @param parts all that will be read; a field in it that never ends is passed over, not what follows it. */
  constructor(parts: readonly Xml[]) {
    const endless = new Set<Xml>();
    for (const part of parts) {
      const begun: Xml[] = [];
      for (const element of within(part)) {
        const type = typeOf(element);
        if (type === "begin") begun.push(element);
        if (type === "end") begun.pop();
      }
      for (const element of begun) endless.add(element);
    }
    this.endless = endless;
  }

  /** Whether what stands here is no text: an instruction, or a result that is left out. */
  get silent(): boolean {
    return this.open.some(({ result, instruction }) => !result || DROPPED.test(instruction));
  }

  /** Whether the result of this instruction is left out; for a field that is one element. */
  static isDropped(instruction: string): boolean {
    return DROPPED.test(instruction);
  }

  instruct(words: string): void {
    const field = this.open.at(-1);
    if (field && !field.result) field.instruction += words;
  }

  /** Reads a begin, a separation or an end; answers what a box to tick shows, which is no text elsewhere. */
  mark(element: Xml): string | null {
    const type = typeOf(element);
    if (type === "begin" && !this.endless.has(element)) {
      this.open.push({ instruction: "", result: false, element });
    } else if (type === "separate") {
      const field = this.open.at(-1);
      if (field) field.result = true;
    } else if (type === "end") {
      const field = this.open.pop();
      if (field && /^\s*FORMCHECKBOX\b/i.test(field.instruction)) {
        return isTicked(field.element) ? "☒" : "☐";
      }
    }
    return null;
  }
}

function typeOf(element: Xml): string | undefined {
  return element.name === "w:fldChar" ? element.attributes["w:fldCharType"] : undefined;
}

function isTicked(begin: Xml): boolean {
  let ticked = false;
  for (const { name, attributes } of within(begin)) {
    const on = !["0", "false", "off"].includes(attributes["w:val"] ?? "1");
    if (name === "w:default") ticked = on;
    if (name === "w:checked") return on;
  }
  return ticked;
}
