import { afterAll, expect } from "vitest";

const REAL = Symbol.for("herleid.clock");
const kept = globalThis as { [REAL]?: DateConstructor };
kept[REAL] ??= Date;

// The files of a run share their modules and what is global: a clock that one stops would stand still in the next.
afterAll(() => {
  expect(Date, "a file of tests leaves the clock as it found it").toBe(kept[REAL]);
});
