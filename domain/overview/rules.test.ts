import { expect, test } from "vitest";
import { addresses } from "@/components/addresses";
import type { Flow, FlowCounts, FlowNode } from "./model";
import { flowOf, shortKeys, wayThrough } from "./rules";

/** Three stellingen and a loose one, two meetings, words without a reaction, four kernwaarden. */
const COUNTS: FlowCounts = {
  statements: [
    { id: "s1", text: "Eén begeleider", numbers: [1, 2, 1] },
    { id: "s2", text: "Ook thuis", numbers: [2] },
    { id: "s3", text: "Nooit besproken", numbers: [] },
  ],
  reactions: [
    // In another order than the stellingen.
    {
      statementId: null,
      consultationId: "vo",
      consultation: "VO",
      number: null,
      total: 4,
      open: 1,
    },
    { statementId: "s2", consultationId: "po", consultation: "PO", number: 2, total: 3, open: 0 },
    { statementId: "s1", consultationId: "po", consultation: "PO", number: 1, total: 5, open: 2 },
    { statementId: "s1", consultationId: "vo", consultation: "VO", number: 2, total: 1, open: 0 },
  ],
  codings: [
    { statementId: null, consultationId: "vo", coreValueId: "k1", count: 3 },
    { statementId: "s1", consultationId: "po", coreValueId: "k2", count: 2 },
    { statementId: "s1", consultationId: "po", coreValueId: "k1", count: 1 },
    { statementId: null, consultationId: null, coreValueId: "k2", count: 2 },
  ],
  direct: [
    { statementId: "s2", consultationId: "po", count: 2 },
    { statementId: null, consultationId: null, count: 1 },
  ],
  coreValues: [
    { id: "k1", number: 1, name: "Rust" },
    { id: "k2", number: 2, name: "Vast gezicht" },
    { id: "k3", number: 3, name: "Zonder woorden" },
  ],
  links: [
    { coreValueId: "k1", chapterId: "c1", count: 2 },
    { coreValueId: "k2", chapterId: "c2", count: 1 },
    { coreValueId: null, chapterId: "c1", count: 3 },
  ],
  chapters: [
    { id: "c1", title: "Begeleiding", number: 1, total: 9, withoutSource: 2, motivated: 1 },
    { id: "c2", title: "Overgang", number: 2, total: 4, withoutSource: 1, motivated: 0 },
  ],
};

const to = addresses.dossier("x");
/** Where a node leads, below the address of the dossier. */
const pathOf = (node: FlowNode) => to.target(node.target).slice(`${to.overview()}/`.length);
const short = (node: FlowNode) =>
  `${node.key} ${node.column} ${node.kind} [${node.code}] ${node.label} ${node.count}/${node.things}/${node.missing} ${pathOf(node)}`;
const nodesOf = (flow: Flow) => flow.nodes.map(short).sort();
const bandsOf = (flow: Flow) =>
  flow.bands.map((band) => `${band.from}>${band.to} ${band.count}${band.gap ? " gap" : ""}`).sort();

