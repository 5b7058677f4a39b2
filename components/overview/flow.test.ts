import { expect, test } from "vitest";
import { flowOf, wayThrough } from "@/domain/overview/rules";
import type { FlowCounts } from "../../domain/overview/model";
import { layoutFlow, wrapWords } from "./layout";

/** Two meetings, `values` kernwaarden, one chapter; the last kernwaarde is in no requirement. */
function countsOf(values: number): FlowCounts {
  const ids = Array.from({ length: values }, (_, i) => `k${i + 1}`);
  return {
    statements: [{ id: "s1", text: "Een vaste begeleider", numbers: [1, 1] }],
    reactions: [
      { statementId: "s1", consultationId: "po", consultation: "PO", number: 1, total: 6, open: 2 },
      {
        statementId: null,
        consultationId: "vo",
        consultation: "VO",
        number: null,
        total: 3,
        open: 0,
      },
    ],
    codings: ids.map((coreValueId, i) => ({
      statementId: i % 2 ? null : "s1",
      consultationId: i % 2 ? "vo" : "po",
      coreValueId,
      count: i + 1,
    })),
    direct: [{ statementId: "s1", consultationId: "po", count: 1 }],
    coreValues: ids.map((id, i) => ({ id, number: i + 1, name: `Waarde ${i + 1}` })),
    links: [
      ...ids.slice(0, -1).map((coreValueId) => ({ coreValueId, chapterId: "c1", count: 2 })),
      { coreValueId: null, chapterId: "c1", count: 1 },
    ],
    chapters: [
      { id: "c1", title: "Begeleiding", number: 1, total: 9, withoutSource: 2, motivated: 1 },
    ],
  };
}

test("gaps, direct links and reactions to no stelling are drawn as such", () => {
  const flow = flowOf(countsOf(3), 0);
  const kinds = flow.nodes.map((node) => `${node.column} ${node.kind} ${node.count}`);
  expect(kinds).toEqual(
    expect.arrayContaining([
      "statement none 3",
      "coreValue gap 2",
      "coreValue direct 0",
      "requirement gap 1",
    ]),
  );
  expect(flow.bands.filter((band) => band.gap).map((band) => band.count)).toEqual([2, 1]);
  expect(flow.nodes.find((node) => node.key === "requirement-c1")?.missing).toBe(2);
});

test("a column is bounded: the smallest things go together, and their links with them", () => {
  const flow = flowOf(countsOf(30), 8);
  const values = flow.nodes.filter((node) => node.column === "coreValue");
  expect(values.filter((node) => node.kind === "thing")).toHaveLength(8);
  expect(values.find((node) => node.kind === "rest")).toMatchObject({ things: 22 });
  const codings = flow.bands.filter((band) => !band.gap && band.to.startsWith("coreValue-"));
  expect(codings.reduce((sum, band) => sum + band.count, 0)).toBe((30 * 31) / 2 + 1);
  // One more than fits is not hidden behind "1 other".
  expect(flowOf(countsOf(9), 8).nodes.some((node) => node.kind === "rest")).toBe(false);
});

test("nodes do not overlap, and the ends of bands stay within their nodes", () => {
  const room = { least: () => 24, gap: 6, mostGap: 20, mostPerLink: 9 };
  for (const [values, fixed] of [
    [3, false],
    [30, false],
    [30, true],
  ] as const) {
    const flow = flowOf(countsOf(values), 0);
    const layout = layoutFlow(flow, { ...room, length: 300, fixed });
    if (fixed) expect(layout.length).toBe(300);
    const places = new Map(
      Object.values(layout.columns).flatMap((nodes) => {
        for (const [i, placed] of nodes.entries()) {
          const next = nodes[i + 1];
          if (next) expect(placed.at + placed.size).toBeLessThan(next.at);
          expect(placed.at + placed.size).toBeLessThanOrEqual(layout.length + 0.001);
        }
        return nodes.map((placed) => [placed.node.key, placed] as const);
      }),
    );
    for (const { band, fromAt, toAt } of layout.bands) {
      expect(fromAt).toBeGreaterThanOrEqual((places.get(band.from)?.at ?? 0) - 0.001);
      expect(toAt).toBeGreaterThanOrEqual((places.get(band.to)?.at ?? 0) - 0.001);
    }
  }
});

test("the way through a node is what leads to it and what it leads to, not its neighbours", () => {
  const bands = [
    { from: "s", to: "r1" },
    { from: "s", to: "r2" },
    { from: "r1", to: "k1" },
    { from: "r2", to: "k2" },
    { from: "k1", to: "h" },
  ];
  expect([...wayThrough(bands, "r1")].sort()).toEqual(
    ["h", "k1", "k1>h", "r1", "r1>k1", "s", "s>r1"].sort(),
  );
  expect([...wayThrough(bands, "r2", "k2")].sort()).toEqual(
    ["k2", "r2", "r2>k2", "s", "s>r2"].sort(),
  );
});

test("words are broken between words, and what does not fit shows that it goes on", () => {
  expect(wrapWords("een twee drie vier", 8, 3)).toEqual(["een twee", "drie", "vier"]);
  expect(wrapWords("een twee drie vier vijf zes", 8, 2)).toEqual(["een twee", "drie…"]);
  expect(wrapWords("onafscheidelijkheid", 8, 2)).toEqual(["onafsch…"]);
  expect(wrapWords("", 8, 2)).toEqual([]);
});
