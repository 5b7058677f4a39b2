import {
  type Flow,
  type FlowBand,
  type FlowColumn,
  type FlowCounts,
  type FlowNode,
  MOST_NODES,
} from "./model";

type Draft = Omit<FlowNode, "count" | "things" | "missing"> & { missing?: number };

/** Adds up nodes and bands that are named again. */
class Drawing {
  readonly nodes = new Map<string, FlowNode>();
  readonly bands = new Map<string, FlowBand>();

  node(draft: Draft, count: number, things = 1): string {
    const known = this.nodes.get(draft.key);
    if (known) {
      known.count += count;
      known.things += things;
      known.missing += draft.missing ?? 0;
    } else {
      this.nodes.set(draft.key, { missing: 0, ...draft, count, things });
    }
    return draft.key;
  }

  band(from: string, to: string, count: number, gap = false): void {
    if (count <= 0) return;
    const key = `${from}>${to}`;
    const known = this.bands.get(key);
    if (known) known.count += count;
    else this.bands.set(key, { from, to, count, gap });
  }
}

/** The node under which the smaller things of a column are drawn together. */
const rest = (column: FlowColumn, target: FlowNode["target"]): Draft => ({
  key: `${column}-rest`,
  column,
  kind: "rest",
  code: "",
  label: "",
  target,
});

/** The ids of the largest things, at most `most`; one that would stand alone in "overige" is kept. */
function largest(things: { id: string; size: number }[], most: number): Set<string> {
  if (things.length <= most + 1) return new Set(things.map((thing) => thing.id));
  const sorted = [...things].sort((a, b) => b.size - a.size);
  return new Set(sorted.slice(0, most).map((thing) => thing.id));
}

const groupId = (statementId: string | null, consultationId: string | null) =>
  consultationId === null ? "words" : `${statementId ?? "none"}/${consultationId}`;

/**
 * The picture of a dossier: bounded nodes in four columns, with the links between them as bands.
 * Nothing is lost in it: what is not drawn on its own is counted under "overige", and what leads
 * nowhere yet goes to a gap.
 *
 * @param unused reactions of the whole dossier that lead nowhere yet, as it counts them: what is not of a group that was
 *   counted is of the others.
 * @param most things drawn on their own per column.
 */
export function flowOf(counts: FlowCounts, unused: number, most = MOST_NODES): Flow {
  const drawing = new Drawing();
  const reactionKey = drawReactions(drawing, counts, most);
  const coreValueKey = drawCoreValues(drawing, counts, most);
  const chapterKey = drawChapters(drawing, counts, most);
  const direct = (): string =>
    drawing.node(
      {
        key: "coreValue-direct",
        column: "coreValue",
        kind: "direct",
        code: "",
        label: "",
        target: { page: "specification" },
      },
      0,
      0,
    );

  for (const coding of counts.codings) {
    drawing.band(
      reactionKey(coding.statementId, coding.consultationId),
      coreValueKey(coding.coreValueId),
      coding.count,
    );
  }
  const counted = counts.reactions.reduce((sum, { open }) => sum + (open ?? 0), 0);
  const [other] = counts.reactions.filter(({ open }) => open === null);
  const leadNowhere = other
    ? [...counts.reactions, { ...other, open: Math.max(0, unused - counted) }]
    : counts.reactions;
  for (const { open, ...group } of leadNowhere) {
    if (!open) continue;
    const gap = drawing.node(
      {
        key: "coreValue-gap",
        column: "coreValue",
        kind: "gap",
        code: "",
        label: "",
        target: { page: "gaps", list: "reacties-niet-gecodeerd" },
      },
      open,
      0,
    );
    drawing.band(reactionKey(group.statementId, group.consultationId), gap, open, true);
  }
  for (const link of counts.direct) {
    drawing.band(reactionKey(link.statementId, link.consultationId), direct(), link.count);
  }

  const used = new Set<string>();
  for (const link of counts.links) {
    if (link.coreValueId) used.add(link.coreValueId);
    drawing.band(
      link.coreValueId ? coreValueKey(link.coreValueId) : direct(),
      chapterKey(link.chapterId),
      link.count,
    );
  }
  for (const value of counts.coreValues) {
    if (used.has(value.id)) continue;
    const gap = drawing.node(
      {
        key: "requirement-gap",
        column: "requirement",
        kind: "gap",
        code: "",
        label: "",
        target: { page: "gaps", list: "kernwaarden-zonder-eis" },
      },
      1,
      0,
    );
    drawing.band(coreValueKey(value.id), gap, 1, true);
  }
  return inOrder({ nodes: [...drawing.nodes.values()], bands: [...drawing.bands.values()] });
}

