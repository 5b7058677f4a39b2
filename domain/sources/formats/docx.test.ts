import { describe, expect, it } from "vitest";
import { p, style, styled, type WordParts, wordFile } from "@/tests/word-file";
import { convertDocx } from "./docx";
import type { Converted, ReadingChoices } from "./model";

async function converted(
  body: string,
  parts: WordParts = {},
  choices: ReadingChoices = {},
): Promise<Converted> {
  const bytes = await wordFile(body, parts);
  return convertDocx({ fileName: "verslag.docx", bytes }, choices, () => {});
}

const textOf = async (...input: Parameters<typeof converted>) => (await converted(...input)).text;
const run = (inside: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`;
const t = (words: string, tag = "w:t") => `<${tag} xml:space="preserve">${words}</${tag}>`;
const r = (words: string, properties = "") => run(t(words), properties);
const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
const instruction = (words: string) => run(t(words, "w:instrText"));
const complex = (words: string, result: string) =>
  field("begin") + instruction(words) + field("separate") + result + field("end");

describe("headings of a Word file", () => {
  it("are known by the name of their style, whatever its id, and by the style it rests on", async () => {
    const styles = [
      styled("Titel", "Title"),
      styled("Kop1", "heading 1"),
      styled("Kop2", "Kop 2", '<w:basedOn w:val="Kop1"/>'),
      styled("Bijlage", "Kop 1 Bijlage", '<w:basedOn w:val="Kop1"/>'),
      styled("Niveau", "Eigen niveau", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      styled("Diep", "heading 8"),
      styled("Lijstalinea", "List Paragraph"),
    ].join("");
    const body = ["Titel", "Kop1", "Kop2", "Bijlage", "Niveau", "Diep", "Lijstalinea", "Onbekend"]
      .map((id) => p(id, style(id), "<w:b/>"))
      .join("");
    expect(await textOf(body, { styles })).toBe(
      "# Titel\n\n# Kop1\n\n## Kop2\n\n# Bijlage\n\n### Niveau\n\n###### Diep\n\n**Lijstalinea**\n\n**Onbekend**\n",
    );
  });

  it("are known by their ids in a file without a sheet of styles, and by their own level", async () => {
    const body =
      p("een", style("Kop2")) +
      p("twee", '<w:outlineLvl w:val="0"/>') +
      p("drie", `${style("Kop2")}<w:outlineLvl w:val="9"/>`) +
      p(" ", style("Kop2"));
    expect(await textOf(body)).toBe("## een\n\n# twee\n\ndrie\n");
  });
});

describe("letters of a Word file", () => {
  it("stand out by themselves or by a style, and twice is not at all", async () => {
    const character = (id: string, properties: string) =>
      `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${properties}</w:rPr></w:style>`;
    const styles =
      styled("Vet", "Vet", "<w:rPr><w:b/></w:rPr>") +
      character("Zwaar", "<w:b/>") +
      character("Hoog", '<w:vertAlign w:val="superscript"/>');
    const body =
      p("vet", style("Vet")) +
      p("gewoon", style("Vet"), '<w:b w:val="0"/>') +
      p("ook gewoon", style("Vet"), '<w:rStyle w:val="Zwaar"/>') +
      `<w:p>${r("de ")}${r("zware ", '<w:rStyle w:val="Zwaar"/>')}${r("en", "<w:b/><w:i/>")}${r(" rest ")}` +
      `${r("weg", "<w:dstrike/>")}${r(" m")}${r("2", '<w:rStyle w:val="Hoog"/>')}${r(" 1")}` +
      `${r("e", '<w:vertAlign w:val="superscript"/>')}</w:p>`;
    expect(await textOf(body, { styles })).toBe(
      "**vet**\n\ngewoon\n\nook gewoon\n\nde **zware *en*** rest ~~weg~~ m² 1e\n",
    );
  });

  it("and signs that are no letters are text", async () => {
    const body =
      `<w:p>${run(`${t("e")}<w:noBreakHyphen/>${t("mail af")}<w:softHyphen/>${t("breken")}<w:tab/>${t("kolom")}`)}` +
      `${run(`<w:br/>${t("regel")}<w:cr/>${t("nog")}<w:br w:type="page"/>${t("blad")}`)}</w:p>` +
      `<w:p>${run('<w:sym w:font="Wingdings" w:char="F0FC"/>')}${r(" ja ")}${r("\uf0e0", '<w:rFonts w:ascii="Wingdings"/>')}${r(" dan")}</w:p>` +
      `<w:p>${r("som ")}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>${run('<w:sym w:font="Onbekend" w:char="0041"/>')}</w:p>`;
    const { text, remarks } = await converted(body);
    expect(text).toBe("e-mail afbreken\tkolom\nregel\nnog\nblad\n\n✓ ja 🡪 dan\n\nsom a+b\n");
    expect(remarks).toEqual([{ key: "sources.remarks.unknownSigns", params: { count: 1 } }]);
  });
});

describe("what a Word file shows and does not write", () => {
  it("fields keep what they showed, but for numbers of pages and contents", async () => {
    const body =
      `<w:p>${r("Datum: ")}${complex(" DATE \\@ d ", r("6 juli 2017"))}${r(", blad ")}${complex(" PAGE ", r("3"))}</w:p>` +
      `<w:p>${field("begin")}${instruction(" TOC \\o ")}${field("separate")}${r("Welkom 1")}</w:p>` +
      `<w:p>${complex(" HYPERLINK ", r("Rondvraag 2"))}</w:p><w:p>${field("end")}</w:p>` +
      `<w:p><w:fldSimple w:instr=" NUMPAGES ">${r("12")}</w:fldSimple><w:fldSimple w:instr=" AUTHOR ">${r("Anke")}</w:fldSimple></w:p>` +
      `<w:p>${complex(` IF ${""}`, r("dan"))}${field("begin")}${instruction(" TOC ")}${field("separate")}${r("nooit gesloten")}</w:p>` +
      p("1 Inleiding", style("Inhopg1"));
    expect(await textOf(body, { styles: styled("Inhopg1", "toc 1") })).toBe(
      "Datum: 6 juli 2017, blad\n\nAnke\n\ndannooit gesloten\n",
    );
  });

  it("controls give what was filled in, and links their words", async () => {
    const control = (inside: string, properties = "") =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
    const contents = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>';
    const body =
      control(p("Welkom 1"), contents) +
      control(p("In een blok.")) +
      `<w:p>${control(r("Kies een datum"), "<w:showingPlcHdr/>")}${control(r("3 mei"))} ` +
      `<w:hyperlink r:id="rId9">${r(" lees meer")}</w:hyperlink><w:smartTag>${r(" hier")}</w:smartTag></w:p>`;
    expect(await textOf(body)).toBe("In een blok.\n\n3 mei lees meer hier\n");
  });

  it("hidden words are left out and said", async () => {
    const styles = styled("Geheim", "Geheim", "<w:rPr><w:vanish/></w:rPr>");
    const body = `<w:p>${r("zicht")}${r("baar geheim", "<w:vanish/>")}</w:p>${p("ook weg", style("Geheim"))}`;
    const { text, remarks } = await converted(body, { styles });
    expect(text).toBe("zicht\n");
    expect(remarks).toEqual([
      { key: "sources.remarks.hidden", params: { words: "baar geheimook weg" } },
    ]);
  });

  it("text boxes follow their paragraph once, and pictures are counted", async () => {
    const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const both =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box("In het vak")}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box("In het vak")}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const picture = "<w:drawing><a:graphic><pic:pic/></a:graphic></w:drawing>";
    const body =
      `<w:p>${r("Naast ")}${run(both)}${r("het vak")}${run(picture)}</w:p>` +
      `<w:p>${run(`<w:pict><v:shape><v:imagedata r:id="rId1"/></v:shape></w:pict>`)}</w:p><w:altChunk r:id="rId2"/>` +
      p("Verder");
    const { text, remarks } = await converted(body);
    expect(text).toBe("Naast het vak\n\nIn het vak\n\nVerder\n");
    expect(remarks.map(({ key, params }) => [key.split(".")[2], params.count])).toEqual([
      ["textBoxes", 1],
      ["pictures", 2],
      ["embedded", 1],
    ]);
    await expect(textOf(`<w:p>${run(picture)}</w:p>`)).rejects.toMatchObject({
      key: "sources.errors.onlyPictures",
    });
  });

  it("heads and feet of pages are said when their words stand nowhere else", async () => {
    const header = `${p("Verslag ouderraad")}<w:p><w:r><w:pict><v:textpath string="CONCEPT"/></w:pict></w:r></w:p>`;
    const footer = `<w:p>${r("Pagina ")}${complex(" PAGE ", r("2"))}${r(" van 5")}</w:p>${p("Afdeling Jeugd")}`;
    const { remarks } = await converted(p("Verslag ouderraad 3 mei"), { header, footer });
    expect(remarks).toEqual([
      { key: "sources.remarks.edges", params: { words: "CONCEPT · Afdeling Jeugd" } },
    ]);
  });
});

describe("notes in a Word file", () => {
  it("stand at the end with the mark they have in the text, comments with who made them", async () => {
    const note = (tag: string, id: string, words: string, rest = "") =>
      `<w:${tag} w:id="${id}" ${rest}>${p(words)}</w:${tag}>`;
    const body =
      `<w:p>${r("Zie")}${run('<w:footnoteReference w:id="7"/>')}${r(" en")}${run('<w:endnoteReference w:id="1"/>')}</w:p>` +
      `<w:p>${r("De ")}<w:commentRangeStart w:id="4"/>${r("lange wachtlijst")}<w:commentRangeEnd w:id="4"/>` +
      `${run('<w:commentReference w:id="4"/>')}${r(" groeit.")}</w:p>`;
    const { text, remarks } = await converted(body, {
      footnotes: note("footnote", "0", "lijn") + note("footnote", "7", "Bijlage 2"),
      endnotes: note("endnote", "1", "Nota 2024"),
      comments: note("comment", "4", "Hoe lang?", 'w:author="Anke Smit"'),
    });
    expect(text).toBe(
      "Zie[1] en[e1]\n\nDe lange wachtlijst groeit.\n\n## Voetnoten\n\n[1] Bijlage 2\n\n[e1] Nota 2024\n\n" +
        "## Opmerkingen in de kantlijn\n\nAnke Smit (bij “lange wachtlijst”): Hoe lang?\n",
    );
    expect(remarks).toEqual([{ key: "sources.remarks.comments", params: { count: 1 } }]);
  });
});

describe("tables of a Word file", () => {
  const cell = (inside: string, properties = "") =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
  const row = (cells: string, properties = "") =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;

  it("keep their head, cells that were merged, and all paragraphs of a cell", async () => {
    const body = `<w:tbl>${row(["Nr", "Vraag", "Antwoord"].map((words) => cell(p(words))).join(""), "<w:tblHeader/>")}${row(
      cell(p("1"), '<w:vMerge w:val="restart"/>') +
        cell(p("Mag dat?") + p("En nu") + p("Nooit"), '<w:gridSpan w:val="2"/>'),
    )}${row(cell(p(""), "<w:vMerge/>") + cell(p("Ja.")) + cell(p("Nee.")))}</w:tbl>`;
    expect(await textOf(body)).toBe(
      "| Nr | Vraag | Antwoord |\n| --- | --- | --- |\n| 1 | Mag dat? En nu · Nooit |  |\n|  | Ja. | Nee. |\n",
    );
  });

  it("of one cell are a frame, and one within another are read in order", async () => {
    const inner = `<w:tbl>${row(cell(p("a")) + cell(p("b")))}</w:tbl>`;
    expect(await textOf(`<w:tbl>${row(cell(p("Kader")))}</w:tbl>${p("na")}`)).toBe("Kader\n\nna\n");
    expect(
      await textOf(`<w:tbl>${row(cell(p("voor") + inner + p("")) + cell(p("naast")))}</w:tbl>`),
    ).toBe("voor\n\n|  |  |\n| --- | --- |\n| a | b |\n\nnaast\n");
  });
});

describe("a Word file that cannot be read", () => {
  const read = (bytes: Uint8Array) => convertDocx({ fileName: "a.docx", bytes }, {}, () => {});

  it("says so: no ZIP, no document, no XML, too deep, nothing in it", async () => {
    const refused = (bytes: Uint8Array | Promise<Uint8Array>, key: string) =>
      expect(Promise.resolve(bytes).then(read)).rejects.toMatchObject({
        key: `sources.errors.${key}`,
      });
    await refused(new TextEncoder().encode("PK geen zip"), "damaged");
    await refused(wordFile("<w:p>"), "damaged");
    await refused(wordFile(""), "empty");
    await refused(wordFile("<w:tbl><w:tr><w:tc>".repeat(1_000)), "tooDeep");
    const deep = `${"<w:tbl><w:tr><w:tc>".repeat(80)}${p("x")}${"</w:tc></w:tr></w:tbl>".repeat(80)}`;
    expect((await read(await wordFile(deep))).text).toBe("x\n");
  });
});
