import { describe, expect, it, test } from "vitest";
import { proposeSplit } from "@/domain/proposal/rules";
import { readDate, readTime } from "@/domain/proposal/rules/when";
import { sliceCodePoints } from "@/domain/text/rules";

const split = (text: string, fileName = "verslag.md") => proposeSplit(text, { fileName });
const segmentsOf = (text: string) => split(text).documents.flatMap(({ segments }) => segments);
const MINUTES = "# Verslag consultatie 3 maart 2025\n\n";

describe("a stelling keeps its number or letter as it is written", () => {
  test.each([
    ["Stelling 2a: ieder kind krijgt een plan", "2a"],
    ["Stelling 3.1: ieder kind krijgt een plan", "3.1"],
    ["Stelling A: ieder kind krijgt een plan", "A"],
    ["Uitspraak II – ieder kind krijgt een plan", "II"],
    ["Derde stelling: ieder kind krijgt een plan", null],
    ["**Stelling 3** Ieder kind krijgt een plan.", null],
    ["De tweede stelling was: ieder kind krijgt een plan", null],
    ["👉 Stelling 1: ieder kind krijgt een plan", null],
    ["Stel\u00adling 1: ieder kind krijgt een plan", null],
    ["\u200bStelling\u00a01: ieder kind krijgt een plan", null],
  ])("%s", (line, label) => {
    const [document] = split(`${MINUTES}${line}\n\nDe meeste ouders zijn het eens.\n`).documents;
    expect(document?.statements).toHaveLength(1);
    expect(document?.statements[0]?.label).toBe(label);
    expect(document?.statements[0]?.text).toMatch(/^[Ii]eder kind krijgt een plan\.?$/);
    expect(document?.segments.at(-1)?.statement).toBe(document?.statements[0]?.number);
  });

  it("tells 3.1 from 3.2, and gives each what stands below it", () => {
    const text = `${MINUTES}Stelling 3.1: bouw hoog\n\nDe meeste ouders zijn het eens.\n\nStelling 3.2: bouw laag\n\nDe meeste ouders zijn het oneens.\n`;
    const [document] = split(text).documents;
    const numbers = document?.statements.map(({ number }) => number);
    expect(document?.statements.map(({ label }) => label)).toEqual(["3.1", "3.2"]);
    expect(new Set(numbers).size).toBe(2);
    const below = document?.segments.filter((s) => s.position !== null);
    expect(below?.map((s) => [s.statement, s.position])).toEqual([
      [numbers?.[0], "agree"],
      [numbers?.[1], "disagree"],
    ]);
  });

  test.each(["III: één kind, één plan", "3 (PO): één kind, één plan", "3: één kind, één plan"])(
    "%s is one after the second",
    (line) => {
      const text = `${MINUTES}Stelling 1: iets\n\nEens.\n\nStelling 2: anders\n\nEens.\n\n${line}\n\nOneens.\n`;
      expect(split(text).documents[0]?.statements[2]?.text).toBe("één kind, één plan");
    },
  );

  it("knows numbers and letters alone below a heading with stellingen", () => {
    for (const [written, label] of [
      ["104", null],
      ["A", "A"],
    ]) {
      const text = `${MINUTES}## Stellingen\n\n${written}: de bus rijdt op tijd\n\nOuders zijn het eens.\n`;
      const [document] = split(text).documents;
      expect(document?.statements).toMatchObject([{ text: "de bus rijdt op tijd", label }]);
    }
  });
});

test.each([
  "Ouder/verzorger",
  "Ouder 1",
  "IB-er",
  "Teamleider VO",
  "Mw. Pruis",
  "J. Brouns",
  "PvD",
])("%s: before a colon speaks", (name) => {
  const found = segmentsOf(
    `${MINUTES}## Bespreking\n\n${name}: wij horen het te laat.\n\nAnneke: dat herken ik.\n\nTeun van den Hoek: ik ook.\n`,
  );
  expect(found.find((s) => s.text.startsWith(name))?.speaker).toBe(name);
});

