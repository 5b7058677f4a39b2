import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlockForm } from "@/db/vocabulary";
import { isRule } from "@/domain/text/signs";
import { expectLinear } from "@/tests/growth";
import {
  columnShares,
  type ShownBlock,
  shownBlock,
  type TextMark,
  type TextPiece,
} from "./text-pieces";

const show = (text: string, form: BlockForm = "paragraph", marks: TextMark[] = []) =>
  shownBlock({ text, form, start: 100 }, marks);

const pieces = (shown: ShownBlock): TextPiece[] =>
  shown.shape === "table"
    ? shown.rows.flatMap((cells) => cells.flatMap((cell) => cell.pieces))
    : shown.pieces;

/** What one sees of pieces: emphasis as tags, marks in square brackets. */
const seen = (of: TextPiece[]) =>
  of
    .filter((piece) => !piece.hidden)
    .map(({ text, strong, em, strike, marks }) => {
      let words = text;
      if (strike) words = `<s>${words}</s>`;
      if (em) words = `<i>${words}</i>`;
      if (strong) words = `<b>${words}</b>`;
      return marks.length > 0 ? `[${words}]` : words;
    })
    .join("");

const rows = (text: string, marks?: TextMark[]) => {
  const shown = show(text, "paragraph", marks);
  return shown.shape === "table"
    ? shown.rows.map((cells) => cells.map((cell) => `${cell.head ? "!" : ""}${seen(cell.pieces)}`))
    : null;
};

describe("what a block looks like", () => {
  it("hides the signs of headings and lists, and says where a bullet is drawn", () => {
    expect(seen(pieces(show("## Kop **met** nadruk", "heading")))).toBe("Kop <b>met</b> nadruk");
    expect(seen(pieces(show("Kop\n=====", "heading")))).toBe("Kop");
    expect(show("- punt", "listItem")).toMatchObject({ bullet: true });
    expect(seen(pieces(show("- punt", "listItem")))).toBe("punt");
    expect(seen(pieces(show("o punt", "listItem")))).toBe("punt");
    // A number or a tick says something.
    for (const text of ["3. punt", "(a) punt", "✓ gedaan"]) {
      expect(show(text, "listItem")).toMatchObject({ bullet: false });
      expect(seen(pieces(show(text, "listItem")))).toBe(text);
    }
    expect(seen(pieces(show("- geen lijst")))).toBe("- geen lijst");
  });

  it("shows a table as cells, its head by the rule below it", () => {
    expect(rows("| Naam | **Aantal** |\n| --- | :-: |\n| Eens | 12 |\n|  | x |")).toEqual([
      ["!Naam", "!<b>Aantal</b>"],
      ["Eens", "12"],
      ["", "x"],
    ]);
    expect(rows("| los | van elkaar |")).toEqual([["los", "van elkaar"]]);
    expect(rows("| a \\| b | c |")).toEqual([["a | b", "c"]]);
    expect(rows("| *a | b* |")).toEqual([["*a", "b*"]]);
  });

  it("takes for a table only what is one all through", () => {
    for (const text of ["| a | b |\nen verder", "a | b", "|", "| a", "| --- |\ngewoon"]) {
      expect(rows(text)).toBeNull();
    }
    expect(show("| a | b |", "listItem")).toMatchObject({ shape: "words" });
  });

  it("shows a row that is a block, with or without its last bar, and hides the line below the head", () => {
    const cells = (text: string) => seen(pieces(show(text, "tableRow")));
    expect(cells("| een | twee |")).toBe("eentwee");
    expect(cells("| een | twee")).toBe("eentwee");
    expect(show("| een | twee", "tableRow")).toMatchObject({
      shape: "table",
      rows: [{ length: 2 }],
    });
    for (const form of ["tableRow", "paragraph"] as const) {
      expect(show("| --- | :-: |", form)).toMatchObject({ shape: "rule" });
    }
    expect(isRule("| --- | a |")).toBe(false);
  });

  it("gives long columns more room, and none too little", () => {
    const [number = 0, words = 0, none = 0] = columnShares([
      "| nr | wat | |",
      "| --- | --- | --- |",
      `| 1 | ${"woord ".repeat(40)} | |`,
    ]);
    expect(words).toBeGreaterThan(3 * number);
    expect(none).toBeGreaterThanOrEqual(8);
    expect(Math.abs(number + words + none - 100)).toBeLessThan(3);
    expect(columnShares([])).toEqual([]);
  });

  it("marks words by their place in the source, also in cells and between two", () => {
    const at = (start: number, end: number): TextMark => ({ start, end });
    expect(seen(pieces(show("een 😀 **twee** drie", "paragraph", [at(104, 110)])))).toBe(
      "een [😀 ][<b>tw</b>]<b>ee</b> drie",
    );
    expect(rows("| een | twee |", [at(104, 110)])).toEqual([["ee[n]", "[tw]ee"]]);
    expect(seen(pieces(show("elders", "paragraph", [at(0, 100), at(106, 200)])))).toBe("elders");
  });

  it("is in all its pieces the text itself, in order", () => {
    const signs = fc.constantFrom(
      "|",
      "| ",
      " |",
      "\n",
      "*",
      "**",
      "~~",
      "\\",
      "a",
      "😀",
      " ",
      "-",
      "# ",
    );
    const anything = fc.array(signs, { minLength: 1, maxLength: 40 }).map((all) => all.join(""));
    const form = fc.constantFrom<BlockForm>("heading", "paragraph", "listItem", "tableRow");
    const mark = fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([a, b]) => ({ start: 90 + a, end: 91 + a + b }));
    const holds = (text: string, of: BlockForm, marks: TextMark[]) => {
      let at = 0;
      for (const piece of pieces(show(text, of, marks))) {
        if (piece.at !== at || piece.text === "") return false;
        at += piece.text.length;
      }
      return at === text.length;
    };
    fc.assert(fc.property(anything, form, fc.array(mark, { maxLength: 4 }), holds), {
      numRuns: 500,
    });
  });

  it.each<[string, (n: number) => string]>([
    ["many rows", (n) => "| a | b |\n".repeat(n).trimEnd()],
    ["one row of many cells", (n) => `|${" a |".repeat(n)}`],
    ["a rule that does not end", (n) => `| a |\n|${" --- |".repeat(n)} x`],
  ])("costs time in proportion for %s", (_shape, make) => {
    expectLinear(20_000, make, (text) => show(text));
  });
});
