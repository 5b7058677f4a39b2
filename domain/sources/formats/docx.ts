import JSZip from "jszip";
import mammoth from "mammoth";
import { Invalid, says } from "@/domain/kernel/errors";
import { storedText } from "../rules";
import { parseHtml } from "./dom";
import { toMarkdown } from "./markdown";
import type { Convert, Remark } from "./model";
import { hiddenRemark, picturesRemark, shortened } from "./remarks";
import { Body } from "./word/body";
import { settleChanges } from "./word/changes";
import { Fields } from "./word/fields";
import { edgeWords, notesOf } from "./word/notes";
import { Numbering } from "./word/numbering";
import { openWord, type WordFile } from "./word/package";
import { readStyles } from "./word/styles";
import { toXml, type Xml } from "./word/xml";

/** What is converted at a time, in characters of XML: it keeps memory small, and there is progress to tell. */
const CHUNK = 200_000;

/**
 * Reads a Word file: the wording asked for, written anew in the few elements that are left to convert (numbers,
 * notes and comments as text), as HTML by mammoth, and that as Markdown.
 *
 * @throws what `openWord` and `storedText` throw, and Invalid with `sources.errors.onlyPictures` ({fileName}).
 */
export const convertDocx: Convert = async (file, choices, progress) => {
  const word = openWord(file);
  const parts = [word.document, word.footnotes, word.endnotes, word.comments].filter(
    (part): part is Xml => part !== null,
  );
  const trackedChanges = settleChanges(parts, choices.trackedChanges ?? "with");
  const { blocks, body, comments } = write(word, parts);
  const { text, unknownSigns } = await toText(blocks, file.fileName, progress);
  if (text.trim() === "" && body.findings.pictures > 0) {
    throw new Invalid("sources.errors.onlyPictures", { fileName: file.fileName });
  }
  return {
    text: storedText(file.fileName, text),
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
  const counted = (key: Remark["key"], count: number): Remark[] =>
    count === 0 ? [] : [{ key, params: { count } }];
  const remarks = [
    hiddenRemark(findings.hidden),
    counted(says("sources.remarks.textBoxes"), findings.textBoxes),
    counted(says("sources.remarks.comments"), comments),
    picturesRemark(findings.pictures),
    counted(says("sources.remarks.embedded"), findings.embedded),
    counted(says("sources.remarks.unknownSigns"), unknownSigns),
  ].flat();
  if (edges !== "") {
    remarks.push({ key: says("sources.remarks.edges"), params: { words: shortened(edges) } });
  }
  return remarks;
}