test.each(["Voorstel", "Vergoeding aan ouders", "Actie", "Datum", "Planning", "Huisvesting"])(
  "%s: before a colon is nobody",
  (label) => {
    const found = segmentsOf(
      `${MINUTES}## Bespreking\n\n${label}: de bus rijdt een kwartier later.\n`,
    );
    expect(found.at(-1)?.speaker).toBeNull();
  },
);

test.each(["o ", "§ ", "Ø ", "1.1. ", "(1) ", "➢ ", "- [ ] "])(
  "%s marks an item of a list, and is no word of it",
  (mark) => {
    const text = `${MINUTES}## Tips\n\n${mark}hang het bord buiten\n${mark}bel ons vaker\n`;
    const items = segmentsOf(text).slice(-2);
    expect(items.map((s) => sliceCodePoints(text, s.quoteStart, s.quoteEnd))).toEqual([
      "hang het bord buiten",
      "bel ons vaker",
    ]);
  },
);

it("takes the letters of a list apart", () => {
  const text = `${MINUTES}## Tips\n\nA. hang het bord buiten\nB. bel ons vaker\n`;
  expect(segmentsOf(text).map((s) => s.text)).toContain("B. bel ons vaker");
});

it("lets no telephone number and no heading make disappear what somebody says", () => {
  const text =
    `${MINUTES}## Mededelingen\n\nMoeder van Sem (8): mijn zoon heeft een uur op straat gestaan, bel 06-12345678.\n\n` +
    "## Rondvraag\n\nMevrouw Bos vindt dat er te weinig wordt geluisterd.\n";
  const said = segmentsOf(text).filter((s) => s.speaker !== null);
  expect(said.map(({ speaker }) => speaker)).toEqual(["Moeder van Sem", "Mevrouw Bos"]);
  for (const { kind } of said) expect(["reaction", "concern", "advice"]).toContain(kind);
});

it("takes what is no text of the document for what it is", () => {
  const text =
    "---\ntitle: Verslag\ntags: [bus]\n---\n\n# Verslag bijeenkomst bus\n\n<!-- nog nalopen -->\n\n<details>\n\n" +
    "Ouders vinden de bus te vol.\n\n</details>\n\n```\n\nAnders nog iets.\n\n```\n";
  const kinds = new Map(segmentsOf(text).map((s) => [s.text.split("\n")[0], s.kind]));
  for (const line of ["---", "<!-- nog nalopen -->", "<details>", "</details>", "```"]) {
    expect(kinds.get(line), line).toBe("procedural");
  }
  expect(kinds.get("Ouders vinden de bus te vol.")).not.toBe("procedural");
});

it("takes an action in a heading for an action", () => {
  const found = segmentsOf(
    `${MINUTES}## Bus\n\nTe vol.\n\n#### Actie: Wouter belt de vervoerder.\n`,
  );
  expect(found.at(-1)?.kind).toBe("action");
});

