import { describe, expect, it } from "vitest";
import type { PersonalDataKind } from "@/db/vocabulary";
import { findPersonalData } from ".";

const textsOf = (text: string, kind: PersonalDataKind): string[] =>
  findPersonalData(text)
    .filter((find) => find.kind === kind)
    .map((find) => find.text);

describe("names in the names of files", () => {
  it.each([
    ["Zie Verslag_TeunVantHoogland_def.docx.", ["TeunVantHoogland"]],
    ["Zie JdeVries_cv.pdf en verslag_PvandenBerg.docx.", ["JdeVries", "PvandenBerg"]],
    [
      "Zie verslag_jan_de_vries.docx en aantekeningenSmitMarleen.docx.",
      ["jan_de_vries", "SmitMarleen"],
    ],
    ["Gesproken met mevrouw De Graaff. Zie KlachtDeGraaff.msg.", ["mevrouw De Graaff", "DeGraaff"]],
    ["Ruud ter Horst mailt. Zie verslag_r.terhorst_3.docx.", ["Ruud ter Horst", "r.terhorst"]],
    ["De opname gesprek Marjolein Baartman.m4a is weg.", ["Marjolein Baartman"]],
    ["De map FemkeLoosdrecht is leeg.", ["FemkeLoosdrecht"]],
  ])("%j has %j", (text, names) => {
    expect(textsOf(text, "name")).toEqual(names);
  });

  it.each([
    "Zie ConceptProgrammaVanEisen.docx, PrijsbladPerceel2.xlsx en planning_bakker.xlsx.",
    "Zet het in SharePoint, op LinkedIn of in OneDrive, met een TomTom en AnneFrank.",
    "Zie BloemenRoos.pdf, verslag.docx en KaartVanDeBuurt.png.",
  ])("none in %j", (text) => {
    expect(textsOf(text, "name")).toEqual([]);
  });
});

describe("initials", () => {
  it("are those of somebody who is named whole, anywhere once they have a cell to themselves", () => {
    const text =
      "Aanwezig: Gijs Hazenberg, Bart te Riele.\n\n| Actie | Wie |\n|---|---|\n| Brief | GH |\n| Cijfers | BtR / GH |\n\nGH: dat is goed. De GH-norm en GH zelf.";
    expect(textsOf(text, "name")).toEqual([
      "Gijs Hazenberg",
      "Bart te Riele",
      "GH",
      "BtR",
      "GH",
      "GH",
      "GH",
    ]);
    const heading = "Aanwezig: Els Ooms.\n\n| Wie |\n|---|\n| EO |\n\nBESLUITEN EO ACTIES";
    expect(textsOf(heading, "name")).toEqual(["Els Ooms", "EO"]);
    expect(textsOf("| Actie | Wie |\n|---|---|\n| Brief | GH |\n", "name")).toEqual([]);
  });
});

describe("firms that bear the name of who began them", () => {
  it.each([
    ["Met Piet van der Meer Groep is gesproken.", ["Piet van der Meer Groep"]],
    [
      "Bakker en Zonen leverde. Jos de Wit Groep BV ook.",
      ["Bakker en Zonen", "Jos de Wit Groep BV"],
    ],
    ["Het busje van Van Balen is kapot. Van Balen komt niet.", ["Van Balen", "Van Balen"]],
    ["Gisteren is Connexxion gebeld, en Donker Groen.", ["Connexxion", "Donker Groen"]],
  ])("%j has %j and nobody", (text, firms) => {
    expect(textsOf(text, "organisation")).toEqual(firms);
    expect(textsOf(text, "name")).toEqual([]);
  });

  it("are people where the text names somebody so", () => {
    const text = "Het busje van Van Balen is kapot. Harm van Balen belt.";
    expect(textsOf(text, "name")).toEqual(["Van Balen", "Harm van Balen"]);
  });
});