test("everything is drawn once, with its name, its counts and its address", () => {
  const flow = flowOf(COUNTS, 0);
  expect(nodesOf(flow)).toEqual(
    [
      "statement-s1 statement thing [1/2] Eén begeleider 6/1/0 stellingen/s1",
      "statement-s2 statement thing [2] Ook thuis 3/1/0 stellingen/s2",
      "statement-s3 statement thing [] Nooit besproken 0/1/0 stellingen/s3",
      "statement-none statement none []  4/1/0 stellingen",
      "reaction-s1/po reaction thing [1] PO 5/1/0 stellingen?consultatie=po&stelling=s1",
      "reaction-s1/vo reaction thing [2] VO 1/1/0 stellingen?consultatie=vo&stelling=s1",
      "reaction-s2/po reaction thing [2] PO 3/1/0 stellingen?consultatie=po&stelling=s2",
      "reaction-none/vo reaction thing [] VO 4/1/0 stellingen?consultatie=vo",
      "reaction-words reaction words []  0/0/0 bronnen",
      "coreValue-k1 coreValue thing [K-1] Rust 4/1/0 kernwaarden/k1",
      "coreValue-k2 coreValue thing [K-2] Vast gezicht 4/1/0 kernwaarden/k2",
      "coreValue-k3 coreValue thing [K-3] Zonder woorden 0/1/0 kernwaarden/k3",
      "coreValue-gap coreValue gap []  3/0/0 verantwoording?lijst=reacties-niet-gecodeerd",
      "coreValue-direct coreValue direct []  0/0/0 pve",
      "requirement-c1 requirement thing [H1] Begeleiding 9/1/2 pve?hoofdstuk=c1#c1",
      "requirement-c2 requirement thing [H2] Overgang 4/1/1 pve?hoofdstuk=c2#c2",
      "requirement-gap requirement gap []  1/0/0 verantwoording?lijst=kernwaarden-zonder-eis",
    ].sort(),
  );
  expect(bandsOf(flow)).toEqual(
    [
      "statement-s1>reaction-s1/po 5",
      "statement-s1>reaction-s1/vo 1",
      "statement-s2>reaction-s2/po 3",
      "statement-none>reaction-none/vo 4",
      "reaction-none/vo>coreValue-k1 3",
      "reaction-s1/po>coreValue-k2 2",
      "reaction-s1/po>coreValue-k1 1",
      "reaction-words>coreValue-k2 2",
      "reaction-none/vo>coreValue-gap 1 gap",
      "reaction-s1/po>coreValue-gap 2 gap",
      "reaction-s2/po>coreValue-direct 2",
      "reaction-words>coreValue-direct 1",
      "coreValue-k1>requirement-c1 2",
      "coreValue-k2>requirement-c2 1",
      "coreValue-direct>requirement-c1 3",
      "coreValue-k3>requirement-gap 1 gap",
    ].sort(),
  );
});

test("a column stands in the order of the way: things, what goes together, what leads nowhere", () => {
  const keys = (flow: Flow, column: string) =>
    flow.nodes.filter((node) => node.column === column).map((node) => node.key);
  const flow = flowOf(COUNTS, 0);
  expect(keys(flow, "statement")).toEqual([
    "statement-s1",
    "statement-s2",
    "statement-s3",
    "statement-none",
  ]);
  // By stelling, whatever order they were counted in; those to no stelling come after.
  expect(keys(flow, "reaction")).toEqual([
    "reaction-s1/po",
    "reaction-s1/vo",
    "reaction-s2/po",
    "reaction-none/vo",
    "reaction-words",
  ]);
  expect(keys(flow, "requirement")).toEqual([
    "requirement-c1",
    "requirement-c2",
    "requirement-gap",
  ]);
  // K-2 comes on average from higher up than K-1; what has no words yet comes last.
  const bent: FlowCounts = {
    ...COUNTS,
    codings: [
      { statementId: null, consultationId: "vo", coreValueId: "k1", count: 9 },
      { statementId: "s1", consultationId: "po", coreValueId: "k1", count: 1 },
      { statementId: "s1", consultationId: "po", coreValueId: "k2", count: 1 },
      { statementId: "s1", consultationId: "vo", coreValueId: "k2", count: 1 },
    ],
  };
  expect(keys(flowOf(bent, 0), "coreValue")).toEqual([
    "coreValue-k2",
    "coreValue-k1",
    "coreValue-k3",
    "coreValue-direct",
    "coreValue-gap",
  ]);
});