describe("who speaks", () => {
  test.each([
    [
      "Aanwezig: Jan Willem Prins, Farida el Amrani (FeA)\n\n## Bus\n\nJan Willem vindt dat het weer over aantallen gaat.",
      "Jan Willem",
    ],
    ["## Bus\n\nDe bus is te vol, zegt de heer Ottens. Dat moet anders.", "de heer Ottens"],
    [
      "## Bus\n\n| Nr | Inbreng | Wie |\n|---|---|---|\n| 1 | Wij vinden de bus te vol en te laat. | Tonnie |",
      "Tonnie",
    ],
    ["## Bus\n\nDe beleidsmedewerker noemt dat lastig.", "De beleidsmedewerker"],
    ["## Bus\n\n„Ik stond er voor niets.” (Joke, reizigster)", "Joke"],
    [
      "Aanw.: Bas de Rooij (BdR), Els Vonk (EV)\n\n## Bus\n\n- Een vaste halte bij de school (BdR)",
      "BdR",
    ],
    [
      "## Bus\n\nGerrie Hoving, die elke dag met de bus gaat, noemde de chauffeurs geduldig.",
      "Gerrie Hoving",
    ],
    ["## Bus\n\nRozemarijn (vrijwilliger) ziet mensen wachten in de kou.", "Rozemarijn"],
    ["## Bus\n\nPartij B noemt de levertijd van bussen te kort.", "Partij B"],
    ["## Bus\n\nDe heer BOEKEMA (Dorpsbelang) kan zich vinden in de bus.", "De heer BOEKEMA"],
    ["## Bus\n\nBep - de bus is vol\n\nTon - de bus is laat\n\nBep - en duur", "Bep"],
    ["## Reactie 3 – Fietsersbond, afdeling Oost\n\nWij vinden de bus te vol.", "Fietsersbond"],
    ["## Zienswijze 1 (indiener: de heer Brand)\n\nDe indiener vreest de bus.", "de heer Brand"],
    ["## Formulier 1\n\nOrganisatie: Zeilwind\n\nWij vinden de bus te vol.", "Zeilwind"],
    [
      "## Inbreng\n\n**Anneke**\n\nDe bus is te vol.\n\n**Hennie**\n\nWij vinden de bus juist heel prettig.",
      "Hennie",
    ],
  ])("%s", (text, name) => {
    expect(segmentsOf(`${MINUTES}${text}\n`).at(-1)?.speaker).toBe(name);
  });

  it("is who sent the mail, or a message of a chat", () => {
    const chat =
      "Chat ouders\n\n[03-03-2025 19:06] Marjolein: nee\n[03-03-2025 19:07] Samira: ja, te laat\n[03-03-2025 19:08] Marjolein: jammer\n";
    const names = segmentsOf(chat).map(({ speaker }) => speaker);
    expect(names.slice(1)).toEqual(["Marjolein", "Samira", "Marjolein"]);
  });

  test.each(["[00:02:05]", "(2:05)", "00:02:05"])("stands behind %s in a transcript", (stamp) => {
    const said = (who: string, words: string) => `${stamp} ${who}: ${words}\n`;
    const transcript = `# Transcript rondetafel\n\nSprekers: AB = Anke Bos (gespreksleider), PJ = Piet Jans\n\n${said("AB", "Wat doe je daar dan mee?")}${said("PJ", "Ik verwijs mensen door, maar er is een wachtlijst.")}`;
    const [, present, asked, answered] = segmentsOf(transcript);
    expect(present).toMatchObject({ kind: "procedural", speaker: null });
    expect(asked).toMatchObject({ kind: "question", speaker: "AB" });
    expect(answered?.speaker).toBe("PJ");
  });
});

test("a table that counts answers holds results, and no answers to a question", () => {
  const rows = "| Antwoord | Aantal |\n|---|---:|\n| Zeer tevreden | 138 |\n| Ontevreden | 46 |\n";
  const kinds = segmentsOf(`# Uitkomst van de vragenlijst\n\n${rows}`).map(({ kind }) => kind);
  expect(kinds.slice(-2)).toEqual(["remark", "remark"]);
});

describe("nobody", () => {
  test.each([
    ["whom a text names by no more than 'een'", "Een mentor vindt de bus te vol."],
    ["a topic before a colon", "- Omkleden: jongens en meisjes in één hok vinden wij te krap"],
    ["who will do something", "Dorien mailt het formulier rond."],
    ["a place to look", "Via het platform, of bel het secretariaat: wij vinden wel een plek."],
  ])("is %s", (_, line) => {
    expect(segmentsOf(`${MINUTES}## Bespreking\n\n${line}\n`).at(-1)?.speaker).toBeNull();
  });

  it("answers who asked, or goes on after the end of an interview", () => {
    const asked = segmentsOf(
      `${MINUTES}Koos: komt de bus ook langs de school?\n\nDat klopt, vanaf mei.\n`,
    );
    expect(asked.at(-1)?.speaker).not.toBe("Koos");
    const interview = segmentsOf(
      "# Interview met de buurtwerker\n\nGeïnterviewde: Aukje Brouwer\n\nDit gesprek is er een van zeven.\n\n" +
        "V: Wie komen er?\n\nA: Ik zie veel ouderen, wij kennen ze.\n\n-- einde gesprek --\n",
    );
    expect(interview.map(({ speaker }) => speaker).filter(Boolean)).toEqual(["Aukje Brouwer"]);
  });
});

