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

describe("headings of a Word file", () => {
  it("are known by the name of their style, whatever its id, and by the style it rests on", async () => {
    const styles = [
      styled("Titel", "Title"),
      styled("Kop1", "heading 1"),
      styled("Kop2", "Kop 2", '<w:basedOn w:val="Kop1"/>'),
      styled("Bijlage", "Kop 1 Bijlage", '<w:basedOn w:val="Kop1"/>'),
      styled("Niveau", "Eigen niveau", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      styled("Lijstalinea", "List Paragraph"),
    ].join("");
    const body = ["Titel", "Kop1", "Kop2", "Bijlage", "Niveau", "Lijstalinea", "Onbekend"]
      .map((id) => p(id, style(id)))
      .join("");
    expect(await textOf(body, { styles })).toBe(
      "# Titel\n\n# Kop1\n\n## Kop2\n\n# Bijlage\n\n### Niveau\n\nLijstalinea\n\nOnbekend\n",
    );
  });

  it("are known by their ids in a file without a sheet of styles, and by their own level", async () => {
    const body = p("een", style("Kop2")) + p("twee", '<w:outlineLvl w:val="0"/>');
    expect(await textOf(body)).toBe("## een\n\n# twee\n");
  });
});
