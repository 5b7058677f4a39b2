import { describe, expect, test } from "vitest";
import { factsOf, readSheetTable } from "@/domain/sources/formats/sheet";
import { csvOf } from "@/tests/factories/bulk";
import { proposeColumns } from "./columns";

/** What is proposed for a file, by the names of its columns; what takes no part is left out. */
async function proposed(names: readonly string[], rows: readonly (readonly string[])[]) {
  const text = [names, ...rows]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(";"))
    .join("\n");
  const facts = factsOf(await readSheetTable(csvOf(text)));
  const roles = proposeColumns(facts);
  return Object.fromEntries(
    roles.flatMap(({ index, role }) => (role ? [[names[index] ?? "", role]] : [])),
  );
}

const LONG = "De chauffeur kent de kinderen en belt als de bus later komt dan afgesproken.";
const OTHER = "Wij staan iedere ochtend een kwartier buiten te wachten en niemand zegt waarom.";

describe("files as they come", () => {
  test("comments of OpenStad", async () => {
    const names = [
      "Inzending ID",
      "Inzending titel",
      "Gebruiker ID",
      "Gebruiker rol",
      "Gebruiker weergavenaam",
      "Gebruiker naam",
      "Gebruiker e-mailadres",
      "Gebruiker telefoonnummer",
      "Gebruiker adres",
      "Gebruiker woonplaats",
      "Gebruiker postcode",
      "Reactie ID",
      "Reactie op ID",
      "Sentiment",
      "Reactie likes",
      "Reactie dislikes",
      "Wilson score interval",
      "Reactie",
      "Locatie (lat)",
      "Datum (leesbaar)",
      "Laatst bijgewerkt",
    ];
    const row = (id: string, sentiment: string, words: string) => [
      "12",
      "Vervoer",
      "5",
      "member",
      "Jan",
      "Jan Jansen",
      "jan@example.org",
      "0612345678",
      "Straat 1",
      "Dorp",
      "1234AB",
      id,
      "",
      sentiment,
      "3",
      "0",
      "0,2",
      words,
      "52,1",
      "4 maart 2026 14:30",
      "2026-03-05T10:00:00.000Z",
    ];
    expect(await proposed(names, [row("71", "for", LONG), row("72", "against", OTHER)])).toEqual({
      "Inzending titel": "context",
      "Reactie ID": "reference",
      Sentiment: "position",
      Reactie: "words",
      "Datum (leesbaar)": "date",
    });
  });

  test("submissions of OpenStad", async () => {
    const names = [
      "Inzending ID",
      "Titel",
      "Samenvatting",
      "Beschrijving",
      "Datum aangemaakt (leesbaar)",
      "Aantal likes",
      "Gebruiker naam",
    ];
    const row = (id: string, words: string) => [
      id,
      "Op tijd",
      "Kort",
      words,
      "4 maart 2026 14:30",
      "3",
      "Jan",
    ];
    expect(await proposed(names, [row("1", LONG), row("2", OTHER)])).toEqual({
      "Inzending ID": "reference",
      Titel: "title",
      Samenvatting: "context",
      Beschrijving: "words",
      "Datum aangemaakt (leesbaar)": "date",
    });
  });

  test("a form of Microsoft", async () => {
    const names = [
      "Id",
      "Begintijd",
      "Tijd van voltooien",
      "E-mail",
      "Naam",
      "Ik ben",
      "Wat vindt u van het vervoer?",
      "In hoeverre bent u het eens met de stelling?",
    ];
    const row = (id: string, group: string, words: string, position: string) => [
      id,
      "3/4/2026 14:00",
      "3/4/2026 14:30",
      "anonymous",
      "",
      group,
      words,
      position,
    ];
    const rows = [
      row("1", "ouder", LONG, "Helemaal mee eens"),
      row("2", "school", OTHER, "Oneens"),
      row("3", "ouder", LONG, "Oneens"),
    ];
    expect(await proposed(names, rows)).toMatchObject({
      Id: "reference",
      "Ik ben": "group",
      "Wat vindt u van het vervoer?": "words",
      "In hoeverre bent u het eens met de stelling?": "position",
    });
  });

  test("a form of Google, with several questions", async () => {
    const names = [
      "Tijdstempel",
      "In welke rol vult u dit in?",
      "Wat gaat er goed?",
      "Wat kan er beter?",
    ];
    const rows = [
      ["2026/03/04 2:30:15 p.m. CET", "ouder", LONG, OTHER],
      ["2026/03/04 2:31:15 p.m. CET", "school", OTHER, LONG],
    ];
    expect(await proposed(names, rows)).toMatchObject({
      "In welke rol vult u dit in?": "group",
      "Wat gaat er goed?": "words",
      "Wat kan er beter?": "words",
    });
  });

  test("what LimeSurvey gives", async () => {
    const names = [
      "Antwoord-ID",
      "Datum ingestuurd",
      "Laatste pagina",
      "Begintaal",
      "Seed",
      "Toelichting",
      "Naam",
    ];
    const row = (id: string, words: string) => [
      id,
      "2026-03-04 14:30:15",
      "3",
      "nl",
      "123456",
      words,
      "Jan",
    ];
    expect(await proposed(names, [row("4", LONG), row("5", OTHER)])).toEqual({
      "Antwoord-ID": "reference",
      "Datum ingestuurd": "date",
      Toelichting: "words",
    });
  });
});

test("by what stands in it when the name says nothing", async () => {
  const rows = [
    "eens",
    "oneens",
    "eens",
    "neutraal",
    "eens",
    "oneens",
    "eens",
    "eens",
    "oneens",
  ].map((position, i) => [`${i + 1}-3-2026`, i % 2 ? LONG : `${OTHER} ${i}`, position, String(i)]);
  expect(await proposed(["Kolom1", "Kolom2", "Kolom3", "Kolom4"], rows)).toEqual({
    Kolom1: "date",
    Kolom2: "words",
    Kolom3: "position",
  });
});

test("a name that what stands below it denies counts for nothing", async () => {
  const rows = [
    ["1", "7", LONG],
    ["1", "8", OTHER],
  ];
  expect(await proposed(["Nummer", "Reactie", "Vrije ruimte"], rows)).toEqual({
    "Vrije ruimte": "words",
  });
});

test("short words are words when nothing else is", async () => {
  expect(
    await proposed(
      ["Wijk", "Kreet"],
      [
        ["Noord", "Meer bussen graag"],
        ["Zuid", "Op tijd rijden"],
      ],
    ),
  ).toEqual({ Wijk: "context", Kreet: "words" });
});

test("what was said before goes before all of it", async () => {
  const facts = factsOf(await readSheetTable(csvOf(`Reactie;Groep\n${LONG};ouder\n`)));
  const roles = proposeColumns(
    facts,
    new Map([
      ["reactie", null],
      ["groep", "speaker"],
    ]),
  );
  expect(roles).toEqual([
    { index: 0, role: null, reason: "remembered" },
    { index: 1, role: "speaker", reason: "remembered" },
  ]);
});
