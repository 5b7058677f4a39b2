import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/kernel/errors";
import { MAX_LINES, MAX_UPLOAD_BYTES } from "@/domain/sources/model";
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
      ["HTML", "\n<!DOCTYPE html><html></html>"],
    ];
    for (const [found, content] of cases) {
      const bytes = typeof content === "string" ? utf8(content) : Uint8Array.from(content);
      const error = refusal("notulen.md", bytes);
      expect(error.key).toBe("sources.errors.notWhatItSays");
      expect(error.params).toEqual({ fileName: "notulen.md", found });
    }
  });

  it("refuses other encodings and says which", () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x42, 0]);
    expect(refusal("a.txt", utf16).params.found).toBe("UTF-16");
    expect(refusal("a.txt", Buffer.from("zonder merkteken", "utf16le")).params.found).toBe(
      "UTF-16",
    );
    const error = refusal("a.txt", Buffer.from("coördinator", "latin1"));
    expect([error.key, error.params.found]).toEqual(["sources.errors.encoding", "Windows-1252"]);
  });

  it("refuses binary content", () => {
    expect(refusal("a.txt", utf8(`tekst${"x".repeat(500)}\0`)).key).toBe("sources.errors.binary");
    expect(refusal("a.txt", utf8("\u0001\u0002abc")).key).toBe("sources.errors.binary");
  });

  it("refuses what is too large, has too many lines or a line without end", () => {
    expect(refusal("a.txt", new Uint8Array(MAX_UPLOAD_BYTES + 1)).code).toBe("tooLarge");
    const lines = refusal("a.txt", utf8("regel\n".repeat(100_000)));
    expect([lines.code, lines.key, lines.params.lines]).toEqual([
      "tooLarge",
      "sources.errors.tooManyLines",
      100_000,
    ]);
    expect(
      decodeUpload({ fileName: "a.txt", bytes: utf8("r\n".repeat(MAX_LINES)) }).text,
    ).toBeTruthy();
    const long = refusal("a.txt", utf8(`kort\n${"x".repeat(100_001)}`));
    expect([long.key, long.params.line]).toEqual(["sources.errors.lineTooLong", 2]);
  });
});

describe("normalise", () => {
  it("takes away one mark only and keeps spaces and empty lines", () => {
    expect(normalise("\ufeff\ufeffa \u00a0\r\n\r\n\r\nb\t")).toBe("\ufeffa \u00a0\n\n\nb\t");
    expect(normalise(normalise("e\u0301\r"))).toBe("é\n");
  });
});
