import { describe, expect, it } from "vitest";
import { DomainError, Invalid } from "@/domain/kernel/errors";
import { type Encoding, MAX_LINES, MAX_TEXT_BYTES } from "@/domain/sources/model";
import { decodeUpload, normalise } from "@/domain/sources/rules";
import en from "@/messages/en/sources.json";
import nl from "@/messages/nl/sources.json";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(fileName: string, bytes: Uint8Array): DomainError {
  try {
    decodeUpload({ fileName, bytes });
  } catch (error) {
    if (error instanceof DomainError) {
      const key = error.key.replace("sources.errors.", "");
      expect(Object.keys(nl.errors)).toContain(key);
      expect(Object.keys(en.errors)).toContain(key);
      return error;
    }
    throw error;
  }
  throw new Error("was not refused");
}

describe("decodeUpload", () => {
  it("gives normalised text with its media type", () => {
    const bytes = utf8("\ufeffCafe\u0301\r\nregel\rnog een  \n");
    expect(decodeUpload({ fileName: "Verslag.MD", bytes })).toEqual({
      text: "Café\nregel\nnog een  \n",
      mediaType: "text/markdown",
      normaliserVersion: 1,
      encoding: "utf-8",
    });
    expect(decodeUpload({ fileName: "a.txt", bytes: utf8("x") }).mediaType).toBe("text/plain");
  });

  it("refuses other names, empty and blank files", () => {
    expect(refusal("verslag.docx", utf8("x")).key).toBe("sources.errors.extension");
    expect(refusal("verslag", utf8("x")).key).toBe("sources.errors.extension");
    expect(refusal("a.txt", new Uint8Array()).key).toBe("sources.errors.empty");
    expect(refusal("a.txt", utf8("\ufeff \n\u00a0\n")).key).toBe("sources.errors.empty");
  });

  it("names what a renamed file really is", () => {
    const cases: [string, number[] | string][] = [
      ["PDF", "%PDF-1.7\n"],
      ["ZIP/Word/Excel", [0x50, 0x4b, 3, 4, 20, 0]],
      ["Word/Excel 97–2003", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
      ["PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
      ["JPEG", [0xff, 0xd8, 0xff, 0xe0]],
      ["RTF", "{\\rtf1 tekst}"],
      ["ZIP", [0x50, 0x4b, 5, 6, 0]],
      ["GIF", "GIF89a"],
      ["TIFF", [0x49, 0x49, 0x2a, 0, 8]],
      ["TIFF", [0x4d, 0x4d, 0, 0x2a, 8]],
      ["GZIP", [0x1f, 0x8b, 8]],
      ["7-Zip", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0]],
      ["RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]],
      ["MP3", "ID3\u0003"],
      ["OGG", "OggS\u0002"],
      ["RIFF (WAV/WebP)", "RIFF1234WAVE"],
      ["SQLite", "SQLite format 3"],
      ["ELF", [0x7f, 0x45, 0x4c, 0x46, 2]],
      ["MP4/HEIC", "\u0001\u0002\u0003\u0004ftypisom"],
      ["HTML", "\n<!DOCTYPE html><html></html>"],
      ["HTML", "\ufeff <!doctype   HTML>"],
      ["HTML", "<html lang='nl'>"],
      ["HTML", "<HTML>"],
    ];
    for (const [found, content] of cases) {
      const bytes = typeof content === "string" ? utf8(content) : Uint8Array.from(content);
      const error = refusal("notulen.md", bytes);
      expect(error.key).toBe("sources.errors.notWhatItSays");
      expect(error.params).toEqual({ fileName: "notulen.md", found });
    }
  });

  it("reads every encoding that occurs, recognised or asked for", () => {
    const words = "coördinator, één en ‘de rest’: € 12\r\n";
    const wide = Buffer.from(words, "utf16le");
    const big = Buffer.from(wide).swap16();
    const office = Uint8Array.from(
      words,
      (sign) => ({ "‘": 0x91, "’": 0x92, "€": 0x80 })[sign] ?? sign.charCodeAt(0),
    );
    const read = (bytes: Uint8Array, asked?: Encoding) => {
      const { text, encoding } = decodeUpload({ fileName: "a.txt", bytes }, asked);
      expect(text).toBe(words.replace("\r\n", "\n"));
      return encoding;
    };
    expect(read(utf8(words))).toBe("utf-8");
    expect(read(office)).toBe("windows-1252");
    expect(read(wide)).toBe("utf-16le");
    expect(read(big)).toBe("utf-16be");
    expect(read(Buffer.concat([Uint8Array.of(0xff, 0xfe), wide]))).toBe("utf-16le");
    expect(read(Buffer.concat([Uint8Array.of(0xfe, 0xff), big]))).toBe("utf-16be");
    expect(read(big, "utf-16be")).toBe("utf-16be");
    const asLatin = decodeUpload({ fileName: "a.txt", bytes: utf8("één") }, "windows-1252");
    expect(asLatin.text).toBe("Ã©Ã©n");
  });

  it("refuses an encoding that is asked for and cannot be", () => {
    const file = { fileName: "a.txt", bytes: Buffer.from("coördinator", "latin1") };
    expect(() => decodeUpload(file, "utf-8")).toThrow(
      new Invalid("sources.errors.encoding", { fileName: "a.txt", found: "UTF-8" }),
    );
    expect(() => decodeUpload({ ...file, bytes: utf8("abc") }, "utf-16le")).toThrow(
      new Invalid("sources.errors.encoding", { fileName: "a.txt", found: "UTF-16" }),
    );
  });

  it("takes what only looks like another format", () => {
    for (const text of [
      "P",
      "PK zonder meer",
      "%PDF",
      "GIF is een formaat",
      "de ftyp van een film",
    ]) {
      expect(decodeUpload({ fileName: "a.md", bytes: utf8(text) }).text).toBe(text);
    }
    for (const text of [
      "tekst <html> erin",
      "<htmlachtig>",
      "<p>een alinea</p>",
      "<!doctypehtml>",
    ]) {
      expect(decodeUpload({ fileName: "a.markdown", bytes: utf8(text) }).text).toBe(text);
    }
    const late = `${"a".repeat(256)}<html>`;
    expect(decodeUpload({ fileName: "a.TXT", bytes: utf8(late) }).text).toBe(late);
  });

  it("tells zeros in text from those of UTF-16", () => {
    // A few zeros on one side are not UTF-16, nor zeros on both, nor half a sign at the end.
    expect(refusal("a.txt", utf8("a\0b".repeat(20))).key).toBe("sources.errors.binary");
    expect(refusal("a.txt", utf8(`${"ab".repeat(50)}\0`)).key).toBe("sources.errors.binary");
    expect(refusal("a.txt", Uint8Array.from([0xff, 0xfe, 0x41])).key).toBe("sources.errors.binary");
    expect(refusal("a.txt", Buffer.from("tekst\0tekst", "utf16le")).key).toBe(
      "sources.errors.binary",
    );
    expect(decodeUpload({ fileName: "a.txt", bytes: Uint8Array.from([0xff, 0x41]) }).text).toBe(
      "ÿA",
    );
  });

  it("forgives one control character in a hundred, and no more", () => {
    const signs = (controls: string) => utf8(controls.padEnd(100, "x"));
    expect(decodeUpload({ fileName: "a.txt", bytes: signs("\u0007") }).text).toHaveLength(100);
    for (const two of ["\u0007\u0007", "\u007f\u001f", "\u0008\u000e"]) {
      expect(refusal("a.txt", signs(two))).toMatchObject({
        key: "sources.errors.binary",
        params: { fileName: "a.txt" },
      });
    }
    const space = "\t\n\u000b\f ~";
    expect(decodeUpload({ fileName: "a.txt", bytes: signs(space) }).text).toContain(space);
  });

  it("refuses binary content", () => {
    expect(refusal("a.txt", utf8(`tekst${"x".repeat(500)}\0`)).key).toBe("sources.errors.binary");
    expect(refusal("a.txt", utf8("\u0001\u0002abc")).key).toBe("sources.errors.binary");
  });

  it("refuses what is too large, has too many lines or a line without end", () => {
    expect(refusal("a.txt", new Uint8Array(MAX_TEXT_BYTES + 1)).code).toBe("tooLarge");
    const lines = refusal("a.txt", utf8("regel\n".repeat(100_000)));
    expect([lines.code, lines.key, lines.params.lines]).toEqual([
      "tooLarge",
      "sources.errors.tooManyLines",
      100_000,
    ]);
    expect(
      decodeUpload({ fileName: "a.txt", bytes: utf8("r\n".repeat(MAX_LINES)) }).text,
    ).toBeTruthy();
    expect(refusal("a.txt", utf8("r\n".repeat(MAX_LINES + 1))).params).toEqual({
      fileName: "a.txt",
      lines: MAX_LINES + 1,
      limit: MAX_LINES,
    });
    expect(refusal("a.txt", new Uint8Array(MAX_TEXT_BYTES + 1)).params.limit).toBe(10);
    const long = refusal("a.txt", utf8(`kort\n${"x".repeat(100_001)}\n${"y".repeat(200_000)}`));
    expect(long).toMatchObject({
      key: "sources.errors.lineTooLong",
      params: { fileName: "a.txt", line: 2, limit: 100_000 },
    });
    const exact = `${"x".repeat(100_000)}\n`;
    expect(decodeUpload({ fileName: "a.txt", bytes: utf8(exact) }).text).toBe(exact);
  });
});

describe("normalise", () => {
  it("takes away one mark only and keeps spaces and empty lines", () => {
    expect(normalise("\ufeff\ufeffa \u00a0\r\n\r\n\r\nb\t")).toBe("\ufeffa \u00a0\n\n\nb\t");
    expect(normalise(normalise("e\u0301\r"))).toBe("é\n");
  });
});
