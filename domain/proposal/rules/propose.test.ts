import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProposedDocument, ProposedSegment, SplitProposal } from "@/domain/proposal/model";
import { proposeSplit } from "@/domain/proposal/rules";
import { plainText, toBlocks } from "@/domain/text/blocks";
import { isBlank, sliceCodePoints } from "@/domain/text/rules";

/** What must hold for any text: in order, no overlap, exact, and every word in one place. */
function expectWhole(text: string, proposal: SplitProposal): void {
  const points = [...text];
  let at = 0;
  let n = 0;
  for (const segment of proposal.documents.flatMap((document) => document.segments)) {
    expect(segment.n).toBe(++n);
    expect(segment.start).toBeGreaterThanOrEqual(at);
    expect(isBlank(points.slice(at, segment.start).join(""))).toBe(true);
    expect(points.slice(segment.start, segment.end).join("")).toBe(segment.text);
    expect(segment.quoteStart).toBeGreaterThanOrEqual(segment.start);
    expect(segment.quoteEnd).toBeGreaterThan(segment.quoteStart);
    expect(segment.quoteEnd).toBeLessThanOrEqual(segment.end);
    if (segment.replyTo !== null) expect(segment.replyTo).toBeLessThan(segment.n);
    at = segment.end;
  }
  expect(isBlank(points.slice(at).join(""))).toBe(true);
  expect(proposal.unplaced).toEqual([]);
  expect(proposal.characters).toBe(points.length);
}

function split(text: string, fileName?: string): ProposedDocument[] {
  const proposal = proposeSplit(text, fileName === undefined ? {} : { fileName });
  expectWhole(text, proposal);
  return proposal.documents;
}

const quotes = (text: string, segments: readonly ProposedSegment[] = []): string[] =>
  segments.map((s) => `${s.kind}: ${sliceCodePoints(text, s.quoteStart, s.quoteEnd)}`);

const LIBRARY = `# Consultatiebijeenkomst bibliotheekbus

Datum: 3-4-2025, 19.30 uur

Aanwezig: vier lezers

## Opening

De voorzitter opent de bijeenkomst.

## Stellingen

*Stelling 1: De bus hoort op zaterdag te rijden.* De meesten zijn het daarmee eens.

Toelichting op de stelling: nu rijdt de bus alleen op werkdagen.

Reacties:

- Op zaterdag is er ook markt.
- Bestuurder: dan hebben we een tweede rijder nodig.

Vraag uit de zaal: Wie betaalt dat? Er is al zo weinig geld.

Wethouder: De gemeente legt het verschil bij.

J: Komt de bus ook in de haven? Reactie: nog niet

**Stelling 2:** De bus mag kleiner.

Advies van de leesclub: neem een bus met een lift, want de trap is voor veel mensen die slecht ter been zijn

te hoog gebleken.

## Rondvraag

Aanwezigen geven aan dat de folder duidelijker mag.

## Sluiting

Dank aan allen.

De chauffeur vertelt het volgende.

### Zorgen

- De remmen zijn oud.
`;

describe("proposeSplit on invented minutes", () => {
  const [meeting, interview, ...others] = split(LIBRARY);

  it("finds the documents and their data", () => {
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({
      kind: "meeting",
      date: "2025-04-03",
      time: "19:30",
      sector: null,
    });
    expect(meeting?.title).toBe("Consultatiebijeenkomst bibliotheekbus");
    expect(interview).toMatchObject({
      kind: "interview",
      title: "Interview chauffeur",
      date: null,
    });
  });

  it("finds the stellingen with their explanation", () => {
    expect(meeting?.statements).toEqual([
      {
        number: 1,
        label: null,
        text: "De bus hoort op zaterdag te rijden.",
        explanation: "nu rijdt de bus alleen op werkdagen.",
      },
      { number: 2, label: null, text: "De bus mag kleiner.", explanation: null },
    ]);
  });

  it("says of each piece what it is and quotes the words without their labels", () => {
    expect(quotes(LIBRARY, meeting?.segments)).toEqual([
      "heading: Consultatiebijeenkomst bibliotheekbus",
      "procedural: Datum: 3-4-2025, 19.30 uur",
      "procedural: Aanwezig: vier lezers",
      "heading: Opening",
      "procedural: De voorzitter opent de bijeenkomst.",
      "heading: Stellingen",
      "statement: De bus hoort op zaterdag te rijden.",
      "reaction: De meesten zijn het daarmee eens.",
      "explanation: nu rijdt de bus alleen op werkdagen.",
      "procedural: Reacties:",
      "reaction: Op zaterdag is er ook markt.",
      "reaction: dan hebben we een tweede rijder nodig.",
      "question: Wie betaalt dat? Er is al zo weinig geld.",
      "answer: De gemeente legt het verschil bij.",
      "question: Komt de bus ook in de haven?",
      "answer: nog niet",
      "statement: De bus mag kleiner.",
      "advice: neem een bus met een lift, want de trap is voor veel mensen die slecht ter been zijn\n\nte hoog gebleken.",
      "heading: Rondvraag",
      "reaction: Aanwezigen geven aan dat de folder duidelijker mag.",
      "heading: Sluiting",
      "procedural: Dank aan allen.",
    ]);
  });

  it("knows who speaks, which stelling it is about, and what is answered", () => {
    const by = (words: string) => meeting?.segments.find((s) => s.text.includes(words));
    expect(by("Wie betaalt")).toMatchObject({ speaker: "Vraag uit de zaal", statement: 1 });
    expect(by("legt het verschil")).toMatchObject({
      speaker: "Wethouder",
      replyTo: by("Wie betaalt")?.n,
    });
    expect(by("nog niet")).toMatchObject({ replyTo: by("Komt de bus")?.n, statement: 1 });
    expect(by("tweede rijder")?.speaker).toBe("Bestuurder");
    expect(by("lift")).toMatchObject({
      speaker: "leesclub",
      statement: 2,
      reason: "joinedAcrossGap",
    });
    expect(by("folder")).toMatchObject({ speaker: "Aanwezigen", statement: null });
    expect(interview?.segments.at(-1)).toMatchObject({ kind: "concern", speaker: "chauffeur" });
  });
});