describe("what bears a name", () => {
  it.each([
    "In sportcentrum Sjoukje Dijkstra, raadzaal Jan Palach en op het Jan Blankenviaduct.",
    "Een Bram Ladage-friet en een Van Dobben-kroket.",
    "De geit heet Truus. Route Emma rijdt. Julia is een programmeertaal. Rosa (het portaal) hapert.",
    "De Dr. Schaepmanschool en het Mgr. Zwijsencollege.",
    "Storm Eunice raasde in maart.",
  ])("is nobody in %j", (text) => {
    expect(textsOf(text, "name")).toEqual([]);
  });

  it("nor is a calling, where somebody is called so too", () => {
    const text =
      "Van: Kuiper, Marleen <m.kuiper@stad.example>\n\nDe Kuiper maakt tonnen, de Kuiper rust.";
    expect(textsOf(text, "name")).toEqual(["Kuiper, Marleen"]);
  });
});

describe("names as lists write them", () => {
  it.each([
    [
      "Aan: Hoogland, Teun van 't; Ramautar, Xenna; Piet Bos\n",
      ["Hoogland, Teun van 't", "Ramautar, Xenna", "Piet Bos"],
    ],
    ["| Naam | Klas |\n|---|---|\n| Ras in 't Hof, Mila | 4 |\n", ["Ras in 't Hof, Mila"]],
    ["| Naam | Klas |\n|---|---|\n| J. Wielding | 4 |\n", ["J. Wielding"]],
    ["Mevrouw EL KADDOURI-POT (Lokaal): Ja.", ["Mevrouw EL KADDOURI-POT"]],
    ["Dat zei B.J. (Ad) Algra. Ad knikt.", ["B.J. (Ad) Algra", "Ad"]],
    [
      "Ik sprak prof. Tj. Haersma en Piet van der Meer.",
      ["prof. Tj. Haersma", "Piet van der Meer"],
    ],
    ["lief plein, puck (8 jaar)", ["puck"]],
  ])("%j has %j", (text, names) => {
    expect(textsOf(text, "name")).toEqual(names);
  });
});

describe("what stands between brackets or in a column", () => {
  it.each<[PersonalDataKind, string, string[]]>([
    ["birthdate", "Jan Bos (12-03-2011) en Piet Bos (1-2-2025).", ["12-03-2011"]],
    ["birthdate", "Frans Bos (19 maart 1979, 111222333) belt.", ["19 maart 1979"]],
    ["birthdate", "Frans Bos (19 maart 1979, 111222334) belt.", []],
    ["birthdate", "naam;geboren;school\nBos, Piet;12-05-2017;De Wip\n", ["12-05-2017"]],
    ["birthdate", "Het plan (12-03-2011) en de brief (1-2-2025).", []],
    [
      "address",
      "| Melder | Adres |\n|---|---|\n| Bos | De Visser 8 |\n| Kok | n.v.t. |\n",
      ["De Visser 8"],
    ],
    [
      "address",
      "Ds. Kerkhofweg 112 en Pr. Irenestraat 5",
      ["Ds. Kerkhofweg 112", "Pr. Irenestraat 5"],
    ],
    ["health", "Mijn zoon heeft een beperking.", ["heeft een beperking"]],
    ["health", "Er is een jongen, Dion, die zichzelf beschadigt.", ["zichzelf beschadigt"]],
    ["health", "Wie een beperking heeft, krijgt vervoer.", []],
  ])("%s in %j", (kind, text, found) => {
    expect(textsOf(text, kind)).toEqual(found);
  });
});

it("takes who says something for nobody a house was called after", () => {
  expect(textsOf("Greta Lindenhuis: de bus moet op tijd komen.", "name")).toEqual([
    "Greta Lindenhuis",
  ]);
  expect(textsOf("Wij komen bijeen in het Greta Lindenhuis aan de markt.", "name")).toEqual([]);
});

it("takes a word for no first name in small letters", () => {
  expect(textsOf("De plek wordt nader bepaald, na de storm en de roman.", "name")).toEqual([]);
});
