import { expect, test } from "vitest";
import { proposeSplit } from "@/domain/proposal/rules";
import { sliceCodePoints } from "@/domain/text/rules";

/** Per piece its kind, who says it and its words; headings and what is procedural left out. */
function said(text: string, fileName = "verslag.md"): string[] {
  return proposeSplit(text, { fileName }).documents.flatMap(({ segments }) =>
    segments
      .filter(({ kind }) => kind !== "heading" && kind !== "procedural")
      .map((s) => {
        const words = sliceCodePoints(text, s.quoteStart, s.quoteEnd).replace(/\s+/g, " ");
        return `${s.kind}${s.speaker ? ` ${s.speaker}` : ""}: ${words}`;
      }),
  );
}

const kinds = (text: string) => said(text).map((line) => line.split(/[ :]/, 1)[0]);

test("every paragraph below a question on paper answers it, until the next", () => {
  const text =
    "# Marktconsultatie groenonderhoud\n\n## Vragen\n\n1. Hoe vaak wilt u maaien?\n\nTwee keer per jaar.\n\n" +
    "Vaker kost te veel.\n\n2. Wat mist u in de stukken?\n\nDe oppervlakte van de bermen.\n";
  expect(kinds(text)).toEqual(["question", "answer", "answer", "question", "answer"]);
  const heading =
    "# Terugkoppeling inloopavond\n\n#### Wanneer gaat de brug weer open?\n\nIn mei is de keuring.\n\n" +
    "#### Mag de bus er dan over?\n\nNee, daarvoor is zij te smal.\n";
  expect(kinds(heading)).toEqual(["question", "answer", "question", "answer"]);
});

test("a row of a table is a question and its answer; labels on lines of their own are no words", () => {
  const table =
    "# Nota van inlichtingen\n\n| Nr | Vraag | Antwoord |\n| --- | --- | --- |\n| 1 | Mag het later? | Ja, tot mei. |\n" +
    "| 2 | Wie betaalt? | De gemeente. |\n";
  expect(said(table)).toEqual([
    "question: Mag het later?",
    "answer: Ja, tot mei.",
    "question: Wie betaalt?",
    "answer: De gemeente.",
  ]);
  const lines =
    "Schriftelijke vragen\n\nVraag 1\nKlopt het dat de lift stuk is?\nAntwoord 1\nJa, dat klopt.\n";
  expect(said(lines, "vragen.txt")).toEqual([
    "question: Klopt het dat de lift stuk is?",
    "answer: Ja, dat klopt.",
  ]);
});

test("who speaks may have any name, and a topic before a colon is nobody", () => {
  const text =
    "# Verslag werkgroep Fietspaden 3 maart 2025\n\n## Verlichting\n\nMarloes: Het is er te donker.\n\n" +
    "Teun van den hoek: Wij fietsen liever om.\n\nPvD: Dat ligt aan de bomen.\n\n" +
    "Voorstel: De werkgroep kiest voor lagere palen.\n\nOuder/verzorger: Mijn dochter durft niet.\n";
  const speakers = proposeSplit(text).documents[0]?.segments.map(({ speaker }) => speaker);
  expect(speakers?.filter(Boolean)).toEqual([
    "Marloes",
    "Teun van den hoek",
    "PvD",
    "Ouder/verzorger",
  ]);
});

test("a heading about the meeting does not make disappear what people say below it", () => {
  const text =
    "# Verslag klankbordgroep 12 mei 2025\n\n## Mededelingen\n\nSaskia maakt zich zorgen over het sluiten van de zaal.\n\n" +
    "De heer Bos vindt dat de gemeente te weinig luistert.\n";
  expect(said(text).map((line) => line.split(":")[0]?.replace(/^\w+ /, ""))).toEqual([
    "Saskia",
    "De heer Bos",
  ]);
});

