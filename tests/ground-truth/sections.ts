import type { TruthFile } from "./read";

/**
 * Each section of a document by itself, below its title, as a document that was read by hand: in one page everything
 * stands near the beginning or the end, which says little there.
 */
export function sectionsOf(file: TruthFile): TruthFile[] {
  const points = [...file.text];
  return file.documents.flatMap((document) => {
    const { blocks } = document;
    const title = Math.max(
      blocks.findIndex(({ kind }) => kind === "heading"),
      0,
    );
    const heads = blocks.flatMap(({ kind }, i) => (kind === "heading" && i > title ? [i] : []));
    return heads.flatMap((from, h) => {
      const to = heads[h + 1] ?? blocks.length;
      if (to - from < 2) return [];
      const chosen = [blocks.slice(0, title + 1), blocks.slice(from, to)];
      let text = "";
      const moved = chosen.flatMap((part) => {
        const [start, end] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0];
        if (text !== "") text += "\n\n";
        const by = [...text].length - start;
        text += points.slice(start, end).join("");
        return part.map((block) => ({ ...block, start: block.start + by, end: block.end + by }));
      });
      return [{ ...file, text, documents: [{ ...document, blocks: moved }] }];
    });
  });
}
