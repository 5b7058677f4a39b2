import { describe, expect, it } from "vitest";
import { BLOCK_WEIGHT } from "@/db/vocabulary";
import { PAGE_WEIGHT, pageOfBlock, paperPage, paperRange } from "./pages";

describe("the pages of the reader", () => {
  it("weigh text and blocks", () => {
    expect(pageOfBlock({ n: 1, start: 0 })).toBe(1);
    // Many short blocks fill a page as well as few long ones.
    const many = Math.ceil(PAGE_WEIGHT / BLOCK_WEIGHT);
    expect(pageOfBlock({ n: many, start: 0 })).toBe(2);
    expect(pageOfBlock({ n: many - 1, start: 0 })).toBe(1);
    expect(pageOfBlock({ n: 1, start: PAGE_WEIGHT - BLOCK_WEIGHT })).toBe(2);
    expect(pageOfBlock({ n: 1, start: PAGE_WEIGHT - BLOCK_WEIGHT - 1 })).toBe(1);
  });
});

describe("the pages on paper", () => {
  const pages = [0, 100, 250];
  it("are found by a place, the first from the beginning", () => {
    const found = [0, 99, 100, 249, 250, 9_999].map((place) => paperPage(pages, place));
    expect(found).toEqual([1, 1, 2, 2, 3, 3]);
    expect(paperPage([5, 50], 0)).toBe(1);
  });
  it("are a range for words that go over an edge", () => {
    expect(paperRange(pages, { start: 90, end: 100 })).toEqual({ first: 1, last: 1 });
    expect(paperRange(pages, { start: 90, end: 101 })).toEqual({ first: 1, last: 2 });
    expect(paperRange(null, { start: 90, end: 101 })).toBeNull();
  });
  it("are not there for a format without them", () => {
    expect(paperPage(null, 5)).toBeNull();
    expect(paperPage([], 5)).toBeNull();
  });
});
