import { expect, test } from "vitest";
import { pageOf } from "./paging";

test("a page number stays within the list, whatever was asked for", () => {
  expect(pageOf(0, 25)).toEqual({ total: 0, page: 1, pages: 1 });
  expect(pageOf(26, 25, 2)).toEqual({ total: 26, page: 2, pages: 2 });
  for (const wanted of [-3, 0, Number.NaN, 1.9]) expect(pageOf(26, 25, wanted).page).toBe(1);
  for (const wanted of [3, 1e9, Number.POSITIVE_INFINITY]) {
    expect(pageOf(26, 25, wanted).page).toBe(2);
  }
});
