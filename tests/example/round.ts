import type { Position } from "@/db/vocabulary";

/** An online consultation of the example that is over: with a meeting in a room about it, and results that anybody reads. */
export const ROUND = {
  title: "Wat telt onderweg?",
  introduction:
    "De eerste eisen staan op papier. Over drie dingen onderweg weten wij nog te weinig. Vertel ons hoe u ze ziet.",
  opensOn: "",
  opensTime: "",
  asksPosition: "yes",
  admits: "anyone",
  others: "afterClosing",
  moderation: "after",
  maxLength: "1000",
  keepDays: "90",
  missingQuestion: "",
  privacy:
    "Medewerkers van het team Jeugd lezen wat u schrijft. Later staat het zonder naam in een openbaar verslag. Wij bewaren uw woorden tot een jaar na de gunning.",
  contact: "Gemeente Waterbroek, team Jeugd\nBel 0999 12 34 56",
} as const;

export const ROUND_STATEMENTS = [
  {
    text: "De bus wacht ten hoogste drie minuten bij een huis.",
    explanation: "Wie lang wacht, laat de kinderen wachten die al in de bus zitten.",
  },
  {
    text: "Twee kinderen die ruzie hebben, zitten niet samen in een bus.",
    explanation: "Dan is er soms een rit meer nodig. Een kind is dan langer onderweg.",
  },
  { text: "De bus rijdt ook op de studiedagen van de school.", explanation: "" },
] as const;

export interface Taking {
  group: string | null;
  /** What they think of each stelling; null for nothing. */
  positions: readonly (Position | null)[];
  /** What they wrote with it, by the place of the stelling. */
  texts?: Readonly<Record<number, string>>;
}

/** Who took part. Parents and drivers do not think the same of waiting: the results say so. */
export const TAKING: readonly Taking[] = [
  {
    group: "Ouders",
    positions: ["disagree", "agree", null],
    texts: { 0: "Mijn dochter loopt met krukken. Drie minuten haalt zij niet." },
  },
  {
    group: "Ouders",
    positions: ["disagree", "agree", "agree"],
    texts: {
      0: "Spreek per kind af hoe lang het duurt. Wie in een rolstoel zit, heeft meer tijd nodig.",
      2: "Op een studiedag werken wij gewoon. Dan moet mijn zoon naar de opvang kunnen.",
    },
  },
  { group: "Ouders", positions: ["partly", "agree", "partly"] },
  { group: "Ouders", positions: ["disagree", "partly", "agree"] },
  {
    group: "Ouders",
    positions: ["agree", "agree", "agree"],
    texts: { 1: "Na een vechtpartij zat mijn kind de volgende dag weer naast dezelfde jongen." },
  },
  {
    group: "Chauffeurs",
    positions: ["agree", "agree", "disagree"],
    texts: {
      0: "Bij vijf huizen tien minuten wachten is bijna een uur. Dan is de hele bus te laat.",
    },
  },
  { group: "Chauffeurs", positions: ["agree", "agree", "none"] },
  { group: "Chauffeurs", positions: ["agree", "partly", "disagree"] },
  {
    group: "Chauffeurs",
    positions: ["agree", "agree", null],
    texts: { 1: "Laat ons het zeggen als het misgaat. Wij zien het als eerste." },
  },
  { group: "Chauffeurs", positions: ["partly", "agree", "disagree"] },
  {
    group: "Scholen",
    positions: ["partly", "agree", "disagree"],
    texts: { 2: "De school is dan dicht. De opvang regelt haar eigen vervoer." },
  },
  { group: "Scholen", positions: ["agree", "agree", "partly"] },
  {
    group: null,
    positions: ["partly", null, null],
    texts: { 0: "Wij rijden al in acht gemeenten, kijk op www.busplezier.example." },
  },
];

/** What was said in the room while everybody looked at the first stelling. */
export const NOTES = [
  {
    group: "Ouders",
    role: "ouder",
    kind: "remark",
    text: "Een vaste tijd per huis helpt. Dan weten wij ook wanneer wij klaar moeten staan.",
  },
  {
    group: "Chauffeurs",
    role: "chauffeur",
    kind: "question",
    text: "Wie belt de ouders als wij doorrijden?",
  },
] as const;

/** Which reaction was not placed, by the words it begins with, and what who sent it reads. */
export const NOT_PLACED = {
  words: "Wij rijden al",
  reason: "advertising",
  note: "Reclame plaatsen wij niet. Wie wil rijden, kan straks meedoen met de aanbesteding.",
} as const;

export const THANKS =
  "Dank u wel. Op de bijeenkomst in het dorpshuis spraken ouders en chauffeurs elkaar over het wachten.";
