import { describe, expect, test } from "vitest";
import type { QuotedStretch, RestingTag } from "@/domain/trace/model";
import { besideBlocks, levelOf } from "./beside";

const tag = (kind: RestingTag["kind"], n: number): RestingTag => ({
  kind,
  id: `${kind}-${n}`,
  code: kind === "requirement" ? `E-1.${n}` : null,
  number: kind === "requirement" ? null : n,
  text: `${"woord ".repeat(30)}${n}`,
});
const stretch = (start: number, end: number, tags: RestingTag[], requirements = 0) =>
  ({ passageId: `${start}`, start, end, tags, requirements }) satisfies QuotedStretch;
const block = (n: number) => ({ n, start: n * 10, end: n * 10 + 9 });

describe("what stands beside a block", () => {
  test("is what rests on its own words, each once, the furthest first", () => {
    const first = stretch(10, 15, [tag("reaction", 1), tag("requirement", 2)], 1);
    const second = stretch(14, 25, [tag("coreValue", 3), tag("reaction", 1)]);
    const beside = besideBlocks([block(1), block(2), block(3)], [first, second]);
    expect(beside.map(({ n, tags, more }) => [n, tags.map(({ id }) => id), more])).toEqual([
      [1, ["requirement-2", "coreValue-3", "reaction-1"], 0],
      [2, ["coreValue-3", "reaction-1"], 0],
    ]);
    expect(beside[0]?.tags[0]?.text.length).toBeLessThanOrEqual(82);
  });

  test("counts what it does not name, requirements that were not told apart too", () => {
    const many = Array.from({ length: 12 }, (_, i) => tag("coreValue", i));
    const [beside] = besideBlocks(
      [block(1)],
      [stretch(10, 12, [...many, tag("requirement", 1)], 5)],
    );
    expect(beside?.tags).toHaveLength(8);
    expect(beside?.more).toBe(12 + 5 - 8);
  });

  test("is less per block on a page on which much rests, and never nothing", () => {
    const blocks = Array.from({ length: 400 }, (_, i) => block(i));
    const on = (count: number) =>
      besideBlocks(
        blocks.slice(0, count),
        blocks.map(({ start }, i) =>
          stretch(start, start + 5, [tag("reaction", i), tag("coreValue", 1), tag("coreValue", 2)]),
        ),
      ).map(({ tags, more }) => [tags.length, more]);
    expect(new Set(on(40).map(String))).toEqual(new Set(["3,0"]));
    expect(new Set(on(80).map(String))).toEqual(new Set(["2,1"]));
    expect(new Set(on(400).map(String))).toEqual(new Set(["1,2"]));
  });
});

test("words are as far as the furthest that rests on them", () => {
  expect(levelOf(stretch(0, 1, [tag("statement", 1), tag("reaction", 1)]))).toBe("input");
  expect(levelOf(stretch(0, 1, [tag("coreValue", 1)]))).toBe("coreValue");
  expect(levelOf(stretch(0, 1, [tag("coreValue", 1)], 1))).toBe("requirement");
});
