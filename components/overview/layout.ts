import {
  FLOW_COLUMNS,
  type Flow,
  type FlowBand,
  type FlowColumn,
  type FlowNode,
} from "../../domain/overview/model";

/** Where a node stands across the columns: from `at`, `size` long. In units of the drawing. */
export interface PlacedNode {
  node: FlowNode;
  at: number;
  size: number;
}

/** A band: where it leaves one node and meets the other, each end with its own thickness. */
export interface PlacedBand {
  band: FlowBand;
  fromAt: number;
  toAt: number;
  size: number;
}

export interface FlowLayout {
  columns: Record<FlowColumn, PlacedNode[]>;
  bands: PlacedBand[];
  /** Length across the columns. */
  length: number;
}

export interface LayoutRoom {
  /** The length to fill; the drawing becomes longer when the nodes do not fit. */
  length: number;
  /** Least size of a node: its words must fit. */
  least: (node: FlowNode) => number;
  /** Least space between nodes, and most. */
  gap: number;
  mostGap: number;
  /** Thickest one link may be. */
  mostPerLink: number;
  /** Never longer than `length`: nodes shrink below `least` instead. */
  fixed?: boolean;
}

/**
 * Places the nodes and bands of a flow. A band is as thick as its number of links. Between
 * kernwaarden and eisen the links are of another kind than before them and have a scale of their
 * own; both scales are as large as fits.
 */
export function layoutFlow(flow: Flow, room: LayoutRoom): FlowLayout {
  const { length, gap } = room;
  const keyed = new Map(flow.nodes.map((node) => [node.key, node]));
  const late = (band: FlowBand) => keyed.get(band.to)?.column === "requirement";
  const scale = (bands: FlowBand[], columns: FlowColumn[]): number => {
    const total = bands.reduce((sum, band) => sum + band.count, 0);
    const most = Math.max(
      1,
      ...columns.map((column) => flow.nodes.filter((node) => node.column === column).length),
    );
    return Math.min(room.mostPerLink, Math.max(0, length - (most - 1) * gap) / Math.max(total, 1));
  };
  const early = scale(
    flow.bands.filter((band) => !late(band) && keyed.get(band.from)?.column === "reaction"),
    ["reaction", "coreValue"],
  );
  const lateScale = scale(flow.bands.filter(late), ["coreValue", "requirement"]);
  const thickness = (band: FlowBand) => band.count * (late(band) ? lateScale : early);

  const side = (key: string, end: "from" | "to") =>
    flow.bands.filter((band) => band[end] === key).reduce((sum, band) => sum + thickness(band), 0);
  const columns = {} as Record<FlowColumn, PlacedNode[]>;
  let longest = length;
  const sizes = new Map<string, number>();
  for (const column of FLOW_COLUMNS) {
    const nodes = flow.nodes.filter((node) => node.column === column);
    for (const node of nodes) {
      sizes.set(node.key, Math.max(room.least(node), side(node.key, "from"), side(node.key, "to")));
    }
    const sum = nodes.reduce((total, node) => total + (sizes.get(node.key) ?? 0), 0);
    const needed = sum + Math.max(0, nodes.length - 1) * gap;
    if (room.fixed && needed > length) {
      const shrink = (length - Math.max(0, nodes.length - 1) * gap) / sum;
      for (const node of nodes) sizes.set(node.key, (sizes.get(node.key) ?? 0) * shrink);
    } else {
      longest = Math.max(longest, needed);
    }
  }
  for (const column of FLOW_COLUMNS) {
    const nodes = flow.nodes.filter((node) => node.column === column);
    const sum = nodes.reduce((total, node) => total + (sizes.get(node.key) ?? 0), 0);
    const between =
      nodes.length > 1
        ? Math.min(room.mostGap, Math.max(gap, (longest - sum) / (nodes.length - 1)))
        : 0;
    let at = Math.max(0, (longest - sum - between * (nodes.length - 1)) / 2);
    columns[column] = nodes.map((node) => {
      const size = sizes.get(node.key) ?? 0;
      const placed = { node, at, size };
      at += size + between;
      return placed;
    });
  }
  return { columns, bands: placeBands(flow, columns, thickness), length: longest };
}

/** Puts the ends of the bands along the sides of their nodes, in the order of the other ends. */
function placeBands(
  flow: Flow,
  columns: Record<FlowColumn, PlacedNode[]>,
  thickness: (band: FlowBand) => number,
): PlacedBand[] {
  const places = new Map<string, PlacedNode>();
  for (const column of FLOW_COLUMNS)
    for (const placed of columns[column]) places.set(placed.node.key, placed);
  const centre = (key: string) => {
    const placed = places.get(key);
    return placed ? placed.at + placed.size / 2 : 0;
  };
  const ends = (end: "from" | "to", other: "from" | "to") => {
    const starts = new Map<FlowBand, number>();
    for (const placed of places.values()) {
      const bands = flow.bands
        .filter((band) => band[end] === placed.node.key)
        .sort((a, b) => centre(a[other]) - centre(b[other]));
      const total = bands.reduce((sum, band) => sum + thickness(band), 0);
      // In a node that was shrunk to fit, the ends overlap evenly and stay inside it.
      const fit = total > placed.size ? placed.size / total : 1;
      let at = placed.at + Math.max(0, (placed.size - total * fit) / 2);
      for (const band of bands) {
        starts.set(band, at);
        at += thickness(band) * fit;
      }
    }
    return starts;
  };
  const from = ends("from", "to");
  const to = ends("to", "from");
  return flow.bands.map((band) => ({
    band,
    fromAt: from.get(band) ?? 0,
    toAt: to.get(band) ?? 0,
    size: thickness(band),
  }));
}

/**
 * Breaks words into at most `lines` lines of about `width` characters; what does not fit is left
 * out behind an ellipsis. The drawing has no other way to wrap text.
 */
export function wrapWords(text: string, width: number, lines: number): string[] {
  const words = text.replace(/\s+/gu, " ").trim().split(" ");
  const wrapped: string[] = [];
  let line = "";
  for (const [index, word] of words.entries()) {
    const next = line ? `${line} ${word}` : word;
    if (next.length <= width || !line) {
      line = next.length > width ? `${next.slice(0, width - 1)}…` : next;
      continue;
    }
    wrapped.push(line);
    line = word.length > width ? `${word.slice(0, width - 1)}…` : word;
    if (wrapped.length === lines) {
      const last = wrapped[lines - 1] ?? "";
      wrapped[lines - 1] = `${last.slice(0, width - 1).replace(/(?<![\s,.;:])[\s,.;:]+$/u, "")}…`;
      return wrapped;
    }
    if (index === words.length - 1) break;
  }
  if (line) wrapped.push(line);
  return wrapped;
}
