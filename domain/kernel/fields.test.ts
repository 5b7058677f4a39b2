import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKey } from "@/db/name-key";
import { nullableText, optionalText, requiredText, storable } from "./fields";

const INVISIBLE = {
  "zero width space": "\u200b",
  "byte order mark": "\ufeff",
  "soft hyphen": "\u00ad",
  joiner: "\u200d",
  "non-joiner": "\u200c",
  "word joiner": "\u2060",
  "right to left override": "\u202e",
  "left to right isolate": "\u2066",
  "right to left mark": "\u200f",
  "Arabic letter mark": "\u061c",
  "Hangul filler": "\u3164",
  "halfwidth filler": "\uffa0",
  "Braille blank": "\u2800",
  "emoji selector": "\ufe0f",
  "Mongolian separator": "\u180e",
  "tag space": "\u{e0020}",
  NUL: "\0",
  bell: "\u0007",
  "next line": "\u0085",
  "no-break space": "\u00a0",
};

describe.each(Object.entries(INVISIBLE))("%s", (what, sign) => {
  test("alone is nothing", () => {
    for (const value of [sign, sign.repeat(3), ` ${sign} `, `${sign}\u200b\n`]) {
      expect(requiredText(80).safeParse(value).error?.issues[0]?.message).toBe(
        "errors.field.required",
      );
      expect(optionalText(80).parse(value)).toBe("");
      expect(nullableText(80).parse(value)).toBeNull();
    }
  });

  test("makes no other name", () => {
    const within = /no-break|next line/.test(what) ? "" : sign;
    expect(nameKey(`${sign}Ru${within}st${sign}`)).toBe(nameKey("rust"));
  });
});

test("names that look equal are equal, and others are not", () => {
  for (const [one, other] of [
    ["Rust", "RUST"],
    ["Één", "e\u0301e\u0301n"],
    ["ÉÉN", "één"],
    ["ﬁets", "fiets"],
    ["Ｒｕｓｔ", "rust"],
    ["rust en\u00a0ruimte", "Rust  en ruimte"],
    ["rust\nen", "rust en"],
    ["①", "1"],
    ["e\u200d\u0301", "é"],
    ["Straße", "STRASSE"],
  ] as const) {
    expect(nameKey(one)).toBe(nameKey(other));
  }
  expect(nameKey("rust")).not.toBe(nameKey("rúst"));
  expect(nameKey("te rust")).not.toBe(nameKey("terust"));
});

test("the key of a key is the key", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    }),
  );
});

test("what is typed is kept, without what cannot be stored or turns words around", () => {
  const field = requiredText(80);
  expect(field.parse("a\0b\ud800c\u202egpj.exe")).toBe("ab\ufffdcgpj.exe");
  expect(field.parse(" een\r\ntwee\rdrie\vvier ")).toBe("een\ntwee\ndrie\nvier");
  expect(field.parse("👨‍👩‍👧 ❤️")).toBe("👨‍👩‍👧 ❤️");
  expect(field.parse("\ud83d\ude00")).toBe("😀");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const kept = storable(value);
      expect(kept.isWellFormed()).toBe(true);
      expect(kept).not.toMatch(/[\0\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
