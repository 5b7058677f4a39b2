import { describe, expect, test } from "vitest";
import { cellsAsText, withoutBars } from "./cells";

describe("a short quote from a table", () => {
  test.each([
    ["| ouders | eens |", ["ouders", null, "eens"]],
    ["ouders | eens", ["ouders", null, "eens"]],
    [
      "| Groep | Reactie |\n|---|:-:|\n| ouders | eens |",
      [...["Groep", null, "Reactie"], ...["\n", "ouders", null, "eens"]],
    ],
    ["|  | eens |", [null, "eens"]],
    ["| a \\| b | c |", ["a | b", null, "c"]],
  ])("%j has cells", (text, pieces) => {
    expect(withoutBars(text)).toEqual(pieces);
  });

  test("is left alone when there is no table", () => {
    for (const text of ["", " gewone woorden ", "een\ntwee", "5 \\* 3"]) {
      expect(withoutBars(text)).toEqual([text]);
    }
  });

  test("goes on in the next piece where it was cut for a hit", () => {
    expect(withoutBars("| ouders | de ", { before: false, after: true })).toEqual([
      ...["ouders", null, "de "],
    ]);
    expect(withoutBars(" is vol |", { before: true, after: false })).toEqual([" is vol"]);
    expect(withoutBars(" | eens |", { before: true, after: false })).toEqual([null, "eens"]);
    expect(withoutBars("| x | ", { before: true, after: true })).toEqual([null, "x", null]);
  });

  test("is one line with dots where only text can stand", () => {
    expect(cellsAsText("| ouders | eens |")).toBe("ouders · eens");
    expect(cellsAsText("gewoon")).toBe("gewoon");
  });
});
