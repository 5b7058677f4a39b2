import JSZip from "jszip";
import mammoth from "mammoth";
import { says } from "@/domain/kernel/errors";
import { normalise } from "../rules/decode";
import { parseHtml } from "./dom";
import { toMarkdown } from "./markdown";
import type { Convert, Remark } from "./model";
import { Body } from "./word/body";
import { settleChanges } from "./word/changes";
import { Fields } from "./word/fields";
import { edgeWords, notesOf } from "./word/notes";
import { Numbering } from "./word/numbering";
import { openWord, type WordFile } from "./word/package";
import { readStyles } from "./word/styles";
import { toXml, type Xml } from "./word/xml";

/** What is converted at a time, in characters of XML: it keeps memory small, and there is progress to tell. */
const CHUNK = 500_000;
/** Of words that are shown in a remark. */
const MAX_SHOWN = 200;

/**
 * Reads a Word file: the wording asked for, written anew in the few elements that are left to convert (numbers,
 * notes and comments as text), as HTML by mammoth, and that as Markdown.
 *
 * @throws what `openWord` throws.
 */
export const convertDocx: Convert = async (file, choices, progress) => {
  const word = openWord(file);
  const parts = [word.document, word.footnotes, word.endnotes, word.comments].filter(
    (part): part is Xml => part !== null,
  );
  const trackedChanges = settleChanges(parts, choices.trackedChanges ?? "with");
  const { blocks, body, comments } = write(word, parts);
  const { text, unknownSigns } = await toText(blocks, file.fileName, progress);
  return {
    text: normalise(text),
    remarks: remarksOn(body, comments, unknownSigns, edgeWords(word.edges, text)),
    pages: [],
    trackedChanges,
    attachments: [],
  };
};

function write(word: WordFile, parts: readonly Xml[]) {
  const styles = readStyles(word.styles);
  const body = new Body(styles, new Numbering(word.numbering, styles), new Fields(parts));
  const blocks = body.blocks(word.document.children);
  const { footnotes, endnotes, comments } = word;
  const notes = notesOf(body, { footnote: footnotes, endnote: endnotes, comment: comments });
  return { blocks: [...blocks, ...notes.blocks], body, comments: notes.comments };
}

async function toText(
  blocks: readonly Xml[],
  fileName: string,
  progress: (done: number, total: number) => void,
): Promise<{ text: string; unknownSigns: number }> {
  const texts: string[] = [];
  let unknownSigns = 0;
  let chunk: string[] = [];
  let size = 0;
  for (const [i, block] of blocks.entries()) {
    const xml = toXml(block);
    chunk.push(xml);
    size += xml.length;
    if (size < CHUNK && i < blocks.length - 1) continue;
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: await packed(chunk.join("")) },
      { styleMap: STYLE_MAP, includeEmbeddedStyleMap: false },
    );
    unknownSigns += messages.filter(({ message }) => message.includes("w:sym")).length;
    texts.push(toMarkdown(parseHtml(value, fileName), { tabs: true }).text);
    chunk = [];
    size = 0;
    progress(i + 1, blocks.length);
  }
  return { text: texts.filter((text) => text !== "").join("\n"), unknownSigns };
}

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** An item is an element of its own making: its mark is text, and HTML would count again. */
const STYLE_MAP = LEVELS.map((level) => `p.Item${level} => item${level}:fresh`);

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STYLES = [
  "Text",
  ...LEVELS.slice(1, 7).map((n) => `Heading${n}`),
  ...LEVELS.map((n) => `Item${n}`),
]
  .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/></w:style>`)
  .join("");
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** The least that is a Word file. */
async function packed(body: string): Promise<Buffer> {
  const zip = new JSZip();
  zip.file("_rels/.rels", RELATIONS);
  zip.file("word/styles.xml", `<w:styles xmlns:w="${W}">${STYLES}</w:styles>`);
  zip.file("word/document.xml", `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`);
  return zip.generateAsync({ type: "nodebuffer", compression: "STORE" });
}

function remarksOn(
  { findings }: Body,
  comments: number,
  unknownSigns: number,
  edges: string,
): Remark[] {
  const remarks: Remark[] = [];
  const add = (key: string, params: Remark["params"]) => remarks.push({ key, params });
  const hidden = findings.hidden.replace(/\s+/g, " ").trim();
  if (hidden !== "") add(says("sources.remarks.hidden"), { words: shortened(hidden) });
  if (findings.textBoxes > 0) {
    add(says("sources.remarks.textBoxes"), { count: findings.textBoxes });
  }
  if (comments > 0) add(says("sources.remarks.comments"), { count: comments });
  if (findings.pictures > 0) add(says("sources.remarks.pictures"), { count: findings.pictures });
  if (findings.embedded > 0) add(says("sources.remarks.embedded"), { count: findings.embedded });
  if (unknownSigns > 0) add(says("sources.remarks.unknownSigns"), { count: unknownSigns });
  if (edges !== "") add(says("sources.remarks.edges"), { words: shortened(edges) });
  return remarks;
}

function shortened(words: string): string {
  return words.length <= MAX_SHOWN ? words : `${words.slice(0, MAX_SHOWN - 1).trimEnd()}…`;
}
