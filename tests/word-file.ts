import JSZip from "jszip";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES =
  `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** The parts of a Word file by kind, each what stands inside its root; `header` and `footer` are edges of pages. */
export type WordParts = Partial<
  Record<
    "styles" | "numbering" | "footnotes" | "endnotes" | "comments" | "header" | "footer",
    string
  >
>;

const ROOTS: Record<keyof WordParts, string> = {
  styles: "styles",
  numbering: "numbering",
  footnotes: "footnotes",
  endnotes: "endnotes",
  comments: "comments",
  header: "hdr",
  footer: "ftr",
};

/** A Word file as Word itself lays it out, with this body. */
export async function wordFile(body: string, parts: WordParts = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  const kinds = Object.keys(parts) as (keyof WordParts)[];
  const relation = (type: string, target: string) =>
    `<Relationship Id="${type}" Type="${R}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  zip.file("_rels/.rels", relations(relation("officeDocument", "word/document.xml")));
  zip.file(
    "word/_rels/document.xml.rels",
    relations(kinds.map((kind) => relation(kind, `${kind}1.xml`)).join("")),
  );
  zip.file(
    "word/document.xml",
    `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
  );
  for (const kind of kinds) {
    const root = ROOTS[kind];
    zip.file(`word/${kind}1.xml`, `<w:${root} ${NAMESPACES}>${parts[kind]}</w:${root}>`);
  }
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** A paragraph of one run, with properties of the paragraph and of the run. */
export function p(words: string, paragraph = "", run = ""): string {
  return `<w:p><w:pPr>${paragraph}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}

export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;

/** A paragraph style with its name, and what else it says. */
export function styled(id: string, name: string, rest = ""): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
}
