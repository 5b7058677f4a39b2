import fc from "fast-check";
import { expect, test } from "vitest";
import { FEWEST_SHOWN } from "../model";
import { heardTogether } from "./heard";

const groups = (...people: number[]) =>
  people.map((n, i) => ({ id: `${i}`, name: `Groep ${i}`, expected: true, people: n }));
const said = (...people: number[]) =>
  heardTogether(groups(...people)).map(({ groups: some, people: n }) => [
    some.map(({ id }) => id).join("+"),
    n,
  ]);

test("of a group of five or more it is said how many they are, and of one that was not heard that it was not", () => {
  expect(said(5, 0, 12)).toEqual([
    ["0", 5],
    ["1", 0],
    ["2", 12],
  ]);
});

test("a group of a few is counted with the next smallest, so that it does not follow from the total", () => {
  expect(said(12, 2, 7, 0)).toEqual([
    ["0", 12],
    ["3", 0],
    ["1+2", 9],
  ]);
  expect(said(12, 2, 3, 7)).toEqual([
    ["0", 12],
    ["3", 7],
    ["1+2", 5],
  ]);
  expect(said(4, 1, 20, 4)).toEqual([
    ["2", 20],
    ["0+1+3", 9],
  ]);
  expect(said(1, 0)).toEqual([
    ["1", 0],
    ["0", 1],
  ]);
  expect(heardTogether([])).toEqual([]);
});

test("nobody is lost, and no number of one to four stands beside another", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 8 }), (people) => {
      const rows = heardTogether(groups(...people));
      const total = people.reduce((sum, n) => sum + n, 0);
      expect(rows.reduce((sum, row) => sum + row.people, 0)).toBe(total);
      expect(rows.flatMap((row) => row.groups)).toHaveLength(people.length);
      const heard = rows.filter((row) => row.people > 0);
      if (heard.length > 1) {
        for (const row of heard) expect(row.people).toBeGreaterThanOrEqual(FEWEST_SHOWN);
      }
    }),
  );
});
