import { Invalid, TooLarge } from "@/domain/kernel/errors";
import type { Upload } from "../../model";
import { inspectZip, unpack, type ZipEntry } from "../zip";
import { children, parseXml, type Xml } from "./xml";

/** The parts of a Word file that hold words, each null when it is not there. */
export interface WordFile {
  document: Xml;
  styles: Xml | null;
  numbering: Xml | null;
  footnotes: Xml | null;
  endnotes: Xml | null;
  comments: Xml | null;
  /** Heads and feet of pages. */
  edges: Xml[];
}

/** Largest part once unpacked: some 3,000 pages. */
const MAX_PART_BYTES = 50 * 1024 * 1024;

/**
 * Unpacks and reads the parts of a Word file. What it refers to elsewhere is not looked at.
 *
 * @throws Invalid with `sources.errors.damaged`, `sources.errors.tooDeep` or `sources.errors.noDocument`;
 *   TooLarge with `sources.errors.tooMuchText`, each with {fileName}.
 */
export function openWord({ fileName, bytes }: Upload): WordFile {
  const facts = inspectZip(bytes);
  if (facts === null) throw new Invalid("sources.errors.damaged", { fileName });
  const entries = new Map(facts.entries.map((entry) => [entry.name, entry]));

  const read = (path: string | undefined): Xml | null => {
    const entry = path === undefined ? undefined : entries.get(path);
    return entry === undefined ? null : parseXml(content(entry), fileName);
  };
  const content = (entry: ZipEntry): Uint8Array => {
    if (entry.size > MAX_PART_BYTES) throw new TooLarge("sources.errors.tooMuchText", { fileName });
    const whole = unpack(bytes, entry, MAX_PART_BYTES);
    if (whole === null) throw new Invalid("sources.errors.damaged", { fileName });
    return whole;
  };

  const main = targetsOf(read("_rels/.rels"), "officeDocument", "")[0] ?? "word/document.xml";
  const folder = main.includes("/") ? main.slice(0, main.lastIndexOf("/") + 1) : "";
  const relations = read(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const part = (type: string) =>
    read(targetsOf(relations, type, folder)[0] ?? `${folder}${type}.xml`);
  const document = read(main);
  if (document?.name !== "w:document") throw new Invalid("sources.errors.noDocument", { fileName });
  return {
    document,
    styles: part("styles"),
    numbering: part("numbering"),
    footnotes: part("footnotes"),
    endnotes: part("endnotes"),
    comments: part("comments"),
    edges: ["header", "footer"].flatMap((type) =>
      targetsOf(relations, type, folder).flatMap((path) => read(path) ?? []),
    ),
  };
}

/** Where parts of a kind are, by what says how parts belong together. */
function targetsOf(relations: Xml | null, type: string, folder: string): string[] {
  return children(relations ?? undefined, "rel:Relationship")
    .filter(({ attributes }) => (attributes.Type ?? "").endsWith(`/${type}`))
    .filter(({ attributes }) => attributes.TargetMode !== "External")
    .map(({ attributes: { Target = "" } }) =>
      Target.startsWith("/") ? Target.slice(1) : `${folder}${Target}`,
    );
}
