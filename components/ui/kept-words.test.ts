import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  countKept,
  forgetAccount,
  forgetWords,
  keepWords,
  MAX_KEPT_CHARACTERS,
  MAX_KEPT_DAYS,
  MAX_KEPT_FORMS,
  placeOf,
  readKept,
} from "./kept-words";

const NOW = Date.parse("2026-03-12T10:00:00Z");
const DAY = 24 * 60 * 60 * 1000;
const place = placeOf("anna", "/dossiers/x", "reaction.add");

/** The storage of a browser with room for so many signs. */
function storageOf(room: number): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem(key: string, value: string) {
      const used = Object.entries(kept).reduce(
        (sum, [other, text]) => sum + (other === key ? 0 : text.length),
        0,
      );
      if (used + value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept[key] = value;
    },
    removeItem(key: string) {
      delete kept[key];
    },
  };
  // `Object.keys` of a real storage gives its keys.
  return new Proxy(kept, {
    get: (target, name: string) => methods[name as keyof typeof methods] ?? target[name],
  }) as unknown as Storage;
}

beforeEach(() => {
  vi.stubGlobal("localStorage", storageOf(5_000_000));
  vi.setSystemTime(NOW);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is kept comes back, until it is forgotten or too old", () => {
  expect(keepWords(place, { text: "Woorden." }, NOW)).toBe(true);
  expect(readKept(place, NOW)?.fields).toEqual({ text: "Woorden." });
  expect(readKept(place, NOW + MAX_KEPT_DAYS * DAY - 1)).not.toBeNull();
  expect(readKept(place, NOW + MAX_KEPT_DAYS * DAY)).toBeNull();
  forgetWords(place);
  expect(readKept(place, NOW)).toBeNull();
});

test("what cannot be read counts as nothing", () => {
  for (const text of ["{", "1", "[]", '{"at":"gisteren","fields":{}}', '{"at":5}']) {
    localStorage.setItem(place, text);
    expect(readKept(place, NOW), text).toBeNull();
  }
});

test("accounts, pages, forms and things do not see each other's words", () => {
  const others = [
    placeOf("bert", "/dossiers/x", "reaction.add"),
    placeOf("anna", "/dossiers/y", "reaction.add"),
    placeOf("anna", "/dossiers/x", "statement.add"),
    placeOf("anna", "/dossiers/x", "reaction.add", "R-1"),
  ];
  for (const other of others) keepWords(other, { text: other }, NOW);
  expect(readKept(place, NOW)).toBeNull();
  for (const other of others) expect(readKept(other, NOW)?.fields.text).toBe(other);
  expect(countKept("anna")).toBe(3);
  forgetAccount("anna");
  expect(countKept("anna")).toBe(0);
  expect(countKept("bert")).toBe(1);
});

describe("bounds", () => {
  test("too large is not kept, and what stood there is not taken for it", () => {
    keepWords(place, { text: "Oud." }, NOW);
    expect(keepWords(place, { text: "x".repeat(MAX_KEPT_CHARACTERS) }, NOW)).toBe(false);
    expect(readKept(place, NOW)).toBeNull();
  });

  test("the oldest form makes room for a new one", () => {
    for (let n = 0; n < MAX_KEPT_FORMS + 3; n++) {
      expect(keepWords(placeOf("anna", `/${n}`, "f"), { text: "x" }, NOW + n)).toBe(true);
    }
    expect(countKept("anna")).toBe(MAX_KEPT_FORMS);
    expect(readKept(placeOf("anna", "/2", "f"), NOW)).toBeNull();
    expect(readKept(placeOf("anna", "/3", "f"), NOW)).not.toBeNull();
  });

  test("a browser that is full loses the oldest, and one that keeps nothing says so", () => {
    vi.stubGlobal("localStorage", storageOf(1_000));
    const text = "x".repeat(600);
    expect(keepWords(placeOf("anna", "/1", "f"), { text }, NOW)).toBe(true);
    expect(keepWords(placeOf("anna", "/2", "f"), { text }, NOW + 1)).toBe(true);
    expect(readKept(placeOf("anna", "/1", "f"), NOW)).toBeNull();
    expect(keepWords(placeOf("anna", "/3", "f"), { text: text + text }, NOW)).toBe(false);
    vi.stubGlobal("localStorage", storageOf(0));
    expect(keepWords(place, { text: "x" }, NOW)).toBe(false);
  });
});