describe("proposeSplit on other ways of writing", () => {
  it("reads minutes typed without empty lines or marks", () => {
    const text =
      "Notulen overleg speeltuinen\nDatum: 12 maart 2024\nTijd: 14.00 - 15.30 uur\nAanwezig: zes ouders\n\n" +
      "1. Opening\nDe voorzitter heet iedereen welkom.\n\n2. Bespreking\nStelling 1: Elke wijk krijgt een speeltuin.\n" +
      "Ouder: Dat is te duur.\nMoeder: Waarom niet bij de school?\nGemeente: Daar is geen ruimte.\n";
    const [document] = split(text);
    expect(document).toMatchObject({ kind: "meeting", date: "2024-03-12", time: "14:00" });
    expect(quotes(text, document?.segments).slice(4)).toEqual([
      "heading: Opening",
      "procedural: De voorzitter heet iedereen welkom.",
      "heading: Bespreking",
      "statement: Elke wijk krijgt een speeltuin.",
      "reaction: Dat is te duur.",
      "question: Waarom niet bij de school?",
      "answer: Daar is geen ruimte.",
    ]);
  });

  it("takes a stelling below its number", () => {
    const text =
      "# Verslag bijeenkomst\n\n## Stelling 4\n\nAlles mag sneller.\n\n### Reacties\n\nEens.\n";
    const [document] = split(text);
    expect(document?.statements).toEqual([
      { number: 4, label: null, text: "Alles mag sneller.", explanation: null },
    ]);
    expect(document?.segments.at(-1)).toMatchObject({ kind: "reaction", statement: 4 });
  });

  it("sees a repeated stelling as the same, and another one with that number as a slip", () => {
    const text =
      "# Bijeenkomst\n\nStelling 1: Het kan beter.\n\nStelling 1: het kan beter\n\nJa.\n\nStelling 1: Het is goed.\n\nNee.\n";
    const [document] = split(text);
    expect(document?.statements.map((s) => [s.number, s.text])).toEqual([
      [1, "Het kan beter."],
      [2, "Het is goed."],
    ]);
    expect(document?.segments.at(-1)?.statement).toBe(2);
  });

  it("does not take a topic, a time or an address for a speaker", () => {
    const text =
      "# Bijeenkomst\n\nStelling 1: Goed zo.\n\nPlanning: dat duurt te lang.\n\nOm 12:00 uur is er soep.\n\nZie https://example.org/a.\n";
    for (const segment of split(text)[0]?.segments ?? []) expect(segment.speaker).toBeNull();
  });

  it("does not begin a document at a heading that only mentions a meeting", () => {
    const text =
      "# Verslag bijeenkomst 1 mei 2024\n\n## Doel van deze bijeenkomst\n\nPraten.\n\n## Volgende bijeenkomst\n\nIn juni.\n";
    expect(split(text)).toHaveLength(1);
  });

  it("takes name and kind from the file name, and information when nothing says so", () => {
    expect(split("- een punt\n- nog een punt\n", "enquete-ouders_2024.txt")[0]).toMatchObject({
      kind: "survey",
      title: "Enquete ouders 2024",
    });
    expect(split("Er is nieuws. Lees maar verder.\n")[0]?.kind).toBe("information");
  });

  it("gives nothing for a blank text", () => {
    expect(proposeSplit("\n \u00a0")).toEqual({ characters: 3, documents: [], unplaced: [] });
  });

  it("places every word of any text, with astral characters too", () => {
    const pieces = fc.constantFrom(
      ..."Stelling 1: |*|**|X: |ja? |Reactie: |Nee. |woord |\n|\n\n|- |# |😀 |\u00a0|Vraag: |1. |\f".split(
        "|",
      ),
      "Afsluiting",
      "Interview met Y",
    );
    const anything = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(""));
    const holds = (text: string) => {
      split(text);
      const { blocks, trailing } = toBlocks(text);
      expect(plainText(blocks, trailing)).toBe(text);
    };
    fc.assert(fc.property(anything, holds), { numRuns: 300 });
  });
});
