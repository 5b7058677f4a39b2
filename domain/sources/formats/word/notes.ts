import { type Body, paragraph, type Reference, run } from "./body";
import { child, children, make, within, type Xml } from "./xml";

/** Where notes of each kind stand; null when there are none. */
type NoteParts = Record<Reference["kind"], Xml | null>;

/**
 * What the text refers to, to stand after it: footnotes and endnotes with the mark they have in the text, and
 * comments with who made them and what they are about.
 */
export function notesOf(body: Body, parts: NoteParts): { blocks: Xml[]; comments: number } {
  // What notes refer to themselves comes behind, and so on: the list grows while it is read.
  const notes: Xml[] = [];
  const comments: Xml[] = [];
  let count = 0;
  const done = new Set<string>();
  for (let i = 0; i < body.references.length; i++) {
    const reference = body.references[i];
    if (reference === undefined) break;
    const { kind, id } = reference;
    const element = children(parts[kind] ?? undefined, `w:${kind}`).find(
      ({ attributes }) => attributes["w:id"] === id,
    );
    if (element === undefined || done.has(`${kind} ${id}`)) continue;
    done.add(`${kind} ${id}`);
    const blocks = body.blocks(element.children);
    if (blocks.length === 0) continue;
    if (kind === "comment") count++;
    const before = kind === "comment" ? commentOpening(element, reference) : `${reference.mark} `;
    (kind === "comment" ? comments : notes).push(...opened(blocks, before));
  }
  const headed = (title: string, blocks: Xml[]) =>
    blocks.length === 0 ? [] : [paragraph("Heading2", [run(title)]), ...blocks];
  return {
    // The document is in Dutch, and these words are part of its text.
    blocks: [...headed("Voetnoten", notes), ...headed("Opmerkingen in de kantlijn", comments)],
    comments: count,
  };
}

function commentOpening(element: Xml, { about }: Reference): string {
  const author = (element.attributes["w:author"] ?? "").trim().slice(0, 100) || "Onbekend";
  const words = about.replace(/\s+/g, " ").trim();
  return words === "" ? `${author}: ` : `${author} (bij “${words}”): `;
}

/** The blocks with words put before those of the first paragraph; before a table they are one of their own. */
function opened(blocks: Xml[], before: string): Xml[] {
  const [first, ...rest] = blocks;
  if (first?.name !== "w:p") return [paragraph("Text", [run(before)]), ...blocks];
  const [, ...runs] = first.children;
  return [make("w:p", {}, [...first.children.slice(0, 1), run(before), ...runs]), ...rest];
}

/** Of a page by itself: its number. */
const PAGE_WORDS = /^(?:pagina|page|blz\.?|bladzijde)?(?:van|of|\/|\||-|–)*$/i;

/** Words at the head and foot of pages that stand nowhere in the text. */
export function edgeWords(edges: readonly Xml[], text: string): string {
  const known = bare(text);
  const found = new Set<string>();
  for (const edge of edges) {
    for (const element of within(edge)) {
      if (element.name === "v:textpath") add(element.attributes.string ?? "");
      if (element.name === "w:p") add(ownWords(element));
    }
  }
  return [...found].join(" · ");

  function add(words: string): void {
    const line = words.replace(/\s+/g, " ").trim();
    if (PAGE_WORDS.test(line.replace(/[\d\s]/g, "")) || known.includes(bare(line))) return;
    found.add(line);
  }
}

const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The words of a paragraph, without instructions of fields and without what floats in it. */
function ownWords(element: Xml): string {
  let words = "";
  for (const at of element.children) {
    if (
      typeof at === "string" ||
      ["w:drawing", "w:pict", "mc:AlternateContent"].includes(at.name)
    ) {
      continue;
    }
    if (at.name === "w:t") words += at.children.filter((x) => typeof x === "string").join("");
    else if (at.name === "w:tab" || at.name === "w:br") words += " ";
    else if (child(at, "w:instrText") === undefined) words += ownWords(at);
  }
  return words;
}
