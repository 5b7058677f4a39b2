import { describe, expect, it } from "vitest";
import { proposeSplit } from "@/domain/proposal/rules";
import { convertMail } from "./mail";
import type { Converted } from "./model";

const HEAD = [
  "From: =?utf-8?q?J=C3=B6rg_de_Wit?= <jorg@voorbeeld.nl>",
  "To: Anke Smit <anke@voorbeeld.nl>, Werkgroep: piet@voorbeeld.nl, els@voorbeeld.nl;",
  "Date: Thu, 6 Jul 2017 23:30:00 +0200",
  "Subject: =?iso-8859-1?q?Reactie_op_de_co=F6rdinatie?=",
  "MIME-Version: 1.0",
];

const read = (lines: (string | Uint8Array)[], fileName = "mail.eml"): Promise<Converted> => {
  const bytes = Buffer.concat(
    lines.map((line) =>
      typeof line === "string" ? Buffer.from(`${line}\r\n`, "latin1") : Buffer.from(line),
    ),
  );
  return convertMail({ fileName, bytes: new Uint8Array(bytes) }, {}, () => {});
};

const TOP =
  "Van: Jörg de Wit <jorg@voorbeeld.nl>\n" +
  "Aan: Anke Smit <anke@voorbeeld.nl>, Werkgroep (piet@voorbeeld.nl, els@voorbeeld.nl)\n" +
  "Datum: 6 juli 2017, 23:30 uur\nOnderwerp: Reactie op de coördinatie\n\n";

describe("a mail", () => {
  it("begins with who, to whom, when by the sender's clock, and about what", async () => {
    const { text } = await read([...HEAD, "Content-Type: text/plain", "", "Het is goed zo."]);
    expect(text).toBe(`${TOP}Het is goed zo.\n`);
    const [document] = proposeSplit(text, { fileName: "mail.eml" }).documents;
    expect([document?.date, document?.time]).toEqual(["2017-07-06", "23:30"]);
  });

  it("is read in the encoding and the way of writing it says it has", async () => {
    const office = [...HEAD, "Content-Type: text/plain; charset=windows-1252"];
    const bare = await read([
      ...office,
      "Content-Transfer-Encoding: 8bit",
      "",
      Uint8Array.of(0x80, 0x20, 0x31, 0x92, 0x73),
    ]);
    expect(bare.text).toBe(`${TOP}€ 1’s\n`);
    const quoted = await read([
      ...office,
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "=80 12, co=F6rdi=",
      "nator",
    ]);
    expect(quoted.text).toContain("€ 12, coördinator");
    const flowed = await read([
      ...HEAD,
      "Content-Type: text/plain; format=flowed",
      "",
      "De bus komt ",
      "te laat.",
      "> Hoe laat?",
    ]);
    expect(flowed.text).toContain("De bus komt te laat.\n> Hoe laat?");
  });

  it("is read from its HTML when that says as much, with quotations recognisable", async () => {
    const both = (plain: string, html: string) => [
      ...HEAD,
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=utf-8",
      "",
      plain,
      "--b",
      "Content-Type: text/html; charset=utf-8",
      "",
      html,
      "--b--",
    ];
    const rich = await read(
      both(
        "- een - twee",
        "<ul><li>een</li><li>twee</li></ul><div>Op 3 juli schreef Anke:</div><blockquote>Wie?<blockquote>Ik</blockquote></blockquote>",
      ),
    );
    expect(rich.text).toBe(`${TOP}- een\n- twee\n\nOp 3 juli schreef Anke:\n\n> Wie?\n\n> > Ik\n`);
    const stub = await read(both("Het hele verhaal staat hier.", "<p>Bekijk online</p>"));
    expect(stub.text).toContain("Het hele verhaal staat hier.");
    expect(stub.text).not.toContain("online");
  });

  it("brings its files, a forwarded mail too, and no pictures of the text or signatures", async () => {
    const part = (type: string, head: string[], body: string) => [
      "--b",
      `Content-Type: ${type}`,
      ...head,
      "",
      body,
    ];
    const { attachments, remarks, text } = await read([
      ...HEAD,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      ...part("text/plain", [], "Zie de bijlagen."),
      ...part(
        "application/pdf",
        ['Content-Disposition: attachment; filename="../map/nota.pdf"'],
        "%PDF",
      ),
      ...part("message/rfc822", [], "Subject: Eerder\r\nFrom: a@b.nl\r\n\r\nOude mail"),
      ...part("image/png", ["Content-ID: <logo>", "Content-Disposition: inline"], "PNG"),
      ...part(
        "application/pkcs7-signature",
        ["Content-Disposition: attachment; filename=smime.p7s"],
        "x",
      ),
      ...part(
        "application/ms-tnef",
        ["Content-Disposition: attachment; filename=winmail.dat"],
        "x",
      ),
      "--b--",
    ]);
    expect(text).toBe(`${TOP}Zie de bijlagen.\n`);
    expect(attachments.map(({ fileName }) => fileName)).toEqual([
      "..-map-nota.pdf",
      "bijlage-2.eml",
    ]);
    expect(new TextDecoder().decode(attachments[1]?.bytes)).toContain("Oude mail");
    expect(remarks.map(({ key }) => key)).toEqual([
      "sources.remarks.winmail",
      "sources.remarks.pictures",
    ]);
    const [, forwarded] = attachments;
    const inner = forwarded && (await convertMail(forwarded, {}, () => {}));
    expect(inner?.text).toContain("Onderwerp: Eerder\n\nOude mail");
  });

  it("is refused when it is none, or nobody can read it", async () => {
    await expect(read(["Gewoon een verhaal.", "", "Meer."])).rejects.toMatchObject({
      key: "sources.errors.noMail",
    });
    await expect(
      read([...HEAD, 'Content-Type: application/pkcs7-mime; name="smime.p7m"', "", "MIAGCSq"]),
    ).rejects.toMatchObject({ key: "sources.errors.mailEncrypted" });
    const nested = Array.from({ length: 60 }, (_, i) => [
      `Content-Type: multipart/mixed; boundary="b${i}"`,
      "",
      `--b${i}`,
    ]);
    await expect(read([...HEAD, ...nested.flat()])).rejects.toMatchObject({
      key: "sources.errors.damaged",
    });
  });
});
