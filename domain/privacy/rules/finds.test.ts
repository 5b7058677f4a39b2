import { describe, expect, it } from "vitest";
import type { PersonalDataKind } from "@/db/vocabulary";
import { sliceCodePoints } from "@/domain/text/rules";
import { findPersonalData } from ".";
import { passesElevenTest } from "./numbers";

const textsOf = (text: string, kind: PersonalDataKind): string[] =>
  findPersonalData(text)
    .filter((find) => find.kind === kind)
    .map((find) => find.text);

describe("names", () => {
  it.each([
    ["Dat zei mevrouw Ottens ook.", ["mevrouw Ottens"]],
    ["Volgens M. Ottens is het laat.", ["M. Ottens"]],
    ["Ik sprak J.P. van der Berg-de Wit gisteren.", ["J.P. van der Berg-de Wit"]],
    ["Lotte van den broek: dat is te laat.", ["Lotte van den broek"]],
    ["Ik sprak Oumaima van den Heuvel.", ["Oumaima van den Heuvel"]],
    ["Beste Gülay,\n\nDank!", ["Gülay"]],
    ["Groet,\nPleun\n", ["Pleun"]],
    ["Moeder van Sem (8): mijn zoon wacht lang.", ["Sem"]],
    ["De wethouder zegt het. Wethouder Terpstra niet.", ["Terpstra"]],
    ["Dat schreef dr. ing. K. de Haan vorig jaar.", ["dr. ing. K. de Haan"]],
    ["de heer en mevrouw Vlaskamp waren er", ["de heer en mevrouw Vlaskamp"]],
    ["Verslag: FATIHA VAN DER MEULEN\n", ["FATIHA VAN DER MEULEN"]],
    ["hoi karin, kan ingrid morgen?", ["karin", "ingrid"]],
    ["Ik belde mw jansen en mevrouw de groot.", ["mw jansen", "mevrouw de groot"]],
    ["nr;achternaam;voornaam\n1;van der Sluijs;Finn\n", ["van der Sluijs", "Finn"]],
    ["Dat was zeker Van Daalen? Zie Van Yperen (2020).", ["Van Daalen"]],
    ["Aanwezig: H. 't Jong.\n\nWat 't Jong zegt klopt.", ["H. 't Jong", "'t Jong"]],
    ["Ik sprak K. Oude Nijhuis. Oude Nijhuis belt.", ["K. Oude Nijhuis", "Oude Nijhuis"]],
    ["Aanwezig: Esther v.d. Kolk, Bo", ["Esther v.d. Kolk", "Bo"]],
    [
      "Aanwezig: S. v.d. Meer.\n\nDat vraagt mevrouw V.d. Meer. V.d. Meer belt, Van der Meer ook.",
      ["S. v.d. Meer", "mevrouw V.d. Meer", "V.d. Meer", "Van der Meer"],
    ],
    ["Het wordt geverfd; schilder Hoekstra uit de Buorren doet het.", ["Hoekstra"]],
    ["De chauffeur van Zandstra rijdt te hard.", ["Zandstra"]],
    ["Ik sprak Ter Steege en daarna De Jong.", ["Ter Steege", "De Jong"]],
    ["Zij zegt dat Harmina Pot en Annemiek bellen.", ["Harmina Pot", "Annemiek"]],
    ["Er kwam ene Priscilla, en Damiën, een jongen van negen.", ["Priscilla", "Damiën"]],
    ["Verbree, Sanne   0:15\nIk ben er. Sanne zegt ja.", ["Verbree, Sanne", "Sanne"]],
    ["naam;klas;x\nTerlouw, F.;4;x\n", ["Terlouw, F."]],
    ["Dat schreef A.B. (Wim) Terlouw. Algra niet.", ["A.B. (Wim) Terlouw"]],
    ["Indieners: M. en D. Terlouw", ["M. en D. Terlouw"]],
    ["Ik sprak Karin Wolfsteeg van de winkel.", ["Karin Wolfsteeg"]],
    ["Kinderarts Van der Plaats belt. Tessel, 9 jaar, wacht.", ["Van der Plaats", "Tessel"]],
    ["mijn dochter roos belde oma riet en hr. visser", ["roos", "riet", "hr. visser"]],
    ["Aanwezig: Frederik Bos.\n\nFred is ziek, zei de man.", ["Frederik Bos", "Fred"]],
    ["Aanwezig: Kees, mw. De Wit (voorzitter), Bouzid", ["Kees", "mw. De Wit", "Bouzid"]],
    ["Er zijn twee kinderen: Nareg (12) en Obke (9).", ["Nareg", "Obke"]],
    ["Oma Wil belt buurvrouw Toni Maas.", ["Wil", "Toni Maas"]],
    ["[12-03-2026 19:02] Wichart: goed\n[12-03-2026 19:04] Samira B: ja", ["Wichart", "Samira B"]],
    ["Dat zei Daantje. Trijntje van het Hertenkamp ook.", ["Daantje", "Trijntje"]],
    ["Niels Groeneweg (jurist) en Gerrit v. Lith.", ["Niels Groeneweg", "Gerrit v. Lith"]],
    ["Aanwezig: Gijs Boom.\n\nBoom meet de stam. De boom staat scheef.", ["Gijs Boom", "Boom"]],
    [
      "Deelnemers:\n- Jelmer H. – Servicedesk\n- Priya Nair – Security Officer",
      ["Jelmer H.", "Priya Nair"],
    ],
  ])("%j has %j", (text, names) => {
    expect(textsOf(text, "name")).toEqual(names);
  });

  it("are found again by one of their parts, and whole", () => {
    const text =
      "Aanwezig: Marieke van der Aalder.\n\nWe spraken Van der Aalder, en Marieke's zoon.";
    expect(textsOf(text, "name")).toEqual(["Marieke van der Aalder", "Van der Aalder", "Marieke"]);
  });

  it.each([
    "De Ottensweg is vaak afgesloten, net als de Burgemeester Kuiperlaan.",
    "Roos en Iris staan in bloei.",
    "Inzake: het busje. De juf erna zag het niet.\n\ncc: school, De Zonnebloem, coördinator Huize Hoop",
    "De bakker en de visser zijn dicht. Bakker gezocht.",
    "Wij werken met Magister, Excel en Triple P.",
    "X: dat klopt. X vult aan dat het zo is.",
    "Schoolcoach: ik bel. Professionals: wij ook. De heer burgemeester was er niet.",
    "# Programma van Eisen\n\nBijlage A. Vervoer. In Mei komt de Raad van State.",
    "Gisteren was het druk. Morgen ook. Volgens de Wet Mulder mag dat.",
    "Roos komt op in mei. Kamer Jasmijn is vrij. Lelie, Tulp en Madelief zijn groepen.",
    "Mevrouw de Voorzitter, Dr. Oetker en Mr. Proper. De chatbot Sam. Koning Willem-Alexander.",
    "Het Jeroen Bosch Ziekenhuis, het Johan Cruijff Stadion en de Anne Frank school.",
    "De Smid en de Kuiper zijn oude beroepen. Het merk Philip Morris, een Toyota Prius.",
    "De Jan van Gent is een vogel. Het Theo Thijssenhuis en het Jan Ligthartcomplex. Een mevrouw in de Roosstraat.",
    "De bus van Jan en alleman, de Wet van Pascal, de hond heet Bello. Jan Linders en Albert Heijn.",
    "De ernst van het geval, buiten adem, een dik rapport, de trui en erna de pier en de arend.",
    "Een familie groot of klein. In Den Bosch en Ter Apel; De Graaf & Bakker (2021) zeggen het.",
    "Int: En toen? R: Niets. Over de Klaverweide: die is nat. Wijken heten Vogelenzang en Sterrenburg.",
    "Op 2 jan en 3 mei. Variant A heet Merel. Jan Soldaat, Sjaak afhaak en pietje precies.",
    "Amsterdam Noord en Nieuw-Vennep doen mee. Het Anne Frankplein ook.",
    "Hazelaar en Meidoorn worden gesnoeid; een Jasmijn en Els, Berk en Spar blijven.",
    "Olga heet de chatbot. Vraag het aan Olga. Marijke, onze printer, staat stil.",
    "De Groen van Prinstererschool, het protocol Japanse Duizendknoop, de norm van Bruinsma.",
    "Adviseur Groen, Cafetaria Tante Toos, de Kees Verkerkbaan en Jumbo aan de Rozengaarde.",
  ])("are not seen in %j", (text) => {
    expect(textsOf(text, "name")).toEqual([]);
  });
});

