import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { SEGMENT_KINDS } from "@/db/vocabulary";
import { DOCUMENT_KINDS } from "@/domain/proposal/model";
import { normalise } from "@/domain/sources/rules";
import { CodePointIndex, trimRange } from "@/domain/text/rules";

/**
 * Reads the annotated documents. Each is a text as it would be uploaded, with marks in it; README.md
 * in this folder says how they are written and what each kind means.
 */

/** What a block can be: the kinds of the product, and those that a reader tells apart as well. */
export const TRUTH_KINDS = [
  ...new Set([
    ...SEGMENT_KINDS,
    ...(["action", "decision", "task", "exclusion", "agreement"] as const),
  ]),
] as const;
export type TruthKind = (typeof TRUTH_KINDS)[number];

const kind = z.enum(TRUTH_KINDS as readonly [TruthKind, ...TruthKind[]]);
const POSITION_WORDS = { voor: "agree", deels: "partly", tegen: "disagree" } as const;

const offset = z.int().min(0);
const block = z.strictObject({
  /** Code points in the text without marks, without white space at the ends. */
  start: offset,
  end: offset,
  text: z.string().min(1),
  kind,
  /** Kinds that a reader could also give it; the right one is not among them. */
  acceptable: z.array(kind),
  /** Who speaks, as written; null when the text does not say, or only in general words. */
  speaker: z.string().min(1).nullable(),
  /** What may be proposed as the speaker; the right one first, if there is one. */
  speakers: z.array(z.string().min(1)),
  /** The stelling it is or is about, as its label says ("2", "A", "3.1"). */
  statement: z.string().min(1).nullable(),
  /** For an answer: the place in `blocks` of its question, unless no question stands there. */
  replyTo: offset.nullable(),
  group: z.string().min(1).nullable(),
  /** What may be proposed as the group; the right one first. */
  groups: z.array(z.string().min(1)),
  position: z.enum(["agree", "partly", "disagree"]).nullable(),
});
export type TruthBlock = z.infer<typeof block>;

const document = z.strictObject({
  title: z.string().min(1),
  /** Titles that are right too. */
  titles: z.array(z.string().min(1)),
  kind: z.enum(DOCUMENT_KINDS),
  kinds: z.array(z.enum(DOCUMENT_KINDS)),
  date: z.iso.date().nullable(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  sector: z.string().nullable(),
  start: offset,
  end: offset,
  blocks: z.array(block).min(1),
});
export type TruthDocument = z.infer<typeof document>;

const file = z.strictObject({
  /** File name with ending. */
  name: z.string().regex(/^\d{2,3}-[a-z0-9-]+\.(md|txt)$/),
  /** Rules are looked at on `dev`; `held` says whether they hold elsewhere. */
  set: z.enum(["dev", "held"]),
  shape: z.string().min(1),
  text: z.string().min(1),
  documents: z.array(document).min(1),
});
export type TruthFile = z.infer<typeof file>;

const FOLDER = path.join(import.meta.dirname, "documents");
const listed = z.array(file.pick({ name: true, set: true, shape: true }).strict());

/** All annotated files, or those of one set, in order of name. */
export function readTruth(set?: "dev" | "held"): TruthFile[] {
  const list = listed.parse(
    JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "documents.json"), "utf8")),
  );
  return list
    .filter((entry) => set === undefined || entry.set === set)
    .map((entry) =>
      file.parse({ ...entry, ...parse(read(path.join(FOLDER, entry.name)), entry.name) }),
    );
}

/** The names of the files in the folder, listed or not. */
export function truthFileNames(): string[] {
  return fs.readdirSync(FOLDER).sort();
}

function read(file: string): string {
  const text = fs.readFileSync(file, "utf8");
  if (normalise(text) !== text) throw new Error(`${file}: not as the import would store it`);
  return text;
}

const MARK = /⟦⟦document ([^⟧\n]*)⟧⟧\n|⟦([^⟦⟧\n]+)⟧/g;

