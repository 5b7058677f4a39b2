import { expect, test } from "vitest";
import type { SpreadLine } from "./model";
import { isCommonGround, silentGroups } from "./rules";

test.each([
  [0, false],
  [1, false],
  [2, true],
  [3, true],
])("%i declared groups are common ground: %s", (groups, expected) => {
  expect(isCommonGround({ groups })).toBe(expected);
});

test("silent are the groups that are expected and said nothing of it", () => {
  const line = (id: string | null, words: number, expected: boolean): SpreadLine => ({
    id,
    name: id,
    words,
    expected,
  });
  const silent = line("a", 0, true);
  const others = [line("b", 1, true), line("c", 0, false), line(null, 0, true)];
  expect(silentGroups([silent, ...others])).toEqual([silent]);
});