describe("what has a form of its own", () => {
  it.each<[PersonalDataKind, string, string[]]>([
    ["phone", "Bel 06-12345678 of 020 545 71 56.", ["06-12345678", "020 545 71 56"]],
    ["phone", "tel. 020 5457156 / 06 19597292 (woensdag)", ["020 5457156", "06 19597292"]],
    ["phone", "+31 (0)20 545 71 56, 0031612345678", ["+31 (0)20 545 71 56", "0031612345678"]],
    ["phone", "op 01-02-2025 12:30 en 06-12-2024; zaaknummer 0612345678; Z-06-12345678", []],
    [
      "phone",
      "ordernr 0612345678; NL20 RABO 0312 8899 10; dossier 0493-2025-16; bon 0519-112233",
      [],
    ],
    ["email", "Mail jan.de.boer@stad.example. Of @jan.", ["jan.de.boer@stad.example"]],
    ["bsn", "BSN: 123456782 en 123456789, zaak 111222333", ["123456782", "111222333"]],
    ["bsn", "kenmerk 111222333; 1112223334; 111222333,50", []],
    ["birthdate", "geboren te Lindhorst op 3 mei 2012.", ["3 mei 2012"]],
    ["birthdate", "geb. 03-05-2012; op 4 mei 2012 was er overleg", ["03-05-2012"]],
    ["birthdate", "Geboren in een dorp. Op 4 mei 2012 verhuisd.", []],
    ["address", "Kerkweg 12a, 1234 AB Den Haag is dicht.", ["Kerkweg 12a, 1234 AB Den Haag"]],
    ["address", "aan de Turfmarkt 22-B te 9203 AA Dorp.", ["Turfmarkt 22-B te 9203 AA Dorp"]],
    ["address", "Laan van Meerdervoort 5", ["Laan van Meerdervoort 5"]],
    ["address", "Postbus 30, 9400 AA Noorderzijl", ["Postbus 30, 9400 AA Noorderzijl"]],
    ["address", "Samen Onderweg 2026-2030, code 3311 XY", []],
    ["address", "De Kerkweg is dicht. Dorpsstraat 2025 is een plan. Eis 14, Werkveld 3.", []],
    ["health", "Mijn zoon heeft epilepsie.", ["heeft epilepsie"]],
    ["health", "Zij heeft haar pols gebroken.", ["heeft haar pols gebroken"]],
    [
      "health",
      "Mijn zoon krijgt aanvallen van epilepsie. Mijn zus heeft bekkenklachten.",
      ["krijgt aanvallen van epilepsie", "heeft bekkenklachten"],
    ],
    [
      "health",
      "Oma loopt heel moeilijk en slikt bloedverdunners.",
      ["loopt heel moeilijk", "slikt bloedverdunners"],
    ],
    ["health", "Hij heeft diabetes type 2. Tram 2 rijdt slecht.", ["heeft diabetes type 2"]],
    ["health", "Kinderen met epilepsie rijden mee. Autisme komt vaker voor.", []],
    ["organisation", "Met Rijnstroom Vervoer B.V. is gesproken.", ["Rijnstroom Vervoer B.V."]],
    ["organisation", "Stichting De Zonnebloem belt.", ["Stichting De Zonnebloem"]],
    ["organisation", "Hoveniersbedrijf Berk & Beuk belt.", ["Hoveniersbedrijf Berk & Beuk"]],
    ["organisation", "Coöperatie Boer en Zorg U.A.", ["Coöperatie Boer en Zorg U.A."]],
    ["organisation", "de Willem van Oranjeschool", ["Willem van Oranjeschool"]],
    [
      "organisation",
      "Wij werden van Lentekracht naar Oeverlicht gestuurd.",
      ["Lentekracht", "Oeverlicht"],
    ],
    [
      "organisation",
      "| Naam | Namens |\n|---|---|\n| Bo | Haldan |\n| Ans | Jongerenraad |",
      ["Haldan"],
    ],
    ["organisation", "Het was in de Tuinstraat, buurthuis De Eik en thuis.", ["buurthuis De Eik"]],
    ["organisation", "naam;school;groep\nPelk;De Regenboog;4\n", ["De Regenboog"]],
    ["organisation", "Stichting Hof Zuid. Daarna Hof Zuid.", ["Stichting Hof Zuid", "Hof Zuid"]],
    ["organisation", "Bij Zorg4Kids. Wonen & Zorg.", ["Zorg4Kids"]],
    [
      "organisation",
      "Professionals: Wevera, Haldan en Oeverzorg.",
      ["Wevera", "Haldan", "Oeverzorg"],
    ],
    ["organisation", "Professionals: Eerst kijken wij zelf, dan de school.", []],
    [
      "organisation",
      "Morgen. Wevera kan ingeschakeld worden. Via Wevera gaat het goed.",
      ["Wevera", "Wevera"],
    ],
    [
      "organisation",
      "## Aanbieders\n\n- Wevera\n- Van Haldan Groen (nieuw)\n",
      ["Wevera", "Van Haldan Groen"],
    ],
    ["organisation", "Wij delen het via Excelsior. Excelsior is leuk.", []],
    [
      "organisation",
      "Met Gebr. Haldan Techniek en Wever & De Groot.",
      ["Gebr. Haldan Techniek", "Wever & De Groot"],
    ],
    [
      "organisation",
      "Vijf partijen: Dolstra, Voicework en RoutIT.",
      ["Dolstra", "Voicework", "RoutIT"],
    ],
    [
      "organisation",
      "De klachten over Hestas nemen toe. Een klacht over Hestas is er al.",
      ["Hestas", "Hestas"],
    ],
    ["organisation", "Arts Pieternel Jansonius van ArboNed stopt.", ["ArboNed"]],
    ["organisation", "- Claudia Weijers – accountmanager Dolstra", ["Dolstra"]],
    ["organisation", "Perceel 1 wordt gereden door Dolstra.", ["Dolstra"]],
    ["organisation", "Groep acht van De Fonkel heeft vrij.", ["De Fonkel"]],
    ["organisation", "Team Water en Groen, Cao Jeugdzorg, koppeling met Key2Burgerzaken.", []],
    ["organisation", "Wij wonen in Dolstra en werken in Tiel. De app Merlo staat in Merlo.", []],
    [
      "organisation",
      "Oranjevereniging Elsbroek. In Elsbroek, op het plein Elsbroek.",
      ["Oranjevereniging Elsbroek"],
    ],
    ["organisation", "De gemeente Lindhorst, de GGD en het CJG. Passend Onderwijs.", []],
    [
      "name",
      "Aanwezig: **Fenna** de Rooij en Harm *Zwanepol*",
      ["**Fenna** de Rooij", "Harm *Zwanepol*"],
    ],
    ["name", "Daar geldt kwaliteit B. De Hovenier maait.", []],
    ["name", "Deelnemers: Transvision B.V., Fenna de Rooij.", ["Fenna de Rooij"]],
    ["name", "Dat zei meneer Ploeg uit de Begoniahof.", ["meneer Ploeg"]],
    ["name", "Wethouder DE GRAAFF: De bus rijdt.", ["DE GRAAFF"]],
    ["name", "[12-03-2026 19:15] ~ Theo Kruijswijk: Tot zo.", ["Theo Kruijswijk"]],
  ])("%s in %j", (kind, text, found) => {
    expect(textsOf(text, kind)).toEqual(found);
  });

  it("takes the eleven test as the law has it", () => {
    expect(passesElevenTest("111222333")).toBe(true);
    expect(passesElevenTest("111222334")).toBe(false);
    expect(passesElevenTest("000000000")).toBe(false);
  });
});

it("counts in code points, and no find lies in another", () => {
  const text = "👍👍 mevrouw Ottens, mail m.ottens@stad.example, 😀 Kerkweg 3, 06-12345678";
  const finds = findPersonalData(text);
  expect(finds.map(({ kind }) => kind)).toEqual(["name", "email", "address", "phone"]);
  let last = 0;
  for (const { start, end, text: words } of finds) {
    expect(sliceCodePoints(text, start, end)).toBe(words);
    expect(start).toBeGreaterThanOrEqual(last);
    last = end;
  }
});
