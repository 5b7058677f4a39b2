import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeUpload } from "@/domain/sources/rules";
import { realSource, sourcesPresent } from "@/tests/sources";
import { findPersonalData } from ".";

const finds = (name: "minutes" | "sheet") => {
  const fileName = realSource(name);
  return findPersonalData(
    decodeUpload({ fileName, bytes: new Uint8Array(readFileSync(fileName)) }).text,
  );
};

describe.runIf(sourcesPresent)("the real files", () => {
  it("have one name in the minutes, that was left in them", () => {
    const found = finds("minutes");
    const names = found.filter(({ kind }) => kind === "name");
    expect(names).toHaveLength(1);
    // First name and surname, where that person speaks.
    expect(names[0]?.text.split(" ")).toHaveLength(2);
    expect(names[0]?.confidence).toBeGreaterThan(0.85);
    for (const { text } of found) {
      expect(text).not.toMatch(/^X$|professional|schoolcoach|werker|coördinator/i);
    }
  });

  it("have a contact with two telephone numbers on the sheet", () => {
    const found = finds("sheet");
    expect(found.filter(({ kind }) => kind === "phone")).toHaveLength(2);
    const names = found.filter(({ kind }) => kind === "name");
    // Named where the wishes were gathered, and where one can ask.
    expect(names).toHaveLength(2);
    expect(new Set(names.map(({ text }) => text)).size).toBe(1);
  });
});
