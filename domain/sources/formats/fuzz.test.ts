import fc from "fast-check";
import { describe, it } from "vitest";
import { Invalid, TooLarge } from "@/domain/kernel/errors";
import { p, wordFile } from "@/tests/word-file";
import { asDocx, asHtml } from "@/tests/written-as";
import { convertDocx } from "./docx";
import { convertHtml } from "./html";
import { convertMail } from "./mail";
import type { Convert } from "./model";
import { convertText } from "./text";

const MINUTES =
  "# Verslag\n\n## 1. Welkom\n\n**Aanwezig:** Anke, één ouder\n\n- eerste\n  - tweede\n\n1. a\n2. b\n\n" +
  "| Nr | Vraag |\n| --- | --- |\n| 1 | Mag dat? |\n\n*Stelling 1: de bus is op tijd.* Ja.\n";
const BODY =
  `${p("Kop", '<w:pStyle w:val="Kop1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}` +
  '<w:p><w:ins w:id="1"><w:r><w:t>nieuw</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>oud</w:delText></w:r></w:del></w:p>' +
  `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>${p("cel")}</w:tc></w:tr></w:tbl>` +
  '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>' +
  '<w:p><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing></w:r></w:p>';
const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const MAIL =
  'From: =?utf-8?q?J=C3=B6rg?= <j@x.nl>\r\nDate: Thu, 6 Jul 2017 23:30:00 +0200\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' +
  "--b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=80 <b>x</b></p>\r\n" +
  "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: y\r\n\r\nz\r\n--b--\r\n";

/** What a damaged disk, a bad program or somebody with bad intentions makes of bytes. */
const change = fc.oneof(
  fc.record({
    what: fc.constant("flip"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bit: fc.nat(7),
  }),
  fc.record({ what: fc.constant("cut"), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({
    what: fc.constantFrom("double", "drop"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({
    what: fc.constant("put"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    words: fc.constantFrom(
      "\0",
      "<",
      "&#x110000;",
      "&#0;",
      "</w:p>",
      "<w:tbl>",
      "<table><td>",
      "\r\n\r\n",
      "--b",
      "\ufeff",
      "PK\u0005\u0006",
      'w:val="999999999"',
      "-1",
    ),
  }),
);
type Change = { what: string; at: number; bit?: number; size?: number; words?: string };

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let all = Buffer.from(bytes);
  for (const { what, at, bit = 0, size = 0, words = "" } of changes) {
    const place = Math.min(Math.floor(at * all.length), Math.max(all.length - 1, 0));
    const before = all.subarray(0, place);
    if (what === "flip" && all.length > 0) all[place] = (all[place] ?? 0) ^ (1 << bit);
    if (what === "cut") all = Buffer.from(before);
    if (what === "drop") all = Buffer.concat([before, all.subarray(place + size)]);
    if (what === "double")
      all = Buffer.concat([all.subarray(0, place + size), all.subarray(place)]);
    if (what === "put") all = Buffer.concat([before, Buffer.from(words), all.subarray(place)]);
  }
  return new Uint8Array(all);
}

/** A refusal with a sentence for the sender, or a text; never anything else. fast-check prints its seed. */
function holds(
  convert: Convert,
  fileName: string,
  bytesOf: (changes: Change[]) => Promise<Uint8Array> | Uint8Array,
  numRuns: number,
): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = await bytesOf(changes);
      for (const trackedChanges of ["with", "without"] as const) {
        try {
          const { text } = await convert({ fileName, bytes }, { trackedChanges }, () => {});
          if (text.trim() === "") throw new Error("no text and no refusal");
        } catch (error) {
          if (!(error instanceof Invalid || error instanceof TooLarge)) throw error;
        }
      }
    }),
    { numRuns },
  );
}

describe("damaged bytes are read or refused", () => {
  it("of a Word file", async () => {
    const whole = await asDocx(MINUTES);
    await holds(convertDocx, "a.docx", (changes) => changed(whole, changes), 100);
  });

  it("of the parts of a Word file", async () => {
    const spoiled = (part: string, changes: Change[]) =>
      Buffer.from(changed(Buffer.from(part), changes)).toString();
    await holds(
      convertDocx,
      "a.docx",
      (changes) => wordFile(spoiled(BODY, changes), { numbering: NUMBERING }),
      150,
    );
    await holds(
      convertDocx,
      "a.docx",
      (changes) =>
        wordFile(BODY, {
          numbering: spoiled(NUMBERING, changes),
          footnotes: spoiled(BODY, changes),
        }),
      50,
    );
  });

  it("of a page, a mail and a text", async () => {
    const page = asHtml(MINUTES);
    await holds(convertHtml, "a.html", (changes) => changed(page, changes), 300);
    await holds(convertMail, "a.eml", (changes) => changed(Buffer.from(MAIL), changes), 300);
    await holds(convertText, "a.txt", (changes) => changed(Buffer.from(MINUTES), changes), 300);
  });

  it("of anything at all", async () => {
    const converters: [Convert, string][] = [
      [convertDocx, "a.docx"],
      [convertHtml, "a.html"],
      [convertMail, "a.eml"],
      [convertText, "a.txt"],
    ];
    for (const [convert, fileName] of converters) {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
          try {
            await convert({ fileName, bytes }, {}, () => {});
          } catch (error) {
            if (!(error instanceof Invalid || error instanceof TooLarge)) throw error;
          }
        }),
        { numRuns: 100 },
      );
    }
  });
});
