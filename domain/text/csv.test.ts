import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "./csv";

const read = (line: string) => parse(line, { delimiter: ";" }) as string[][];

test("what is written is read back, whatever is in it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (cells) => {
      const [row] = read(csvLine(cells));
      expect(row?.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells);
    }),
  );
  expect(csvLine(["Één; twee", 'zei "ja"', "regel\nregel"])).toBe(
    '"Één; twee";"zei ""ja""";"regel\nregel"\r\n',
  );
});

test.each([
  "=1+1",
  "+31 6",
  "-2",
  "@SUM(A1)",
  " =cmd|' /C calc'!A0",
  "\t=1",
  "\r=1",
  "＝1+1",
  "－1",
])("%j is no formula", (cell) => {
  expect(read(csvLine([cell]))[0]).toEqual([`'${cell}`]);
});

test("what is no formula stays as it is", () => {
  for (const cell of ["", "R-12", "a=b", "1-2", "2026-11-26"]) {
    expect(read(csvLine(["x", cell]))[0]?.[1]).toBe(cell);
  }
});
