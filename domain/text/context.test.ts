import { expect, test } from "vitest";
import { CONTEXT_LENGTH, contextAfter, contextBefore } from "./context";

test("what stands around a quotation begins and ends at a whole word", () => {
  const long = "w".repeat(CONTEXT_LENGTH);
  expect(contextBefore(`half ${long}`)).toBe(`… ${long}`);
  expect(contextAfter(`${"w".repeat(CONTEXT_LENGTH - 2)} hal`)).toBe(
    `${"w".repeat(CONTEXT_LENGTH - 2)} …`,
  );
  expect(contextBefore("lf woord en verder ", true)).toBe("… woord en verder ");
  expect(contextAfter(" en verder hal", true)).toBe(" en verder …");
  expect(contextBefore("w".repeat(200), true)).toBe(`… ${"w".repeat(200)}`);
  expect(contextAfter(long, true)).toBe(`${long} …`);
});

test("where the source begins or ends nothing is cut", () => {
  expect(contextBefore("Begin van de bron ", false)).toBe("Begin van de bron ");
  expect(contextAfter(" einde.\n", false)).toBe(" einde.");
  expect(contextBefore("")).toBe("");
  expect(contextAfter("")).toBe("");
});

test("it stands without signs and without empty lines", () => {
  expect(contextBefore("## Verslag\n\n*kort* ")).toBe("Verslag\nkort ");
  expect(contextAfter(", zei **zij\n \n- een")).toBe(", zei zij\n- een");
});

test("a stretch counts as cut from exactly as many code points as were asked for", () => {
  const short = `een ${"😀".repeat(CONTEXT_LENGTH - 5)}`;
  expect(contextBefore(short)).toBe(short);
  expect(contextBefore(`x${short}`)).toBe(`… ${"😀".repeat(CONTEXT_LENGTH - 5)}`);
});

test("a space is looked for within the longest word, and no further", () => {
  const word = "w".repeat(78);
  expect(contextAfter(`kort ${word}`, true)).toBe("kort …");
  expect(contextAfter(`kort ${word}w`, true)).toBe(`kort ${word}w …`);
  expect(contextAfter("kort woord half", true)).toBe("kort woord …");
  expect(contextBefore(`${word}w kort`, true)).toBe("… kort");
  expect(contextBefore(`${word}ww kort`, true)).toBe(`… ${word}ww kort`);
});

test("all signs of headings and stress go, wherever they stand", () => {
  expect(contextBefore("###### Zes\nmidden # in\n**a** *b*", false)).toBe("Zes\nmidden # in\na b");
});
