import { expect, test } from "vitest";
import type { Flow, FlowColumn, FlowNode } from "@/domain/overview/model";
import { layoutFlow, wrapWords } from "./layout";

const node = (key: string, column: FlowColumn): FlowNode => ({
  key,
  column,
  kind: "thing",
  code: "",
  label: "",
  count: 0,
  things: 1,
  missing: 0,
  target: { page: "sources" },
});

/** One stelling, two meetings, two kernwaarden, one chapter; the bands not in the order of drawing. */
const FLOW: Flow = {
  nodes: [
    node("S1", "statement"),
    node("R1", "reaction"),
    node("R2", "reaction"),
    node("K1", "coreValue"),
    node("K2", "coreValue"),
    node("H1", "requirement"),
  ],
  bands: [
    { from: "S1", to: "R2", count: 1, gap: false },
    { from: "S1", to: "R1", count: 3, gap: false },
    { from: "R2", to: "K2", count: 2, gap: false },
    { from: "R1", to: "K2", count: 2, gap: false },
    { from: "R1", to: "K1", count: 6, gap: false },
    { from: "K2", to: "H1", count: 1, gap: false },
    { from: "K1", to: "H1", count: 4, gap: false },
  ],
};
const ROOM = { length: 105, least: () => 12, gap: 5, mostGap: 20, mostPerLink: 15 };

const nodesOf = ({ columns }: ReturnType<typeof layoutFlow>) =>
  Object.fromEntries(
    Object.values(columns)
      .flat()
      .map((placed) => [placed.node.key, [round(placed.at), round(placed.size)]]),
  );
const bandsOf = ({ bands }: ReturnType<typeof layoutFlow>) =>
  Object.fromEntries(
    bands.map(({ band, fromAt, toAt, size }) => [
      `${band.from}>${band.to}`,
      [round(fromAt), round(toAt), round(size)],
    ]),
  );
const round = (n: number) => Math.round(n * 100) / 100;

test("bands are as thick as fits, with a scale of their own before and after the kernwaarden", () => {
  const layout = layoutFlow(FLOW, ROOM);
  expect(layout.length).toBe(105);
  // Ten links in the 100 that two nodes leave: 10 each. Five after that: 20, but at most 15.
  expect(nodesOf(layout)).toEqual({
    S1: [32.5, 40],
    R1: [0, 80],
    R2: [85, 20],
    K1: [0, 60],
    K2: [65, 40],
    H1: [15, 75],
  });
  // In the order of the other ends, and in the middle where they leave room.
  expect(bandsOf(layout)).toEqual({
    "S1>R1": [32.5, 25, 30],
    "S1>R2": [62.5, 90, 10],
    "R1>K1": [0, 0, 60],
    "R1>K2": [60, 65, 20],
    "R2>K2": [85, 85, 20],
    "K1>H1": [0, 15, 60],
    "K2>H1": [77.5, 75, 15],
  });
});

test("words need their room: the drawing becomes longer, and what is left goes between the nodes", () => {
  const layout = layoutFlow(FLOW, { ...ROOM, least: () => 60 });
  expect(layout.length).toBe(145);
  expect(nodesOf(layout)).toEqual({
    S1: [42.5, 60],
    R1: [0, 80],
    R2: [85, 60],
    K1: [2.5, 60],
    K2: [82.5, 60],
    H1: [35, 75],
  });
});

test("where it may not become longer, nodes shrink and the ends of their bands with them", () => {
  const layout = layoutFlow(FLOW, { ...ROOM, least: () => 60, fixed: true });
  expect(layout.length).toBe(105);
  expect(nodesOf(layout)).toEqual({
    S1: [22.5, 60],
    R1: [0, 57.14],
    R2: [62.14, 42.86],
    K1: [0, 50],
    K2: [55, 50],
    H1: [15, 75],
  });
  const bands = bandsOf(layout);
  expect(bands["R1>K1"]).toEqual([0, 0, 60]);
  expect(bands["R1>K2"]).toEqual([42.86, 60, 20]);
  // What fits as it is is not shrunk.
  expect(nodesOf(layoutFlow(FLOW, { ...ROOM, fixed: true }))).toEqual(
    nodesOf(layoutFlow(FLOW, ROOM)),
  );
});

test("only what is drawn in the middle columns decides how thick a link is", () => {
  const wide: Flow = {
    nodes: [...FLOW.nodes, ...["S2", "S3", "S4", "S5"].map((key) => node(key, "statement"))],
    bands: [{ from: "S2", to: "R1", count: 4, gap: false }, ...FLOW.bands],
  };
  expect(bandsOf(layoutFlow(wide, ROOM))["R1>K1"]?.[2]).toBe(60);
  const nowhere = layoutFlow({ nodes: FLOW.nodes, bands: [] }, ROOM);
  expect(nodesOf(nowhere)).toMatchObject({ S1: [46.5, 12], R1: [30.5, 12], R2: [62.5, 12] });
  expect(layoutFlow({ nodes: [], bands: [] }, ROOM)).toMatchObject({ length: 105, bands: [] });
  // Less room than the gaps alone need: bands vanish, they do not turn round.
  const narrow = layoutFlow(FLOW, { ...ROOM, length: 3 });
  for (const { size } of narrow.bands) expect(size).toBe(0);
});

test.each<[string, string, number, number, string[]]>([
  ["short words stay on one line", "kort woord", 20, 2, ["kort woord"]],
  ["a line is as long as the width allows", "aaaa bbbb cccc", 9, 2, ["aaaa bbbb", "cccc"]],
  ["white space is one space", "  een \n\n twee\t drie ", 50, 2, ["een twee drie"]],
  ["a word that is too long is cut", "abcdefghij", 5, 2, ["abcd…"]],
  ["also when it comes later", "een abcdefghij", 5, 2, ["een", "abcd…"]],
  ["a word of exactly the width is not", "een abcde", 5, 2, ["een", "abcde"]],
  ["what does not fit is left out", "aaaa bbbb cccc dddd", 4, 2, ["aaaa", "bbb…"]],
  ["without the sign before it", "aaaa bb., cc dddd", 5, 2, ["aaaa", "bb…"]],
  ["but with a sign inside it", "aaaa b,b cccc", 4, 2, ["aaaa", "b,b…"]],
  ["the last line is not cut when all fits", "aaaa bbbb", 4, 2, ["aaaa", "bbbb"]],
  ["nothing is nothing", "   ", 5, 2, []],
])("%s", (_what, text, width, lines, expected) => {
  expect(wrapWords(text, width, lines)).toEqual(expected);
});
