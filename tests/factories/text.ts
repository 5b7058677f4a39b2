/** Invented minutes of any size: always the same for the same size. */

const OPENINGS = [
  "De begeleider kent de wijk en",
  "Ouders willen graag weten wie",
  "Bij de overstap naar de brugklas",
  "Een vast gezicht op school",
  "Het loket in de bibliotheek",
  "Een leerling die thuis zit",
  "De intern begeleider vraagt of",
  "Tijdens de vakantie merkt men dat",
];
const MIDDLES = [
  "helpt bij het zoeken naar de juiste weg,",
  "heeft tijd nodig om vertrouwen op te bouwen,",
  "wil niet steeds hetzelfde verhaal vertellen,",
  "spreekt elke week met het wijkteam,",
  "blijft bereikbaar wanneer het druk is,",
  "stemt de afspraken af met het gezin,",
];
const ENDINGS = [
  "omdat een kort gesprek vaak genoeg is.",
  "ook als de school dat zelf niet vraagt.",
  "zodat niemand tussen wal en schip valt.",
  "en legt vast wat er is besproken.",
  "maar dat kost meer uren dan nu zijn begroot.",
  "terwijl de wachttijd elders oploopt.",
];

/**
 * Minutes in Markdown of at least `characters` characters: meetings of five stellingen each,
 * with reactions as a list, and questions with their answers.
 */
export function minutes(characters: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let n = 0; length < characters; n++) {
    const part = meeting(n);
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join("\n\n");
}

function meeting(n: number): string {
  const lines = [
    `## Consultatiebijeenkomst begeleiding ${n % 2 === 0 ? "Primair" : "Voortgezet"} Onderwijs`,
    `**Vergaderdatum:** ${1 + (n % 28)} maart 2026`,
    `**Aanvang:** ${10 + (n % 8)}:00 uur`,
    "### 1. Stellingen",
  ];
  for (let statement = 1; statement <= 5; statement++) {
    const seed = n * 31 + statement * 7;
    lines.push(`Stelling ${statement}: *${sentence(seed)}*`, "Reactie:");
    lines.push(Array.from({ length: 8 }, (_, i) => `- ${remark(seed + i * 5 + 1)}`).join("\n"));
    lines.push(`Vraag uit de zaal: ${sentence(seed + 2).replace(/\.$/, "?")}`);
    lines.push(`Gemeente: ${remark(seed + 3)}`);
  }
  return lines.join("\n\n");
}

function sentence(seed: number): string {
  const pick = (list: string[], step: number) => list[Math.abs(seed * step) % list.length] ?? "";
  return `${pick(OPENINGS, 1)} ${pick(MIDDLES, 5)} ${pick(ENDINGS, 7)}`;
}

/** One to three sentences. */
function remark(seed: number): string {
  return Array.from({ length: 1 + (seed % 3) }, (_, i) => sentence(seed + i)).join(" ");
}
