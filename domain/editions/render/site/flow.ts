import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import type { ReactionCell, SiteView } from "../../queries/site";
import type { SitePage } from "../../rules/site";
import { countBar } from "./heard";
import { type Html, html } from "./html";
import { inOrderPut, statementName } from "./parts";
import type { Site } from "./site";
import { sumOf } from "./sums";

type View = Extract<SiteView, { kind: "home" }>;

/** One thing in a column of the picture. */
interface Box {
  key: string;
  code: string;
  label: string;
  step: "statement" | "reaction" | "coreValue" | "requirement" | "plain";
  to: SitePage | null;
  count: number;
}

/** The drawing is made in these units; at full page width one is a pixel. */
const WIDTH = 1152;
const BOX = 195;
const BETWEEN = (WIDTH - 4 * BOX) / 3;
const TOP = 34;
const GAP = 10;
const LEAST = 34;
/** Units per reaction at most, and what all of them take together. */
const MOST_EACH = 14;
const LENGTH = 520;
/** Characters that fit on a line of a box beside its count. */
const LINE = 22;
/** Most boxes in a column; the smaller ones go together. */
const MOST = 9;
/** Most rows of each table under it: who asks for more finds it by search or on its own page. */
const MOST_ROWS = 60;

/** Where a reaction passes, in the four columns: each reaction goes one way, so that the sums of all columns are the same. */
function wayOf({
  statement,
  group,
  outcome,
  coreValue,
  chapter,
}: ReactionCell): [string, string, string, string] {
  const ends = chapter !== null;
  return [
    statement ?? "none",
    group ?? "none",
    coreValue ?? (ends ? "direct" : "none"),
    ends ? chapter : `outcome ${outcome}`,
  ];
}

/** From what was put before people to what is asked: all reactions, each of which ends somewhere. As a picture and as a table. */
export function flowPicture(site: Site, view: View): Html {
  const { text } = site;
  const columns = columnsOf(site, view);
  const titles = (["statement", "group", "coreValue", "chapter"] as const).map((name) =>
    text(`editions.site.flow.${name}`),
  );
  const most = Math.max(1, ...columns.flat().map(({ count }) => count));
  return html`<section class="stack" aria-labelledby="stroom"><div><h2 id="stroom">${text("editions.site.flow.title")}</h2><p class="muted wide-only">${text("editions.site.flow.lead")}</p></div>
${drawing(site, view, columns, titles)}
<details class="flow-table"><summary>${text("editions.site.flow.table")}</summary>${flowTable(site, columns, titles, most)}</details></section>`;
}

function flowTable(site: Site, columns: Box[][], titles: string[], most: number): Html {
  return html`<div class="flow-columns">${columns.map((all) => drawnOf(site, all, MOST_ROWS).boxes).map((boxes, i) => html`<table class="sums"><caption>${titles[i]}</caption><tbody>${boxes.map(({ code, label, to, count, step }) => html`<tr><th scope="row">${to ? html`<a href="${site.link(to)}">${code} ${label}</a>` : label}${countBar(count, most, step)}</th><td class="number">${count}</td></tr>`)}</tbody></table>`)}</div>`;
}

