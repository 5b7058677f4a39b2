import os from "node:os";
import { NodeCompiler, type NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import { bodyText } from "../../../text/rich-text";
import type { Block, Line, Paper, TableRow } from "../../model";
import { coverage, letters, printable } from "./letters";
import { TEMPLATE } from "./template";

type RequirementBlock = Extract<Block, { type: "requirement" }>;

/** What a paper is made as: tagged, with title and language, and refused when it is not. */
const STANDARD = "ua-1";

/** A row of a table of more signs or lines than this may go on over pages: it might not fit on one. */
const MOST_SIGNS = 1_300;
const MOST_LINES = 20;
/** A requirement of no more lines, counted with narrow ones, fits on a page. */
const SURE_LINES = 26;

/**
 * A paper as PDF/UA-1. Computed at once, for a second or more: call it in a process of its own (`task.ts`). The same paper gives
 * the same bytes.
 *
 * @throws Error when Typst warns or refuses; without words of people in it.
 */
export function paperPdf(paper: Paper): Uint8Array {
  const fonts = letters();
  const known = coverage(fonts);
  const compiler = NodeCompiler.create({
    // Where nothing is: the template reads no files.
    workspace: os.devNull,
    fontArgs: [{ fontBlobs: fonts }],
  });
  const shown = mapWords({ ...paper, blocks: paper.blocks.map(withSize) }, known);
  const made = compiler.compile({
    mainFileContent: TEMPLATE,
    inputs: { paper: JSON.stringify(shown) },
  });
  for (const error of [made.takeError(), made.takeWarnings()]) if (error) throw faultOf(error);
  const document = made.result;
  if (!document) throw new Error("typst gave nothing");
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: STANDARD }));
  } catch (error) {
    throw new Error(`typst refused: ${withoutWords(String(error))}`);
  }
}

function faultOf(error: NodeError): Error {
  const said = error.shortDiagnostics.map(({ message }) => withoutWords(String(message)));
  return new Error(`typst: ${said.slice(0, 3).join("; ")}`);
}

/** Typst quotes what it is about; what people wrote is in no log. */
const withoutWords = (message: string) => message.replace(/`[^`]*`?/g, "…").slice(0, 300);

/** Says of a requirement whether it surely fits on a page, and of each row of a table whether it may go on over pages. */
function withSize(block: Block): unknown {
  if (block.type === "requirement") return { ...block, short: isShort(block) };
  if (block.type !== "table") return block;
  const rows = (own: readonly TableRow[]) => own.map((row) => ({ ...row, splits: isLong(row) }));
  return {
    ...block,
    sections: block.sections.map(({ title, rows: own }) => ({ title, rows: rows(own) })),
  };
}

function isShort({ heading, notes, body, lines, facts }: RequirementBlock): boolean {
  const own = [
    ...(body ? bodyText(body).split("\n") : lines.map(textOf)),
    ...[textOf(heading.text), ...notes],
    ...facts.flatMap((fact) => fact.lines.map(textOf)),
  ];
  return own.reduce((sum, one) => sum + Math.ceil((one.length + 1) / 50), 0) <= SURE_LINES;
}

function isLong({ cells }: TableRow): boolean {
  return cells.some(
    ({ lines }) =>
      lines.length > MOST_LINES ||
      lines.reduce((sum, one) => sum + textOf(one).length, 0) > MOST_SIGNS,
  );
}

const textOf = (line: Line) => line.map((part) => ("text" in part ? part.text : "")).join("");

/** Fields that are read by the template and never shown. */
const CODES: ReadonlySet<string> = new Set(["id", "to", "href", "type", "shape", "date", "look"]);

function mapWords(value: unknown, known: ReadonlySet<number>, field = ""): unknown {
  if (typeof value === "string") return CODES.has(field) ? value : printable(value, known);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => mapWords(item, known, field));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapWords(item, known, key)]),
  );
}