/** Draws the first two columns. @returns which node a reaction is drawn in. */
function drawReactions(drawing: Drawing, counts: FlowCounts, most: number) {
  const perStatement = new Map<string, number>();
  for (const group of counts.reactions) {
    const id = group.statementId ?? "none";
    perStatement.set(id, (perStatement.get(id) ?? 0) + group.total);
  }
  const shownStatements = largest(
    counts.statements.map(({ id }) => ({ id, size: perStatement.get(id) ?? 0 })),
    most,
  );
  const statementKeys = new Map<string, string>();
  for (const statement of counts.statements) {
    const shown = shownStatements.has(statement.id);
    const key = drawing.node(
      shown
        ? {
            key: `statement-${statement.id}`,
            column: "statement",
            kind: "thing",
            code: [...new Set(statement.numbers)].join("/"),
            label: statement.text,
            target: { page: "statement", id: statement.id },
          }
        : rest("statement", { page: "statements" }),
      perStatement.get(statement.id) ?? 0,
    );
    statementKeys.set(statement.id, key);
  }
  if (perStatement.has("none")) {
    statementKeys.set(
      "none",
      drawing.node(
        {
          key: "statement-none",
          column: "statement",
          kind: "none",
          code: "",
          label: "",
          target: { page: "statements" },
        },
        perStatement.get("none") ?? 0,
      ),
    );
  }

  const shownGroups = largest(
    counts.reactions.map((group) => ({
      id: groupId(group.statementId, group.consultationId),
      size: group.total,
    })),
    most,
  );
  const order = new Map(counts.statements.map(({ id }, index) => [id, index]));
  const place = (id: string | null) => (id ? (order.get(id) ?? 0) : order.size);
  const keys = new Map<string, string>();
  for (const group of [...counts.reactions].sort(
    (a, b) => place(a.statementId) - place(b.statementId),
  )) {
    const id = groupId(group.statementId, group.consultationId);
    const key = drawing.node(
      shownGroups.has(id)
        ? {
            key: `reaction-${id}`,
            column: "reaction",
            kind: "thing",
            code: group.number === null ? "" : String(group.number),
            label: group.consultation,
            target: {
              page: "reactions",
              consultationId: group.consultationId,
              statementId: group.statementId,
            },
          }
        : rest("reaction", { page: "statements" }),
      group.total,
    );
    keys.set(id, key);
    const statement = statementKeys.get(group.statementId ?? "none");
    if (statement) drawing.band(statement, key, group.total);
  }
  return (statementId: string | null, consultationId: string | null): string =>
    keys.get(groupId(statementId, consultationId)) ??
    drawing.node(
      {
        key: "reaction-words",
        column: "reaction",
        kind: "words",
        code: "",
        label: "",
        target: { page: "sources" },
      },
      0,
      0,
    );
}

function drawCoreValues(drawing: Drawing, counts: FlowCounts, most: number) {
  const sizes = new Map<string, number>();
  for (const coding of counts.codings) {
    sizes.set(coding.coreValueId, (sizes.get(coding.coreValueId) ?? 0) + coding.count);
  }
  const shown = largest(
    counts.coreValues.map(({ id }) => ({ id, size: sizes.get(id) ?? 0 })),
    most,
  );
  const keys = new Map<string, string>();
  for (const value of counts.coreValues) {
    const key = drawing.node(
      shown.has(value.id)
        ? {
            key: `coreValue-${value.id}`,
            column: "coreValue",
            kind: "thing",
            code: `K-${value.number}`,
            label: value.name,
            target: { page: "coreValue", id: value.id },
          }
        : rest("coreValue", { page: "coreValues" }),
      sizes.get(value.id) ?? 0,
    );
    keys.set(value.id, key);
  }
  return (id: string): string => keys.get(id) ?? "coreValue-rest";
}