test("stellingen in every form are stellingen, and a list of them is talked about by number", () => {
  const forms = [
    "De eerste stelling luidt: elk kind heeft een plan",
    "Stelling B: het plan is van het gezin",
    "Stelling III - de huisarts verwijst na overleg",
    "Uitspraak 4: de wachtlijst is openbaar",
    "Dilemma 5: snel helpen of goed onderzoeken?",
    "Stelling 6 (voor ouders): de school is de eerste plek.",
  ];
  const text = `# Verslag consultatie\n\n${forms.map((form) => `## ${form}\n\nEens.\n`).join("\n")}`;
  const [document] = proposeSplit(text).documents;
  expect(document?.statements.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  const list =
    "# Verslag consultatie\n\n## Stellingen\n\n1. De inwoner kiest zelf.\n2. Een gesprek duurt een uur.\n\n" +
    "## Stelling 1\n\nDe meeste aanwezigen zijn het eens.\n\n## Tweede stelling\n\nOuders vinden dit te streng.\n";
  const [listed] = proposeSplit(list).documents;
  expect(listed?.statements.map(({ text }) => text)).toEqual([
    "De inwoner kiest zelf.",
    "Een gesprek duurt een uur.",
  ]);
  expect(
    listed?.segments.filter(({ kind }) => kind === "reaction").map((s) => s.statement),
  ).toEqual([1, 2]);
});

test("actions and decisions are told apart, in labels, sentences and tables", () => {
  const text =
    "# Verslag overleg 9 september 2025\n\n## Wachttijd\n\nWethouder: Wie heeft de cijfers?\n\nActiepunt: Anke zoekt ze op.\n\n" +
    "Besluit: de lijst komt op de website.\n\nAfgesproken is dat Piet de brief schrijft.\n\n" +
    "Besloten wordt de proef te verlengen.\n\n| Nr | Actie | Wie |\n| --- | --- | --- |\n| 1 | Brief sturen | Anke |\n";
  expect(kinds(text)).toEqual(["question", "action", "decision", "action", "decision", "action"]);
});

test("the report of the last time is an item of the agenda, and the names of who was there no input", () => {
  const text =
    "# Werkgroep Toegang\n\nVerslag van de bijeenkomst van **31 augustus 2025**\n\n**Aanwezig:**\n\n" +
    "Anke Smit (Zorgplein), Piet Dam (gemeente)\n\n## Verslag bijeenkomst van 16 juni 2025\n\nGeen opmerkingen.\n";
  const { documents } = proposeSplit(text);
  expect(documents.map(({ date }) => date)).toEqual(["2025-08-31"]);
  expect(documents[0]?.segments.find((s) => s.text.startsWith("Anke"))?.kind).toBe("procedural");
});

test("a page with little on it is read as a longer one: what stands below a stelling or a label is brought in", () => {
  const stellingen =
    "# Verslag consultatiebijeenkomst 6 mei 2025\n\n## Stelling 1: de bus rijdt elk uur\n\nVervoerders aarzelen.\n\n" +
    "## Tweede stelling\n\n*De halte komt bij de school.*\n\nDit vindt men te ver.\n";
  expect(kinds(stellingen)).toEqual(["statement", "reaction", "statement", "reaction"]);
  const consultation =
    "# Resultaten internetconsultatie sportbeleid\n\n## Reacties\n\n### Stichting Veldzicht\n\nDe zaalhuur moet lager.\n\n" +
    "### Woningcorporatie Ons Huis\n\nWij missen een hal in Noord.\n\n## Reactie van de gemeente\n\nWij nemen dit mee in het plan.\n";
  expect(said(consultation)).toEqual([
    "reaction Stichting Veldzicht: De zaalhuur moet lager.",
    "reaction Woningcorporatie Ons Huis: Wij missen een hal in Noord.",
    "answer: Wij nemen dit mee in het plan.",
  ]);
  expect(proposeSplit(consultation).documents[0]?.kind).toBe("survey");
});

test("a conclusion below an answer goes with it, and facts by subject are what somebody only notes", () => {
  const view =
    "# Nota van zienswijzen\n\n## Zienswijze 1 (indiener: mevrouw Kaai)\n\nSamenvatting zienswijze\n\nDe indiener wil een breder pad.\n\n" +
    "Beantwoording\n\nDaar is geen plaats voor.\n\nConclusie\n\nDe zienswijze leidt niet tot aanpassing.\n";
  expect(kinds(view)).toEqual(["reaction", "answer", "answer"]);
  const facts =
    "# Verslag werkgroep Aanpak 4 april 2025\n\n## Wie doet mee\n\n- **Onderwijs**: twee scholen sluiten aan.\n" +
    "- **Zorg**: de thuiszorg sluit aan.\n\n## Tarieven\n\nHet tarief gaat in op 1 januari.\n\nOok de reiskosten vervallen.\n";
  expect(new Set(kinds(facts))).toEqual(new Set(["remark"]));
});

test("a number that comes back with other words keeps the number that the minutes gave it", () => {
  const text =
    "# Verslag consultatie\n\n## Stelling 1: kort\n\nEens.\n\n## Dilemma 1: lang of breed?\n\nLang.\n";
  expect(proposeSplit(text).documents[0]?.statements).toMatchObject([
    { number: 1, label: null },
    { number: 2, label: "1" },
  ]);
});

test("who is named below a heading with praise, worries or wishes praises, worries or wishes", () => {
  const text =
    "# Verslag leerlingenraad\n\n## Wat gaat goed\n\nNoor: Je kunt er gewoon binnenlopen.\n\n" +
    "## Wat gaat niet goed\n\nSami: De deur zit naast de kantine.\n\n## Wat verwachten jullie van ons\n\nLieke: Dat er elke dag iemand is.\n";
  expect(kinds(text)).toEqual(["compliment", "concern", "expectation"]);
});
