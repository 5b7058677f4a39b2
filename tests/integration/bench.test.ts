import { beforeAll, expect, test } from "vitest";
import { contentsOf } from "@/tests/bench/contents";
import { benchSize, QUICK, type SizeResult } from "@/tests/bench/run";
import { markdownOf, tableOf } from "@/tests/bench/table";
import { freshDatabase } from "@/tests/database";

freshDatabase();

const [size, larger] = QUICK.sizes;
if (!size || !larger) throw new Error("the quick plan has two sizes");
const results: SizeResult[] = [];

beforeAll(async () => {
  results.push(await benchSize(QUICK, size));
});

test("a dossier of the bench holds what its size says, as the product counts it", () => {
  const [result] = results;
  if (!result) throw new Error("nothing was measured");
  const { contents, coverage } = result;
  expect(contents).toEqual(contentsOf(size));
  expect(coverage.requirements).toEqual({
    total: size.requirements - contents.dropped,
    withSource: size.requirements - size.requirements / 20,
    motivated: contents.motivated,
    withoutSource: contents.withoutSource,
    dropped: contents.dropped,
  });
  expect(coverage.reactions.total).toBe(size.reactions);
  expect(coverage.reactions.withCoreValue).toBeGreaterThanOrEqual(contents.coded);
  expect(coverage.coreValues.total).toBe(contents.coreValues);
  expect(coverage.coreValues.withoutWords).toBe(0);
  expect(coverage.statements.total).toBe(contents.statements);
  expect(coverage.consultations).toMatchObject({
    total: contents.consultations,
    withoutReactions: 0,
  });
  expect(coverage.groups.silent).toBe(0);
  expect(coverage.workbench.openSegments).toBe(0);
});

test("every action is measured beside the bare work under it", () => {
  const rows = results[0]?.measurements ?? [];
  for (const name of [
    "trace of one requirement",
    "coverage of the dossier",
    "requirement list, page 1",
    "reaction list, page 1",
    "kernwaarden list",
    "save one requirement",
    "import of 100 kB",
  ]) {
    expect(rows.map((row) => row.name)).toContain(name);
  }
  expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  for (const row of rows) {
    expect(row.action.min, row.name).toBeGreaterThan(0);
    expect(row.action.median, row.name).toBeGreaterThanOrEqual(row.action.min);
    expect(row.action.max, row.name).toBeGreaterThanOrEqual(row.action.median);
    expect(row.ratio, row.name).toBeCloseTo(row.action.median / row.bare.median);
    expect(row.bytes, row.name).toBeGreaterThan(0);
  }
});

test("the tables name what exceeds its reach and how the cost grows", () => {
  const [result] = results;
  if (!result) throw new Error("nothing was measured");
  const [first] = result.measurements;
  if (!first) throw new Error("nothing was measured");
  const slow: SizeResult = {
    ...result,
    size: larger,
    measurements: [
      {
        ...first,
        action: { median: first.action.median * 3, min: 1, max: 2_000 },
        reach: { ms: 50, bytes: 1_000 },
        over: ["ms"],
      },
    ],
  };
  for (const table of [tableOf(slow, result), markdownOf(slow, result)]) {
    expect(table).toContain("×3.00");
    expect(table).toContain("< 50.0 ms OVER, < 1.00 kB");
  }
});