function columnsOf(site: Site, view: View): Box[][] {
  const { text } = site;
  const { statements, groups, coreValues, chapters, cells } = view;
  const sums: Map<string, number>[] = [new Map(), new Map(), new Map(), new Map()];
  for (const cell of cells) {
    for (const [i, key] of wayOf(cell).entries())
      sums[i]?.set(key, (sums[i]?.get(key) ?? 0) + cell.count);
  }
  const count = (column: number, key: string) => sums[column]?.get(key) ?? 0;
  const reactions = (filter: Extract<SitePage, { kind: "reactions" }>["filter"]): SitePage => ({
    kind: "reactions",
    filter,
    page: 1,
  });
  const outcomes: (Outcome | null)[] = [...OUTCOMES, null];
  const all: Box[][] = [
    [
      ...inOrderPut(statements).map(
        (one): Box => ({
          key: one.key,
          code: statementName(site, one),
          label: one.text,
          step: "statement",
          to: reactions({ statement: one.key }),
          count: count(0, one.key),
        }),
      ),
      {
        key: "none",
        code: "",
        label: text("editions.site.noStatement"),
        step: "statement",
        to: reactions({ statement: null }),
        count: count(0, "none"),
      },
    ],
    [
      ...groups.map(
        (one): Box => ({
          key: one.key,
          code: "",
          label: one.name,
          step: "reaction",
          to: reactions({ group: one.key }),
          count: count(1, one.key),
        }),
      ),
      {
        key: "none",
        code: "",
        label: text("editions.site.noGroup"),
        step: "reaction",
        to: reactions({ group: null }),
        count: count(1, "none"),
      },
    ],
    [
      ...coreValues.map(
        (one): Box => ({
          key: one.key,
          code: one.key,
          label: one.name,
          step: "coreValue",
          to: { kind: "coreValue", key: one.key, page: 1 },
          count: count(2, one.key),
        }),
      ),
      {
        key: "direct",
        code: "",
        label: text("editions.site.flow.direct"),
        step: "coreValue",
        to: null,
        count: count(2, "direct"),
      },
      {
        key: "none",
        code: "",
        label: text("editions.site.flow.noCoreValue"),
        step: "plain",
        to: null,
        count: count(2, "none"),
      },
    ],
    [
      ...chapters.map(
        (one, i): Box => ({
          key: one.key,
          code: text("editions.site.flow.chapterCode", { number: i + 1 }),
          label: one.title,
          step: "requirement",
          to: { kind: "chapter", key: one.key, page: 1 },
          count: count(3, one.key),
        }),
      ),
      ...outcomes.map(
        (outcome): Box => ({
          key: `outcome ${outcome}`,
          code: "",
          label: outcome
            ? text(`dispositions.outcome.${outcome}`)
            : text("editions.site.unanswered"),
          step: "plain",
          to: reactions({ outcome }),
          count: count(3, `outcome ${outcome}`),
        }),
      ),
    ],
  ];
  return all.map((boxes) => boxes.filter((box) => box.count > 0));
}

/** Of many boxes the smaller ones are drawn as one; what each becomes stands in the map. */
function drawnOf(
  site: Site,
  boxes: readonly Box[],
  most = MOST,
): { boxes: Box[]; as: Map<string, string> } {
  const as = new Map(boxes.map(({ key }) => [key, key]));
  if (boxes.length <= most) return { boxes: [...boxes], as };
  const large = new Set(boxes.toSorted((a, b) => b.count - a.count).slice(0, most - 1));
  const small = boxes.filter((box) => !large.has(box));
  for (const { key } of small) as.set(key, "rest");
  const rest: Box = {
    key: "rest",
    code: "",
    label: site.text("editions.site.flow.rest", { count: small.length }),
    step: small[0]?.step ?? "plain",
    to: null,
    count: small.reduce((sum, { count }) => sum + count, 0),
  };
  return { boxes: [...boxes.filter((box) => large.has(box)), rest], as };
}

interface Placed extends Box {
  x: number;
  y: number;
  height: number;
  /** How far the bands on each side have come. */
  left: number;
  right: number;
}

function drawing(site: Site, { cells }: View, columns: Box[][], titles: string[]): Html {
  const drawn = columns.map((boxes) => drawnOf(site, boxes));
  const each = Math.min(MOST_EACH, LENGTH / Math.max(1, sumOf(cells)));
  const heights = drawn.map(({ boxes }) => boxes.map(({ count }) => Math.max(LEAST, count * each)));
  const total = Math.max(
    ...heights.map(
      (all) => all.reduce((sum, height) => sum + height, 0) + Math.max(0, all.length - 1) * GAP,
    ),
  );
  const placed = drawn.map(({ boxes }, column) => {
    const own = heights[column] ?? [];
    const used = own.reduce((sum, height) => sum + height, 0);
    const gap = boxes.length > 1 ? Math.min(30, (total - used) / (boxes.length - 1)) : 0;
    let y = TOP + (total - used - gap * Math.max(0, boxes.length - 1)) / 2;
    return new Map(
      boxes.map((box, i): [string, Placed] => {
        const height = own[i] ?? LEAST;
        const band = (height - box.count * each) / 2;
        const at = {
          ...box,
          x: column * (BOX + BETWEEN),
          y,
          height,
          left: y + band,
          right: y + band,
        };
        y += height + gap;
        return [box.key, at];
      }),
    );
  });
  const bands = [0, 1, 2].flatMap((column) => bandsBetween(cells, column, drawn, placed, each));
  return html`<svg class="flow" viewBox="0 0 ${WIDTH} ${Math.ceil(TOP + total + 2)}" role="group" aria-label="${site.text("editions.site.flow.title")}">
${titles.map((title, i) => html`<text x="${round(i * (BOX + BETWEEN))}" y="16" class="title">${title}</text>`)}
<g aria-hidden="true">${bands}</g>${placed.flatMap((boxes) => [...boxes.values()].map((box) => drawnBox(site, box)))}</svg>`;
}

