import JSZip from "jszip";
import type { Paper } from "../../model";
import { packed } from "../packed";

const CORE = "docProps/core.xml";
const DOCUMENT = "word/document.xml";
const LINKS = "word/_rels/document.xml.rels";
/** What the library calls a link to an address: parts of the file itself have short names. */
const MADE_UP = /rId[\w-]{21}/g;

/**
 * The same Word file with nothing in it of when and by whom it was made: its dates are that of the decision, and its links are
 * numbered in their order. The library makes both anew each time.
 */
export async function sameBytes(made: ArrayBuffer, { date }: Paper): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(made);
  const read = (name: string) => zip.file(name)?.async("string") ?? Promise.resolve("");
  const core = (await read(CORE)).replace(
    /(<dcterms:(?:created|modified) xsi:type="dcterms:W3CDTF">)[^<]*/g,
    `$1${date}T00:00:00Z`,
  );
  const names = new Map<string, string>();
  const links = (await read(LINKS)).replace(MADE_UP, (name) => {
    const known = names.get(name) ?? `rIdLink${names.size + 1}`;
    names.set(name, known);
    return known;
  });
  const document = (await read(DOCUMENT)).replace(MADE_UP, (name) => names.get(name) ?? name);
  return packed(zip, date, { [CORE]: core, [DOCUMENT]: document, [LINKS]: links });
}
