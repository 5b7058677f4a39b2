import type { Tag } from "./model";

/** A node of the structure of a page, as pdf.js gives it. */
export interface StructNode {
  role?: string;
  type?: string;
  id?: string;
  children?: StructNode[];
}

/** Deeper than any real structure; beyond it a file means harm. */
const DEEPEST = 60;

const BLOCKS = /^(?:P|H[1-6]?|Title|Caption|Note|FENote|BlockQuote|TOCI|Code|Formula|Index|Aside)$/;

interface Place {
  tag: Tag;
  /** The item whose first block is still to come. */
  item: { depth: number; begun: boolean } | null;
  depth: number;
  cell: boolean;
}

/** Says of each piece of marked content on a page what it is, in reading order. */
export function tagsOf(root: StructNode | null): Map<number, Tag> {
  const tags = new Map<number, Tag>();
  let blocks = 0;
  let tables = 0;
  const table = { row: -1, column: -1 };

  const visit = (node: StructNode, place: Place, nesting: number): void => {
    if (nesting > DEEPEST) return;
    if (node.type === "content") {
      const mark = Number(/_mc(\d{1,6})$/.exec(node.id ?? "")?.[1] ?? Number.NaN);
      if (!Number.isNaN(mark) && !tags.has(mark)) tags.set(mark, place.tag);
      return;
    }
    const inside = enter(node.role ?? "", place);
    for (const child of node.children ?? []) visit(child, inside, nesting + 1);
  };

  const block = (kind: Tag["kind"], level = 0): Tag => ({
    block: blocks++,
    kind,
    level,
    table: tables,
    row: table.row,
    column: table.column,
    reference: false,
  });

  function enter(role: string, place: Place): Place {
    if (role === "Table" && !place.cell) {
      tables++;
      Object.assign(table, { row: -1, column: -1 });
      return { ...place, tag: block("paragraph"), item: null };
    }
    if (role === "TR" && !place.cell) {
      table.row++;
      table.column = -1;
      return place;
    }
    if (/^T[HD]$/.test(role) && !place.cell) {
      table.column++;
      return { ...place, tag: block("cell"), cell: true };
    }
    if (place.cell) return place;
    if (role === "L") return { ...place, depth: place.depth + 1 };
    if (role === "LI") {
      const item = { depth: Math.max(place.depth, 1), begun: false };
      return { ...place, item, tag: itemBlock(item) };
    }
    if (role === "Reference" || (role === "Lbl" && !place.item)) {
      return { ...place, tag: { ...place.tag, reference: true } };
    }
    if (role === "Lbl" || role === "LBody") return place;
    const heading = /^(?:H([1-6])?|Title)$/.exec(role);
    if (heading) return { ...place, tag: block("heading", Number(heading[1] ?? 1)), item: null };
    if (BLOCKS.test(role)) {
      if (place.item)
        return place.item.begun ? { ...place, tag: block("paragraph") } : begin(place);
      return { ...place, tag: block("paragraph") };
    }
    return /^(?:Span|Link|NonStruct|Em|Strong|Annot|Quote|Sub|Ruby|Warichu)$/.test(role)
      ? place
      : { ...place, tag: place.item ? place.tag : block("paragraph") };
  }

  const itemBlock = (item: { depth: number }): Tag => block("item", item.depth);
  function begin(place: Place): Place {
    if (place.item) place.item.begun = true;
    return place;
  }

  if (root) visit(root, { tag: block("paragraph"), item: null, depth: 0, cell: false }, 0);
  return tags;
}