it("takes a line that ends its sentence early for a paragraph, and wrapped lines for one", () => {
  const lines =
    "De bus rijdt elke dag langs de school en het station, en komt\nvaak te laat.\nDat moet anders.\n";
  expect(
    segmentsOf(`${MINUTES}${lines}`)
      .map(({ text }) => text)
      .slice(1),
  ).toEqual([
    "De bus rijdt elke dag langs de school en het station, en komt\nvaak te laat.",
    "Dat moet anders.",
  ]);
});

describe("whose voice it is", () => {
  test.each([
    ["De aanwezige schoolcoaches geven aan dat het druk is.", "schoolcoaches"],
    ["Een ouder: mijn kind staat te wachten.", "ouders"],
    ["Volgens de huisartsen zouden er meer coaches moeten zijn.", "huisartsen"],
    ["Een van de consulenten vindt een uur te kort.", "consulenten"],
    ["IB'er: dat hoeft niet.", "intern begeleiders"],
    ['> "Ik vind het fijn dat zij belt, ik slaap beter." (mantelzorger, 61)', "mantelzorgers"],
  ])("%s", (line, group) => {
    expect(segmentsOf(`${MINUTES}## Bespreking\n\n${line}\n`).at(-1)?.group).toBe(group);
  });

  it("is for the whole document who it was held with", () => {
    const text = "# Verslag bijeenkomst met ouders van De Regenboog\n\nHet was druk.\n";
    expect(split(text).documents[0]?.group).toBe("ouders");
  });
});

describe("when it was", () => {
  test.each([
    ["di 3 mrt '26", "2026-03-03"],
    ["5 februari 2025, 9.30 – 10.00 uur", "2025-02-05"],
    ["Ravenoord, 6 september 2024", "2024-09-06"],
  ])("reads the date of %s", (line, date) => {
    expect(readDate(line)).toBe(date);
  });

  test.each([
    ["5 februari 2025, 9.30 – 10.00 uur", "09:30"],
    ["Aanvang: 19:30", "19:30"],
    ["van half tien tot elf", "09:30"],
    ["van tien tot twaalf", "10:00"],
    ["half acht 's avonds", "19:30"],
    ["0930u", "09:30"],
  ])("reads the time of %s", (line, time) => {
    expect(readTime(line)).toBe(time);
  });

  it("is not when a letter is due, was printed, or people meet again", () => {
    const text =
      "# Verslag werkgroep Bus\n\nDatum: 4 maart 2025\n\nVolgende bijeenkomst: 1 april 2025, 10.00 uur\n\nReageren kan tot 20 maart 2025, 17.00 uur\n\nDe bus is vol.\n";
    expect(split(text).documents[0]).toMatchObject({ date: "2025-03-04", time: null });
  });
});

test("the title stands below a letterhead, behind 'Onderwerp:', or over two lines", () => {
  const letter =
    "Gemeente Ravenoord\nPostbus 4\n1234 AB Ravenoord\n\nOnderwerp: Uw huishoudelijke hulp\n\nBeste bewoner,\n\nEr verandert iets.\n";
  const pdf =
    "Gemeente Kromwijk\n\nConsultatie marktpartijen en belangen-\norganisaties Vervoer\n\nDatum              19 februari 2025\n\nHet vervoer gaat om.\n";
  expect(split(letter, "x.txt").documents[0]?.title).toBe("Uw huishoudelijke hulp");
  expect(split(pdf, "x.txt").documents[0]).toMatchObject({
    title: "Consultatie marktpartijen en belangenorganisaties Vervoer",
    date: "2025-02-19",
  });
});
