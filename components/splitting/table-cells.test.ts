import { expect, test } from "vitest";
import type { SegmentRow } from "@/domain/splitting/model";
import { piecesOf } from "./segment-words";
import { cellsOf } from "./table-cells";

const segment = (text: string, quote: [number, number] = [0, text.length]) =>
  ({ start: 0, quoteStart: quote[0], quoteEnd: quote[1], text }) as SegmentRow;
const words = (text: string) =>
  cellsOf(segment(text))?.map((row) => row.map((cell) => cell.map((piece) => piece.text).join("")));

test("cells without their bars, with emphasis and escaped bars as they are read", () => {
  expect(words("| Ouders (11) | **7** | a \\| b |")).toEqual([["Ouders (11)", "7", "a | b"]]);
  const [cells] = cellsOf(segment("| x | **7** |")) ?? [];
  expect(cells?.[1]).toMatchObject([{ text: "7", strong: true }]);
});

test("a head with its line of dashes, a line alone, and rows that were cut", () => {
  expect(words("| Vraag | Antwoord |\n|---|:--:|")).toEqual([["Vraag", "Antwoord"], []]);
  expect(words("| Wie rijdt er?")).toEqual([["Wie rijdt er?"]]);
  expect(words("Een chauffeur |")).toEqual([["Een chauffeur"]]);
  expect(words("Geen | tabel")).toBeUndefined();
});

test("what is quoted stays where it is", () => {
  const [cells] = cellsOf(segment("| 12 | ja, graag |", [7, 16])) ?? [];
  expect(cells?.[1]).toMatchObject([{ at: 7, text: "ja, graag", quoted: true }]);
});

test("a dot for the mark of an item, and no mark of a heading", () => {
  expect(piecesOf(segment("- een *punt*", [2, 12])).map((piece) => piece.text)).toEqual([
    "• ",
    "een ",
    "punt",
  ]);
  expect(piecesOf(segment("## Kop", [3, 6])).map((piece) => piece.text)).toEqual(["Kop"]);
});
