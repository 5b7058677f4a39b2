import { expect, test } from "vitest";
import { minutes } from "@/tests/factories/text";
import { expectLinear } from "@/tests/growth";
import { proposeSplit } from ".";

test("reading long minutes takes time in proportion, and leaves no word behind", () => {
  expectLinear(2_000_000, minutes, (text) => {
    expect(proposeSplit(text).unplaced).toEqual([]);
  });
});

// Long repeats of what the rules look at, alone and in each other.
test.each([
  ...[
    "a@",
    "a@a.",
    "(",
    "((",
    ")",
    ": ",
    "a:",
    "X: y.\n",
    "X: y.\n\n",
    "tel : ",
    "Stelling 1 ",
    "van de ",
  ],
  ...[
    "1.",
    "1. ",
    "- ",
    "> ",
    "# ",
    "*",
    "**a",
    "_a*",
    '"',
    "“",
    "? ",
    "?A",
    "A? ",
    "A. ",
    "\u00a0",
    "\f",
    "Een regel zonder einde.\f",
  ],
  ...[
    "- a\n",
    "a\n",
    "A\n\n",
    "Vraag: a?\nAntwoord: b\n",
    "de X zegt ",
    "Jan (gemeente), ",
    "Voorzitter: Jan, ",
    "a\tb\tc\n",
    "|a",
    "|a|b|\n",
    "\ud800",
    "\u200b",
  ],
])("a text of many %j takes time in proportion", (piece) => {
  expectLinear(
    20_000,
    (n) => piece.repeat(n / piece.length),
    (text) => proposeSplit(text),
  );
});

test("a line of addresses is read in no time, whatever stands before it", () => {
  for (const before of ["", "Stelling 1: ", "- ", "# ", "Ouder: "]) {
    expectLinear(
      40_000,
      (n) => before + "a@".repeat(n / 2),
      (text) => proposeSplit(text),
    );
  }
});
