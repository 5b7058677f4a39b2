import fc from "fast-check";
import { expect, test } from "vitest";
import { chaptersOnPage } from "./document";

const document = fc.array(fc.nat({ max: 4 }), { maxLength: 8 }).map((totals) => ({
  chapters: totals.map((total, i) => ({ id: `c${i}`, number: i + 1, total })),
  rows: totals.flatMap((total, i) =>
    Array.from({ length: total }, (_, k) => ({ chapterId: `c${i}`, position: k + 1 })),
  ),
}));

test("over all pages each chapter begins once and each requirement stands once, in order", () => {
  fc.assert(
    fc.property(document, fc.integer({ min: 1, max: 5 }), ({ chapters, rows }, size) => {
      const pages = Math.max(1, Math.ceil(rows.length / size));
      const shown = Array.from({ length: pages }, (_, i) =>
        chaptersOnPage(chapters, rows.slice(i * size, (i + 1) * size), {
          last: i === pages - 1,
          empty: true,
        }),
      ).flat();
      expect(shown.filter(({ goesOn }) => !goesOn).map(({ chapter }) => chapter)).toEqual(chapters);
      expect(shown.flatMap((one) => one.rows)).toEqual(rows);
      expect(shown.every((one) => one.rows.every((row) => row.chapterId === one.chapter.id))).toBe(
        true,
      );
    }),
  );
});

test("what is searched for shows no chapter without any", () => {
  const chapters = [
    { id: "a", number: 1, total: 0 },
    { id: "b", number: 2, total: 3 },
  ];
  const rows = [{ chapterId: "b", position: 2 }];
  expect(chaptersOnPage(chapters, rows, { last: true, empty: false })).toEqual([
    { chapter: chapters[1], goesOn: true, rows },
  ]);
});