function drawChapters(drawing: Drawing, counts: FlowCounts, most: number) {
  const shown = largest(
    counts.chapters.map(({ id, total }) => ({ id, size: total })),
    most,
  );
  const keys = new Map<string, string>();
  for (const chapter of counts.chapters) {
    const key = drawing.node(
      {
        ...(shown.has(chapter.id)
          ? {
              key: `requirement-${chapter.id}`,
              column: "requirement" as const,
              kind: "thing" as const,
              code: `H${chapter.number}`,
              label: chapter.title,
              target: { page: "chapter", id: chapter.id },
            }
          : rest("requirement", { page: "specification" })),
        missing: chapter.withoutSource,
      },
      chapter.total,
    );
    keys.set(chapter.id, key);
  }
  return (id: string): string => keys.get(id) ?? "requirement-rest";
}

/**
 * Puts the nodes in the order they are drawn in: things first, then what goes together, then gaps.
 * Kernwaarden come in the order of where their words come from, so that bands cross little.
 */
function inOrder(flow: Flow): Flow {
  const tail: Record<FlowNode["kind"], number> = {
    thing: 0,
    rest: 1,
    none: 2,
    words: 2,
    direct: 3,
    gap: 4,
  };
  const at = new Map<string, number>();
  flow.nodes
    .filter((node) => node.column === "reaction")
    .forEach((node, index) => {
      at.set(node.key, index);
    });
  const middle = new Map<string, number>();
  for (const node of flow.nodes) {
    if (node.column !== "coreValue") continue;
    const bands = flow.bands.filter((band) => band.to === node.key);
    const total = bands.reduce((sum, band) => sum + band.count, 0);
    const weighed = bands.reduce((sum, band) => sum + band.count * (at.get(band.from) ?? 0), 0);
    middle.set(node.key, total > 0 ? weighed / total : Number.MAX_SAFE_INTEGER);
  }
  const nodes = [...flow.nodes].sort(
    (a, b) =>
      tail[a.kind] - tail[b.kind] ||
      (a.column === "coreValue" && b.column === "coreValue"
        ? (middle.get(a.key) ?? 0) - (middle.get(b.key) ?? 0)
        : 0),
  );
  return { nodes, bands: flow.bands };
}

/** The same flow with short keys: each band names two of them, several times on a page. */
export function shortKeys({ nodes, bands }: Flow): Flow {
  const short = new Map(nodes.map(({ key }, index) => [key, index.toString(36)]));
  const named = (key: string) => short.get(key) ?? key;
  return {
    nodes: nodes.map((node) => ({ ...node, key: named(node.key) })),
    bands: bands.map((band) => ({ ...band, from: named(band.from), to: named(band.to) })),
  };
}

/**
 * Every node and band on a way through a node, or through a band (`from` to `to`): what leads to it
 * and what it leads to. Bands are named `from>to`.
 */
export function wayThrough(
  bands: { from: string; to: string }[],
  from: string,
  to: string = from,
): Set<string> {
  const found = new Set([from, to]);
  if (from !== to) found.add(`${from}>${to}`);
  const walk = (start: string, here: "from" | "to", there: "from" | "to") => {
    const queue = [start];
    const seen = new Set(queue);
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      for (const band of bands) {
        if (band[here] !== key) continue;
        found.add(`${band.from}>${band.to}`);
        found.add(band[there]);
        if (!seen.has(band[there])) queue.push(band[there]);
        seen.add(band[there]);
      }
    }
  };
  walk(to, "from", "to");
  walk(from, "to", "from");
  return found;
}
