import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { codeOf, demandsReason, isSlug, moved, NEVER_SETTLED, readCode, slugOf } from "./rules";

test("an address is made of the title", () => {
  expect(slugOf("Zaaksysteem 2027!")).toBe("zaaksysteem-2027");
  expect(slugOf("Één café")).toBe("een-cafe");
  expect(slugOf("日本")).toBe("dossier");
  expect(slugOf("a".repeat(200))).toHaveLength(60);
  expect(slugOf("  -- Zorg -- & -- hulp --  ")).toBe("zorg-hulp");
  // No sign at the end where it is cut.
  expect(slugOf(`${"a".repeat(59)} en verder`)).toBe("a".repeat(59));
});

test("what cannot be an address is not asked of the database", () => {
  for (const wrong of ["", "Hoofd", "a b", "a\u0000", "../x", "-a", "a".repeat(81)]) {
    expect(isSlug(wrong)).toBe(false);
  }
  expect(isSlug(slugOf("Zaaksysteem 2027!"))).toBe(true);
});

test("a code survives being typed over, and nothing else passes for one", () => {
  const code = codeOf(new Uint8Array(randomBytes(20)));
  expect(code).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  expect(readCode(code)).toBe(code);
  expect(readCode(` ${code.toUpperCase().replaceAll("-", "")} `)).toBe(code);
  for (const wrong of ["", "abcd", `${code}a`, code.replace(/./, "0"), `${code}\u0000`]) {
    expect(readCode(wrong)).toBeNull();
  }
  expect(() => codeOf(new Uint8Array(3))).toThrow("needs 20 bytes");
});

test("every sign of a code can come out, and each can be read", () => {
  for (let byte = 0; byte < 256; byte += 1) {
    expect(readCode(codeOf(new Uint8Array(20).fill(byte)))).not.toBeNull();
  }
});

test("moving goes one place and stops at the ends", () => {
  expect(moved(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], "a", "down")).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "c", "up")).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], "a", "up")).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], "c", "down")).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], "b", "up")).not.toBe(moved(["a", "b", "c"], "b", "up"));
  expect(moved(["a"], "z", "down")).toEqual(["a"]);
});

test("a reason is demanded once somebody approved it or it went out", () => {
  expect(demandsReason(NEVER_SETTLED)).toBe(false);
  expect(demandsReason({ approved: true, published: false })).toBe(true);
  expect(demandsReason({ approved: false, published: true })).toBe(true);
});
