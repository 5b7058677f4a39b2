import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { DomainError } from "@/domain/kernel/errors";
import { kindOf } from "./recognise";

const utf8 = (text: string) => new TextEncoder().encode(text);

async function zipOf(files: Record<string, string>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const office = (type: string, more: Record<string, string> = {}) =>
  zipOf({ "[Content_Types].xml": `<Types><Override ContentType="${type}"/></Types>`, ...more });

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** The last part of the key of the sentence with which it is refused. */
function refusal(fileName: string, bytes: Uint8Array): string {
  try {
    return `read as ${kindOf({ fileName, bytes })}`;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.params.fileName).toBe(fileName);
    return error.key.replace("sources.errors.", "");
  }
}

const old = (stream: string) =>
  new Uint8Array([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...Buffer.from(stream, "utf16le"),
  ]);

describe("what a file is, its bytes say", () => {
  it.each([
    ["verslag.txt", utf8("%PDF-1.7 x"), "pdf"],
    ["verslag.pdf", utf8("rommel\n%PDF-1.4"), "pdf"],
    ["over-pdf.txt", utf8("Een bestand dat met %PDF-1.7 begint is een pdf."), "text"],
    ["kerk.txt", utf8("PKN-kerk wil graag parkeren"), "text"],
    ["kracht.csv", utf8("PK;Reactie\n90;Te zwaar"), "csv"],
    ["verslag.docx", utf8("Gewoon tekst."), "text"],
    ["verslag", utf8("Gewoon tekst."), "text"],
    ["verslag.MD", utf8("# Kop"), "markdown"],
    ["pagina.txt", utf8("\ufeff<!DOCTYPE html><p>x"), "html"],
    ["pagina.htm", utf8("<p>Hallo</p>"), "html"],
    ["haakje.txt", utf8("<p>Hallo</p>"), "text"],
    ["brief.txt", utf8("From: a@b.nl\r\nMIME-Version: 1.0\r\n\r\nDag."), "eml"],
    // Somebody pasted the top of a mail into a text: that is no mail.
    ["brief.txt", utf8("From: Anna\nSubject: bus\n\nDag. Message-ID: x"), "text"],
    ["uitvraag.csv", utf8("a;b\n1;2"), "csv"],
  ])("%s", (fileName, bytes, kind) => {
    expect(kindOf({ fileName, bytes })).toBe(kind);
  });

  it("also within a ZIP file", async () => {
    expect(kindOf({ fileName: "x.txt", bytes: await office(WORD) })).toBe("docx");
    const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    expect(kindOf({ fileName: "x.zip", bytes: await office(sheet) })).toBe("xlsx");
  });
});

describe("what cannot be read says what to do", () => {
  it.each([
    ["a.doc", old("WordDocument"), "oldWord"],
    ["a.xls", old("Workbook"), "oldExcel"],
    ["a.msg", old("__substg1.0_0037001F"), "outlook"],
    ["a.docx", old("EncryptedPackage"), "locked"],
    ["a.ppt", old("PowerPoint Document"), "oldOther"],
    ["a.rtf", utf8("{\\rtf1 x}"), "rtf"],
    ["a.pdf", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "image"],
    ["a.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]), "image"],
    ["a.heic", utf8("\0\0\0\x18ftypheic"), "image"],
    ["a.webp", utf8("RIFF\0\0\0\0WEBP"), "image"],
    ["a.m4a", utf8("\0\0\0\x18ftypM4A "), "recording"],
    ["a.wav", utf8("RIFF\0\0\0\0WAVE"), "recording"],
    ["a.mp3", utf8("ID3\x04"), "recording"],
    ["a.gz", new Uint8Array([0x1f, 0x8b, 8, 0]), "packed"],
    ["a.txt", new Uint8Array(), "empty"],
    ["a.docx", utf8("PK\x03\x04 en dan niets meer"), "damaged"],
  ])("%s: %#", (fileName, bytes, key) => {
    expect(refusal(fileName, bytes)).toBe(key);
  });

  it("within a ZIP file: macros, presentations, OpenDocument, and files in a folder", async () => {
    const macro = "application/vnd.ms-word.document.macroEnabled.main+xml";
    expect(refusal("a.docx", await office(macro))).toBe("macros");
    expect(refusal("a.docx", await office(WORD, { "word/vbaProject.bin": "x" }))).toBe("macros");
    const slides =
      "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml";
    expect(refusal("a.pptx", await office(slides))).toBe("presentation");
    const odt = { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "x" };
    expect(refusal("a.odt", await zipOf(odt))).toBe("openDocument");
    const ods = { ...odt, mimetype: "application/vnd.oasis.opendocument.spreadsheet" };
    expect(refusal("a.ods", await zipOf(ods))).toBe("openOther");
    expect(refusal("a.zip", await zipOf({ "notulen.txt": "x" }))).toBe("packed");
  });

  it("a bomb, before anything of it is unpacked", async () => {
    const bomb = await office(WORD, { "word/document.xml": "0".repeat(25_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal("a.docx", bomb)).toBe("tooMuchInside");
  });
});
