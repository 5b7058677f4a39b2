import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { inspectZip, unpack, type ZipFacts } from "./zip";

async function zipOf(files: Record<string, string>, compression: "STORE" | "DEFLATE" = "DEFLATE") {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { createFolders: false });
  return zip.generateAsync({ type: "uint8array", compression });
}

function facts(bytes: Uint8Array): ZipFacts {
  const found = inspectZip(bytes);
  if (found === null) throw new Error("no ZIP file");
  return found;
}

/** The same bytes with a number of 32 bits put in at a place. */
function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

const indexOf = (bytes: Uint8Array, magic: number) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (view.getUint32(at, true) !== magic) at++;
  return at;
};

describe("what a ZIP file says of itself", () => {
  it("is read without unpacking, with or without something before and after it", async () => {
    const bytes = await zipOf({ "word/document.xml": "a".repeat(10_000), "b.txt": "kort" });
    const found = facts(bytes);
    expect(found.entries.map(({ name, size }) => [name, size])).toEqual([
      ["word/document.xml", 10_000],
      ["b.txt", 4],
    ]);
    expect(found).toMatchObject({ totalSize: 10_004, overlapping: false, macros: false });
    expect(found.ratio).toBeCloseTo(10_004 / bytes.length);
    const around = new Uint8Array([1, 2, 3, ...bytes]);
    const [first] = facts(around).entries;
    expect(first && unpack(around, first, 20_000)?.length).toBe(10_000);
  });

  it("names a program that would run, and a bomb by its ratio", async () => {
    expect(facts(await zipOf({ "word/vbaProject.bin": "x" })).macros).toBe(true);
    expect(facts(await zipOf({ "xl/macrosheets/sheet1.xml": "x" })).macros).toBe(true);
    expect(facts(await zipOf({ "word/vbaProject.bin.txt": "x" })).macros).toBe(false);
    expect(facts(await zipOf({ "a.xml": "0".repeat(5_000_000) })).ratio).toBeGreaterThan(500);
  });

  it("finds entries that lie over one another", async () => {
    const bytes = await zipOf({ "a.txt": "aaaa", "b.txt": "bbbb" }, "STORE");
    const second = bytes.length - 22 - (46 + 5);
    expect(facts(withNumber(bytes, second + 42, 0)).overlapping).toBe(true);
  });

  it("is nothing for other bytes, and for a table that is cut off", async () => {
    const bytes = await zipOf({ "a.txt": "aaaa" });
    for (const other of [new Uint8Array(), new Uint8Array(30), bytes.subarray(0, -30)]) {
      expect(inspectZip(other)).toBeNull();
    }
    // The table says it begins before the file does.
    expect(inspectZip(withNumber(bytes, bytes.length - 10, 0xfffffff))).toBeNull();
  });
});

describe("unpacking", () => {
  it("gives what was packed, stored or deflated", async () => {
    for (const compression of ["STORE", "DEFLATE"] as const) {
      const bytes = await zipOf({ "a.txt": "één".repeat(100), "leeg.txt": "" }, compression);
      const texts = facts(bytes).entries.map((entry) =>
        new TextDecoder().decode(unpack(bytes, entry, 1_000) ?? undefined),
      );
      expect(texts).toEqual(["één".repeat(100), ""]);
    }
  });

  it("stops at the limit, and at what the entry claims to be", async () => {
    const bytes = await zipOf({ "a.txt": "a".repeat(100_000) });
    const [entry] = facts(bytes).entries;
    if (!entry) throw new Error("no entry");
    expect(unpack(bytes, entry, 99_999)).toBeNull();
    const claim = indexOf(bytes, 0x02014b50) + 24;
    const [liar] = facts(withNumber(bytes, claim, 50)).entries;
    expect(liar?.size).toBe(50);
    expect(liar && unpack(bytes, liar, 1_000_000)).toBeNull();
    const damaged = bytes.slice();
    damaged.fill(0xff, 40, 60);
    expect(unpack(damaged, entry, 1_000_000)).toBeNull();
    expect(unpack(bytes.subarray(0, 50), entry, 1_000_000)).toBeNull();
    expect(unpack(bytes, { ...entry, checksum: entry.checksum + 1 }, 1_000_000)).toBeNull();
    expect(unpack(bytes, { ...entry, encrypted: true }, 1_000_000)).toBeNull();
    expect(unpack(bytes, { ...entry, method: 99 }, 1_000_000)).toBeNull();
  });
});