test("of a full column the largest are drawn, and the rest is one, with all that belongs to it", () => {
  const many = <Thing>(n: number, make: (i: number) => Thing) =>
    Array.from({ length: n }, (_, i) => make(i + 1));
  const counts: FlowCounts = {
    // The larger the later.
    statements: many(4, (i) => ({ id: `s${i}`, text: `Stelling ${i}`, numbers: [i] })),
    reactions: many(4, (i) => ({
      statementId: `s${i}`,
      consultationId: "po",
      consultation: "PO",
      number: i,
      total: i * 10,
      open: 0,
    })),
    codings: many(4, (i) => ({
      statementId: `s${i}`,
      consultationId: "po",
      coreValueId: `k${i}`,
      count: i,
    })),
    direct: [],
    coreValues: many(4, (i) => ({ id: `k${i}`, number: i, name: `Waarde ${i}` })),
    links: many(4, (i) => ({ coreValueId: `k${i}`, chapterId: `c${i}`, count: i })),
    chapters: many(4, (i) => ({
      id: `c${i}`,
      title: `Hoofdstuk ${i}`,
      number: i,
      total: i * 2,
      withoutSource: i,
      motivated: 0,
    })),
  };
  const flow = flowOf(counts, 0, 2);
  expect(nodesOf(flow)).toEqual(
    [
      "statement-s3 statement thing [3] Stelling 3 30/1/0 stellingen/s3",
      "statement-s4 statement thing [4] Stelling 4 40/1/0 stellingen/s4",
      "statement-rest statement rest []  30/2/0 stellingen",
      "reaction-s3/po reaction thing [3] PO 30/1/0 stellingen?consultatie=po&stelling=s3",
      "reaction-s4/po reaction thing [4] PO 40/1/0 stellingen?consultatie=po&stelling=s4",
      "reaction-rest reaction rest []  30/2/0 stellingen",
      "coreValue-k3 coreValue thing [K-3] Waarde 3 3/1/0 kernwaarden/k3",
      "coreValue-k4 coreValue thing [K-4] Waarde 4 4/1/0 kernwaarden/k4",
      "coreValue-rest coreValue rest []  3/2/0 kernwaarden",
      "requirement-c3 requirement thing [H3] Hoofdstuk 3 6/1/3 pve?hoofdstuk=c3#c3",
      "requirement-c4 requirement thing [H4] Hoofdstuk 4 8/1/4 pve?hoofdstuk=c4#c4",
      "requirement-rest requirement rest []  6/2/3 pve",
    ].sort(),
  );
  expect(bandsOf(flow)).toEqual(
    [
      "statement-rest>reaction-rest 30",
      "statement-s3>reaction-s3/po 30",
      "statement-s4>reaction-s4/po 40",
      "reaction-rest>coreValue-rest 3",
      "reaction-s3/po>coreValue-k3 3",
      "reaction-s4/po>coreValue-k4 4",
      "coreValue-rest>requirement-rest 3",
      "coreValue-k3>requirement-c3 3",
      "coreValue-k4>requirement-c4 4",
    ].sort(),
  );
  expect(flow.nodes.at(-1)?.kind).toBe("rest");
});

test("no band without anything in it, and nothing of nothing", () => {
  const empty: FlowCounts = {
    ...COUNTS,
    reactions: [
      { statementId: "s1", consultationId: "po", consultation: "PO", number: 1, total: 0, open: 0 },
    ],
    codings: [],
    direct: [],
    coreValues: [],
    links: [],
  };
  expect(flowOf(empty, 0).bands).toEqual([]);
  const nothing = { ...empty, statements: [], reactions: [], chapters: [] };
  expect(flowOf(nothing, 0)).toEqual({ nodes: [], bands: [] });
});

test("a way through a node is what leads to it and what it leads to, also in a circle", () => {
  const bands = ["a>b", "b>c", "b>d", "x>d", "c>y"].map((band) => {
    const [from = "", to = ""] = band.split(">");
    return { from, to };
  });
  const way = (...ends: [string, string?]) => [...wayThrough(bands, ...ends)].sort();
  expect(way("b")).toEqual(["a", "a>b", "b", "b>c", "b>d", "c", "c>y", "d", "y"]);
  expect(way("d")).toEqual(["a", "a>b", "b", "b>d", "d", "x", "x>d"]);
  expect(way("b", "c")).toEqual(["a", "a>b", "b", "b>c", "c", "c>y", "y"]);
  const circle = [...bands, { from: "y", to: "b" }];
  expect(wayThrough(circle, "c").has("a")).toBe(true);
});

test("with short keys it is the same flow", () => {
  const flow = flowOf(COUNTS, 0);
  const short = shortKeys(flow);
  const labelled = ({ nodes, bands }: typeof flow) => {
    const label = (key: string) => nodes.find((node) => node.key === key)?.target;
    return bands.map(({ from, to, count }) => [label(from), label(to), count]);
  };
  expect(labelled(short)).toEqual(labelled(flow));
  expect(new Set(short.nodes.map(({ key }) => key)).size).toBe(flow.nodes.length);
  expect(Math.max(...short.nodes.map(({ key }) => key.length))).toBe(1);
});
