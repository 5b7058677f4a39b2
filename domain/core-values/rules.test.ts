import { expect, test } from "vitest";
import type { SpreadLine } from "./model";
import { isCommonGround, silentGroups } from "./rules";

test.each([
  [0, 0, false],
  [1, 1, false],
  [2, 0, true],
  [0, 2, true],
  [1, 3, true],
])("%i groups and %i consultations are common ground: %s", (groups, consultations, expected) => {
  expect(isCommonGround({ groups, consultations })).toBe(expected);
});

test("silent are the groups that are expected and said nothing of it", () => {
  const line = (id: string | null, codings: number, expected: boolean): SpreadLine => ({
    id,
    name: id,
    codings,
    expected,
  });
  const silent = line("a", 0, true);
  const others = [line("b", 1, true), line("c", 0, false), line(null, 0, true)];
  expect(silentGroups([silent, ...others])).toEqual([silent]);
});