/** Takes the marks out of an annotated text. Throws with the name of the file when one is wrong. */
export function parse(
  marked: string,
  name: string,
): { text: string; documents: z.input<typeof document>[] } {
  let text = "";
  let at = 0;
  const marks: { at: number; document: string | null; block: string }[] = [];
  for (const hit of marked.matchAll(MARK)) {
    text += marked.slice(at, hit.index);
    marks.push({ at: text.length, document: hit[1] ?? null, block: hit[2] ?? "" });
    at = hit.index + hit[0].length;
  }
  text += marked.slice(at);
  const fail = (what: string, where: number): never => {
    throw new Error(`${name}: ${what} near "${text.slice(where, where + 60)}"`);
  };
  const stray = text.search(/[⟦⟧]/);
  if (stray >= 0) fail("a mark that is not one", stray);

  const index = new CodePointIndex(text);
  const documents: z.input<typeof document>[] = [];
  for (const [i, mark] of marks.entries()) {
    const range = trimRange(text, mark.at, marks[i + 1]?.at ?? text.length);
    if (mark.document !== null) {
      if (range.start < range.end) fail("words before the first block", range.start);
      documents.push({ ...documentOf(mark.document, name), start: 0, end: 0, blocks: [] });
      continue;
    }
    const blocks = documents.at(-1)?.blocks ?? fail("a block before a document", range.start);
    if (range.start === range.end) fail("an empty block", range.start);
    const { reply, ...said } = blockOf(mark.block, name);
    blocks.push({
      start: index.toCodePoint(range.start),
      end: index.toCodePoint(range.end),
      text: text.slice(range.start, range.end),
      ...said,
      replyTo: said.kind === "answer" ? questionBefore(blocks, reply) : null,
    });
  }
  if (trimRange(text, 0, marks[0]?.at ?? text.length).end > 0) fail("words before a mark", 0);
  for (const found of documents) {
    found.start = found.blocks[0]?.start ?? 0;
    found.end = found.blocks.at(-1)?.end ?? 0;
  }
  return { text, documents };
}

/** The place of the question that an answer belongs to: the last, or the one `back` from there. */
function questionBefore(
  blocks: readonly { kind: string }[],
  back: number | undefined,
): number | null {
  const questions = blocks.flatMap((one, i) => (one.kind === "question" ? [i] : []));
  return back === 0 ? null : (questions.at(-(back ?? 1)) ?? null);
}

const ATTRIBUTE = /\s+([a-z]+)=(?:"([^"]*)"|([^\s"]+))/gy;

/** `name=value` and `name="more words"`; all of `words` has to be read. */
function attributesOf(words: string, file: string): Map<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  let end = 0;
  for (const [all, key = "", quoted, bare] of words.matchAll(ATTRIBUTE)) {
    if (found.has(key)) throw new Error(`${file}: ${key} twice in "${words}"`);
    found.set(key, quoted ?? bare ?? "");
    end += all.length;
  }
  if (end !== words.trimEnd().length) throw new Error(`${file}: cannot read "${words}"`);
  return found;
}

const alternatives = (words: string | undefined): string[] =>
  words === undefined ? [] : words.split("|").map((one) => one.trim());

function documentOf(words: string, file: string) {
  const attributes = attributesOf(` ${words}`, file);
  const [title = "", ...titles] = alternatives(attributes.get("title"));
  const [kind, ...kinds] = alternatives(attributes.get("kind")) as TruthDocument["kind"][];
  const data = {
    title,
    titles,
    kind: kind as TruthDocument["kind"],
    kinds,
    date: attributes.get("date") ?? null,
    time: attributes.get("time") ?? null,
    sector: attributes.get("sector") ?? null,
  };
  return only(data, attributes, ["title", "kind", "date", "time", "sector"], file);
}

function blockOf(words: string, file: string) {
  const kinds = words.split(/\s/, 1)[0] ?? "";
  const attributes = attributesOf(words.slice(kinds.length), file);
  const [kind, ...acceptable] = kinds.split("|") as TruthKind[];
  const speakers = alternatives(attributes.get("speaker"));
  const groups = alternatives(attributes.get("group"));
  const position = attributes.get("position");
  const data = {
    kind: kind as TruthKind,
    acceptable,
    speaker: speakers[0] ?? null,
    speakers: [...speakers, ...alternatives(attributes.get("maybe"))],
    statement: attributes.get("statement") ?? null,
    group: groups[0] ?? null,
    groups,
    position: (POSITION_WORDS as Record<string, TruthBlock["position"]>)[position ?? ""] ?? null,
    reply: attributes.has("reply") ? Number(attributes.get("reply")) : undefined,
  };
  if (position !== undefined && data.position === null) throw new Error(`${file}: ${words}`);
  const known = ["speaker", "maybe", "statement", "group", "position", "reply"];
  return only(data, attributes, known, file);
}

function only<T>(
  data: T,
  attributes: ReadonlyMap<string, string>,
  known: readonly string[],
  file: string,
): T {
  for (const key of attributes.keys()) {
    if (!known.includes(key)) throw new Error(`${file}: ${key} means nothing in a mark`);
  }
  return data;
}
