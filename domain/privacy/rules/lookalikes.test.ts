import { describe, expect, it } from "vitest";
import type { PersonalDataKind } from "@/db/vocabulary";
import { findPersonalData } from ".";

const textsOf = (text: string, kind: PersonalDataKind): string[] =>
  findPersonalData(text)
    .filter((find) => find.kind === kind)
    .map((find) => find.text);

const KUIPER = "Aanwezig: W. Kuiper en M. de Witt.\n\n";

describe("a name that is a word as well", () => {
  it.each([
    ["what several are", `${KUIPER}Kuipers zijn er niet meer.`, []],
    ["what somebody is", `${KUIPER}Hij is Kuiper van beroep.`, []],
    ["a thing among things", `${KUIPER}Kuiper en beton genoeg. Kuiper, smid of kok: kies.`, []],
    ["a calling beside a calling", `${KUIPER}Kuiper en Dominee waren er niet bij.`, []],
    [
      "somebody beside somebody",
      `${KUIPER}Kuiper en wethouder Terpstra komen.`,
      ["Kuiper", "Terpstra"],
    ],
    ["what is his", `${KUIPER}Dat is Kuipers voorstel.`, ["Kuiper"]],
    ["whom a house was called after", `${KUIPER}Bij gemaal Johan de Witt is het droog.`, []],
  ])("%s", (_, text, names) => {
    expect(textsOf(text, "name").slice(2)).toEqual(names);
  });

  it.each([
    "Wij zijn in het Dr. Ariënsgebouw en langs de Van Speijkvaart, in Van Loongarage.",
    "De halte ligt bij de Anne Frankschool. Bewoner Prinsenflat: graag een bank. Bewoner Händelhof ook.",
    "De paden heten Pater Karelpad en Zuster Gerardapad.",
    "De bus rijdt naar Heer Hugoplas en in Jacob Maris wonen ouderen.",
    "Hij heeft het syndroom van Gilles de la Tourette.",
    "Mijn kleinzoon las daar Jip en Janneke, Dikkie Dik en Pluk.",
    "Zij delen een Volvo die zij Bertha noemen. Een coverband die Joke heet. Cavia Hans is dood.",
    "De Zwarte Beer ligt vol; Sint en Piet komen om 12 uur. Zij zijn niet gehoord inzake het plan.",
    "Zij verkopen vooral Stella en Sparta. De toneelgroep speelt daar Mees Kees.",
    "Bij het type Henry horen stofzakken. Henry en Hetty blijven in de kast.",
    "Het Sint Elisabeth Gasthuis, de Lijst Karin Bos en motie Anna Bos.",
  ])("nobody in %j", (text) => {
    expect(textsOf(text, "name")).toEqual([]);
  });

  it.each([
    ["Ik sprak mijnheer Postma en mevrouw Tjon A Fat.", ["mijnheer Postma", "mevrouw Tjon A Fat"]],
    ["Familie Brouwer van de Vondelstraat deed mee.", ["Brouwer"]],
    ["Ds. Van Nieuwkerk biedt de zaal aan.", ["Ds. Van Nieuwkerk"]],
    ["Drie kinderen: Djenaro, Shanice en baby Liv.", ["Djenaro", "Shanice", "Liv"]],
    [
      "Meseret en Abel zijn geslaagd. Iemand die Merel of Mirjam heet.",
      ["Meseret", "Abel", "Merel", "Mirjam"],
    ],
    ["Budgetcoach Anne Wil is lief. De chauffeur is Ton.", ["Anne Wil", "Ton"]],
    ["Daar zat bakker Kwint.", ["Kwint"]],
    ["Ik sprak dokter Achterberg precies een keer.", ["Achterberg"]],
    ["Zij sprak met Floris Heemskerk.", ["Floris Heemskerk"]],
    [
      "Aanwezig: A. Klaver.\n\nKlaver en Waterreus? Eekhoorn en Specht zijn gezien.",
      ["A. Klaver", "Klaver"],
    ],
    [
      "| Nr | Door |\n|---|---|\n| 1 | M. Goosmans |\n\nGoosmans vraagt het.",
      ["M. Goosmans", "Goosmans"],
    ],
    ["De heer NG (Lokaal): Nee.", ["De heer NG"]],
    [
      "00:12 Mandy: Wie begint?\n00:15 Ling: Ik.\n00:20 Mandy: Ja?\n00:25 Ling: Het is vol.\n00:30 Ling: Ja.",
      ["Mandy", "Ling", "Mandy", "Ling", "Ling"],
    ],
    [
      "| Afk. | Naam |\n|---|---|\n| SvB | Sietske van Beek |\n\nMooi, zegt SvB; SvB maait zelf.",
      ["SvB", "Sietske van Beek", "SvB", "SvB"],
    ],
    [
      "**Aanwezig**\n- Tesfay Haile, Bethelkerk\n- Gerda Poortvliet, bewoner\n",
      ["Tesfay Haile", "Gerda Poortvliet"],
    ],
  ])("somebody in %j", (text, names) => {
    expect(textsOf(text, "name")).toEqual(names);
  });
});

describe("a name of an organisation that is something else as well", () => {
  it.each([
    ["Welke merken: Sterling, Pride of Life & Mobility?", []],
    [
      "Met Sportbedrijf Meerwijde. In Meerwijde is veel. Meerwijde groeit.",
      ["Sportbedrijf Meerwijde"],
    ],
    ["OBS De Ridderspoor. Daar groeit Ridderspoor.", ["OBS De Ridderspoor"]],
    ["Aan de Gebroeders De Wittlaan.", []],
    ["Camping De Zwaluw. De Zwaluw is weer terug.", ["Camping De Zwaluw"]],
    ["Stofzuigers van Numatic. Wij werken met Horizon.", []],
    ["Zij meldde haar aan bij Haldan. Bij Wevera is de wachttijd lang.", ["Haldan", "Wevera"]],
    ["Hof van Clara B.V. wil een terras.", ["Hof van Clara B.V."]],
    ["Mr. D.R. Wiarda van Wiarda Jeugdrecht Advocaten.", ["Wiarda Jeugdrecht Advocaten"]],
    [
      "Deelnemers: Medipoint, Kersten Techniek B.V. en Beenhakker & Zn.",
      ["Medipoint", "Kersten Techniek B.V.", "Beenhakker & Zn."],
    ],
    [
      "Drie firma's lieten iets zien: Haldan, Wevera en Oeverlicht.",
      ["Haldan", "Wevera", "Oeverlicht"],
    ],
    ["Een offerte opvragen bij Haldan.", ["Haldan"]],
    [
      "Verslag marktconsultatie. Mevrouw Bos (Haldan) en de heer Vos van Wevera vroegen dit.",
      ["Haldan"],
    ],
  ])("%j has %j", (text, firms) => {
    expect(textsOf(text, "organisation")).toEqual(firms);
  });
});