function bandsBetween(
  cells: readonly ReactionCell[],
  column: number,
  drawn: { as: Map<string, string> }[],
  placed: Map<string, Placed>[],
  each: number,
): Html[] {
  const sums = new Map<string, { from: Placed; to: Placed; count: number }>();
  for (const cell of cells) {
    const way = wayOf(cell);
    const key = (at: number) => drawn[at]?.as.get(way[at] ?? "") ?? "";
    const from = placed[column]?.get(key(column));
    const to = placed[column + 1]?.get(key(column + 1));
    if (!from || !to) continue;
    const name = `${from.key}>${to.key}`;
    sums.set(name, { from, to, count: (sums.get(name)?.count ?? 0) + cell.count });
  }
  const all = [...sums.values()].sort((a, b) => a.from.y - b.from.y || a.to.y - b.to.y);
  const starts = new Map(
    all.map((band) => {
      const at = band.from.right;
      band.from.right += band.count * each;
      return [band, at];
    }),
  );
  return all
    .toSorted((a, b) => a.to.y - b.to.y || a.from.y - b.from.y)
    .map((band) => {
      const { from, to, count } = band;
      const path = ribbon(from.x + BOX, starts.get(band) ?? 0, to.x, to.left, count * each);
      to.left += count * each;
      return html`<path class="band ${to.step === "plain" ? "plain" : from.step}" d="${path}"/>`;
    });
}

function drawnBox(site: Site, { x, y, height, code, label, count, step, to }: Placed): Html {
  const left = round(x);
  const words = short(label, code ? LINE + 4 : LINE);
  const two = code !== "" && height >= LEAST;
  const middle = y + height / 2;
  const inner = html`<title>${[code, label].filter(Boolean).join(" ")}: ${count}</title><rect x="${left + 0.5}" y="${round(y + 0.5)}" width="${BOX - 1}" height="${round(height - 1)}" rx="5"/><rect class="edge" x="${left}" y="${round(y)}" width="4" height="${round(height)}" rx="2"/>${two ? html`<text class="code" x="${left + 13}" y="${round(middle - 3)}">${code}</text>` : null}<text x="${left + 13}" y="${round(two ? middle + 12 : middle + 4.5)}">${words}</text><text class="count" x="${left + BOX - 10}" y="${round(two ? middle - 3 : middle + 4.5)}">${count}</text>`;
  return to
    ? html`<a class="box ${step}" href="${site.link(to)}">${inner}</a>`
    : html`<g class="box ${step}">${inner}</g>`;
}

function short(text: string, length: number): string {
  const plain = text.replace(/\s+/g, " ").trim();
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).trimEnd()}…`;
}

/** A band from one side to the other with a level start and end. */
function ribbon(x1: number, y1: number, x2: number, y2: number, size: number): string {
  const middle = round((x1 + x2) / 2);
  const height = Math.max(1, size);
  return `M${round(x1)} ${round(y1)}C${middle} ${round(y1)} ${middle} ${round(y2)} ${round(x2)} ${round(y2)}V${round(y2 + height)}C${middle} ${round(y2 + height)} ${middle} ${round(y1 + height)} ${round(x1)} ${round(y1 + height)}Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;
