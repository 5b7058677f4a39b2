import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makePdf, PdfPage } from "@/tests/pdf";
import { convert, PROSE, refusal } from "@/tests/pdf-reading";
import { MAX_PAGES } from "./convert";

describe("what cannot be read", () => {
  it("is said, each in its own sentence", async () => {
    const page = new PdfPage();
    page.lines(70, 100, PROSE);
    const whole = makePdf([page]);
    expect(await refusal(new Uint8Array())).toBe("pdfBroken");
    expect(await refusal(new Uint8Array(Buffer.from("%PDF-1.7\nen dan niets")))).toBe("pdfBroken");
    expect(await refusal(whole.slice(0, 300))).toBe("pdfBroken");
    const key = "a".repeat(64);
    const locked = makePdf([page], {
      objects: { 20: `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>` },
      trailer: `/Encrypt 20 0 R /ID [<${"0".repeat(32)}> <${"0".repeat(32)}>]`,
    });
    expect(await refusal(locked)).toBe("pdfPassword");
  });

  it("counts pages before it reads them", async () => {
    const page = new PdfPage().text(70, 100, "tekst");
    expect(await refusal(makePdf(Array.from({ length: MAX_PAGES + 1 }, () => page)))).toBe(
      "tooManyPages",
    );
  });

  it("says how far it is, page by page", async () => {
    const steps: string[] = [];
    const page = new PdfPage().text(70, 100, "tekst");
    await convert(makePdf([page, page, page]), (done, total) => steps.push(`${done}/${total}`));
    expect(steps).toEqual(["1/3", "2/3", "3/3"]);
  });
});

describe("a file that was tampered with", () => {
  const page = new PdfPage().lines(70, 100, PROSE).rule(70, 200, 300, 200).picture();
  const whole = makePdf([page, page], {
    catalogue: "/AcroForm << /Fields [20 0 R] >>",
    page: "/Annots [20 0 R]",
    objects: {
      20: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (n) /V (Jasmijn) /Rect [1 2 3 4] /AP << /N 21 0 R >> >>",
      21: "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 12 >>\nstream\nBT (x) Tj ET \nendstream",
    },
  });

  it("is read or refused, and nothing else happens", async () => {
    const place = fc.nat(whole.length - 1);
    const change = fc.oneof(
      fc.record({ at: place, put: fc.uint8Array({ minLength: 1, maxLength: 12 }) }),
      fc.record({
        at: place,
        put: fc
          .constantFrom("0 R", "<<", ">>", "endobj", "/Kids", "99999", "BT", "q", "stream")
          .map((s) => new TextEncoder().encode(s)),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.option(place),
        async (changes, end) => {
          const bytes = whole.slice(0, end ?? whole.length);
          for (const { at, put } of changes) {
            if (at + put.length <= bytes.length) bytes.set(put, at);
          }
          await refusal(bytes);
        },
      ),
      { numRuns: 150, seed: 20 },
    );
  });
});
