import type { SegmentKind } from "@/db/vocabulary";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import type { Draft } from "@/domain/proposal/rules/reading";

/**
 * What a reader would notice at a piece of a document, each by a name: its form, its label, its
 * words, what the rules make of it, its heading, its neighbours and its place. Nothing is decided
 * here; `sequence.ts` weighs it.
 */
export function evidenceOf(document: DocumentRange, drafts: readonly Draft[]): string[][] {
  const own = drafts.map((draft) => ownEvidence(draft));
  const genre = genreOf(document.title);
  const headings = headingsAbove(drafts);
  const firstHeading = drafts.findIndex((draft, i) => i > 0 && draft.kind === "heading");
  return drafts.map((draft, i) => {
    const names = [...(own[i] ?? []), "always", `document:${document.kind}`];
    for (const word of genre) names.push(`title:${word}`);
    for (const [depth, heading] of (headings[i] ?? []).entries()) {
      for (const cue of headingCues(heading))
        names.push(`${depth === 0 ? "under" : "within"}:${cue}`);
    }
    if (headings[i]?.length === 0) names.push("under:nothing");
    if (i === 0) names.push("place:first");
    else if (i < firstHeading || (firstHeading === -1 && i < 4)) names.push("place:top");
    neighbour(names, "before", drafts[i - 1]);
    neighbour(names, "after", drafts[i + 1]);
    names.push(...together(draft, document, drafts[i - 1]));
    return names;
  });
}

/** How sure a rule is of what it says: the higher, the more it weighs before anything is learned. */
export const SURENESS = [0.4, 0.5, 0.6, 0.7, 0.8] as const;

export function sureOf(kind: SegmentKind, confidence: number): string {
  const band = SURENESS.filter((from) => confidence >= from).length;
  return `sure:${kind}:${band}`;
}

function neighbour(names: string[], side: "before" | "after", draft: Draft | undefined): void {
  if (draft === undefined) {
    names.push(`${side}:none`);
    return;
  }
  names.push(`${side}:form:${formOf(draft)}`, `${side}:ends:${endOf(draft.unit.plain)}`);
  names.push(`${side}:rule:${draft.kind}`);
  if (draft.unit.label) names.push(`${side}:label:${draft.unit.label.type}`);
}

/** Two things that say more together than each alone. */
function together(draft: Draft, document: DocumentRange, previous: Draft | undefined): string[] {
  const names = [
    `document:${document.kind}+rule:${draft.kind}`,
    `document:${document.kind}+form:${formOf(draft)}`,
    `section:${draft.noticed.section}+rule:${draft.kind}`,
    `before:${previous?.kind ?? "none"}+form:${formOf(draft)}`,
  ];
  if (draft.speaker !== null) names.push(`speaker+document:${document.kind}`);
  return names;
}

function ownEvidence(draft: Draft): string[] {
  const { unit, noticed } = draft;
  const words = unit.plain;
  const names = [
    `rule:${draft.kind}`,
    sureOf(draft.kind, draft.confidence),
    `reason:${draft.reason}`,
    `form:${formOf(draft)}`,
    `ends:${endOf(words)}`,
    `length:${lengthOf(words)}`,
    `section:${noticed.section}`,
  ];
  if (unit.form === "heading") names.push(`level:${unit.level}`);
  if (unit.emphasised) names.push("emphasised");
  if (unit.numbered) names.push("numbered");
  if (unit.continues) names.push("continues");
  if (unit.label) {
    names.push(`label:${unit.label.type}${unit.label.alone ? ":alone" : ""}`);
    if (unit.label.act) names.push(`act:${unit.label.act}`);
  }
  if (noticed.act) names.push(`act:${noticed.act}`);
  if (draft.speaker !== null) names.push("speaker");
  if (noticed.list) names.push(`list:${noticed.list}`);
  if (noticed.context) names.push(`context:${noticed.context}`);
  if (noticed.question) names.push(`question:${noticed.question}`);
  if (noticed.statement) names.push("statement:open");
  if (words.includes("?")) names.push("asks");
  if (/^[^.!]{5,}\?$/.test(words)) names.push("asks:only");
  const first = /^["'“‘(]?(\p{L}+)/u.exec(words)?.[1]?.toLowerCase();
  if (first && FIRST_WORDS.has(first)) names.push(`first:${first}`);
  else if (first && /^\p{Ll}/u.test(words)) names.push("first:small");
  const head = words.slice(0, LOOKED_AT);
  for (const word of new Set(head.toLowerCase().match(WORD) ?? [])) names.push(`word:${word}`);
  for (const [name, pattern] of CUES) if (pattern.test(head)) names.push(`words:${name}`);
  return names;
}

/** How much of a piece its words are looked for in: a reader knows by then too. */
const LOOKED_AT = 500;

/** Single words; which of them say something is learned. */
const WORD = /\p{L}{2,}/gu;

function formOf({ unit }: Draft): string {
  return unit.column !== null ? "row" : unit.form;
}

function endOf(words: string): string {
  const last = words.trimEnd().slice(-1);
  return /[.?:!;,]/.test(last) ? last : /["”')]/.test(last) ? "quote" : "open";
}

function lengthOf(words: string): string {
  const count = words.split(/\s+/, 61).length;
  if (count <= 3) return "1-3";
  if (count <= 8) return "4-8";
  if (count <= 20) return "9-20";
  return count <= 60 ? "21-60" : "more";
}

const FIRST_WORDS = new Set(
  "de het een er dit dat deze die wij we ik u ze zij hij men ja nee geen niet hoe wat wie waar wanneer waarom welke kan kunt kunnen is zijn wordt worden moet moeten zou mag wil heeft hebben als om in op bij voor met van ook maar dus want daarnaast verder tot naar uit over door alle alleen sommige veel meer te zorg zorgen graag maak laat zet neem geef let".split(
    " ",
  ),
);

/** Words that a reader goes by. Each looks at a bounded stretch and has no overlapping repeats. */
const CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["i", /\b(?:ik|mijn|mij|me)\b/i],
  ["we", /\b(?:wij|we|ons|onze)\b/i],
  ["you", /\b(?:u|uw|jullie|je)\b/i],
  ["must", /\b(?:moet|moeten|dient|dienen|hoort|horen)\b/i],
  [
    "should",
    /\b(?:zou(?:den)?\s(?:\S+\s){0,4}(?:moeten|kunnen|willen)|beter|liever|het liefst)\b/i,
  ],
  ["wish", /\b(?:graag|wens|wensen|hoop|hopen|willen?|zou fijn)\b/i],
  ["expects", /\b(?:verwacht(?:en|ing)?|reken(?:en)? (?:erop|op)|gaan? ervan uit|uitgangspunt)\b/i],
  [
    "advises",
    /\b(?:advi(?:es|seert|seren|seer)|stel(?:t|len)? voor|voorstel|pleit(?:en)? voor|suggestie|tip|overweeg|bevelen? aan|beveelt aan|aanbevel\p{L}+|zorg (?:dat|voor))\b/iu,
  ],
  [
    "worries",
    /\b(?:zorgen|bezorgd|bang|vrees(?:t)?|vrezen|risico|gevaar|dreigt|knelpunt|probleem|problemen|klacht(?:en)?|ontevreden|frustr\p{L}+|jammer)\b/iu,
  ],
  [
    "hard",
    /\b(?:moeilijk|lastig|onduidelijk|onzeker|onveilig|te (?:laat|lang|weinig|veel|duur|druk|hoog|vol|kort|snel|klein)|niet (?:goed|meer|altijd|haalbaar|bereikbaar)|nooit|tekort|gebrek|mis(?:t|sen)?)\b/i,
  ],
  [
    "praises",
    /\b(?:compliment\p{L}*|tevreden|blij|fijn|prettig|goed bevallen|waarder\p{L}+|trots|gaat goed|heel goed|positief|mooi|dankbaar)\b/iu,
  ],
  [
    "agrees",
    /\b(?:eens|oneens|herkenbaar|herkent|herkennen|onderschrijv\p{L}+|akkoord|instemm\p{L}+)\b/iu,
  ],
  [
    "decides",
    /\b(?:beslo(?:ten|ot)|besluit(?:en)?|stelt vast|vastgesteld|stemt in|stemmen in|akkoord|goedgekeurd|unaniem)\b/i,
  ],
  ["agreed", /\b(?:afgesproken|spreken af|afspraak|afspraken)\b/i],
  [
    "will do",
    /\b(?:stuurt|sturen|mailt|belt|regelt|zoekt (?:\S+\s){0,4}uit|vraagt (?:\S+\s){0,4}na|maakt (?:\S+\s){0,5}(?:af|op)|agendeert|plant|nodigt|zet (?:\S+\s){0,4}op|komt (?:\S+\s){0,4}terug|neemt (?:\S+\s){0,4}(?:op|mee|contact)|levert|verwerkt|past (?:\S+\s){0,4}aan|stemt (?:\S+\s){0,4}af|schrijft|deelt)\b/i,
  ],
  [
    "by when",
    /\b(?:vóór|voor|uiterlijk|per|gereed|klaar|deadline)\s(?:\S+\s)?(?:\d{1,2}\s)?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|de zomer|volgende|het volgende|de volgende)\b/i,
  ],
  [
    "promise",
    /\b(?:zegt toe|toezegg\p{L}+|toegezegd|gaat (?:\S+\s){0,4}(?:na|uitzoeken|regelen|opstellen|maken|vragen)|zal (?:\S+\s){0,6}\p{L}+en)\b/iu,
  ],
  ["does not", /\b(?:niet|geen|nooit)\b/i],
  ["can", /\b(?:kan|kunnen|mag|mogen)\b/i],
  [
    "explains",
    /\b(?:licht(?:en|te)? (?:\S+\s){0,4}toe|toelichting|legt (?:\S+\s){0,3}uit|presentatie|schetst|achtergrond|aanleiding|houdt in|betekent|bedoeld|namelijk|op dit moment|momenteel|sinds|per 1|wettelijk|wet|verordening)\b/i,
  ],
  ["municipality", /\b(?:gemeente|college|wethouder|raad|ambtena\p{L}+)\b/iu],
  [
    "people",
    /\b(?:ouders?|inwoners?|cliënten|bewoners|leerlingen|jongeren|mantelzorgers|aanbieders?|deelnemers?|aanwezigen|leden|scholen|partijen)\b/i,
  ],
  [
    "meeting",
    /\b(?:agenda|notulen|verslag|vergadering|bijeenkomst|overleg|voorzitter|opent|sluit|rondvraag|aanwezig|afwezig|afgemeld|pauze|welkom|datum|presentielijst|voorstelronde)\b/i,
  ],
  ["thanks", /\b(?:bedankt?|dank|dankt)\b/i],
  [
    "contact",
    /(?:\btel\b|\btelefoon|\bwww\.|https?:|\be-?mail\b|\S@\S|\bcontact\b|\bbezoekadres\b|\bpostbus\b)/i,
  ],
  [
    "date",
    /\b\d{1,2}[\s-](?:\d{1,2}-\d{2,4}|jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)/i,
  ],
  ["time", /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} uur\b/i],
  ["percent", /\d\s?%|\bprocent\b/i],
  ["money", /€|\beuro\b/i],
  ["number", /\d/],
  ["quotes", /["“”‘’]/],
  [
    "said",
    /\b(?:geeft aan|geven aan|gaf aan|vindt|vinden|zegt|zeggen|vertelt|merkt op|wijst op|benadrukt|noemt|stelt dat|volgens|aangegeven|genoemd|gezegd|gevraagd|opgemerkt)\b/i,
  ],
  ["refers", /\b(?:zie|bijlage|hoofdstuk|paragraaf|artikel|blz|pagina|figuur|tabel)\b/i],
  [
    "attached",
    /\b(?:met vriendelijke groet|groeten?|beste|geachte|hoi|onderwerp|verzonden|aan:|van:|cc:)/i,
  ],
  ["answer", /^(?:ja|nee|neen|klopt|dat klopt|inderdaad|zeker|helaas)\b/i],
];

/** What the title of a document says of its sort. */
const GENRES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["questions", /\b(?:vragen|vraag|inlichtingen|antwoorden|q&a|faq)\b/i],
  ["market", /\b(?:marktconsultatie|marktverkenning|marktpartijen|aanbieders)\b/i],
  ["advice", /\badvies\b|\badviezen\b/i],
  ["list", /lijst\b/i],
  ["result", /\b(?:resultaten|uitkomsten|opbrengst|opbrengsten|terugkoppeling|samenvatting)\b/i],
  ["report", /\b(?:verslag|notulen|aantekeningen|gespreksverslag)\b/i],
  ["survey", /enqu[eê]te|peiling|vragenlijst|panel|\bsurvey\b|uitvraag/i],
  ["views", /\b(?:zienswijzen?|inspraak|inspreken|internetconsultatie)\b/i],
  [
    "about",
    /\b(?:informatie|wat (?:kunt|doet|is)|factsheet|handreiking|brief|nieuwsbrief|memo)\b/i,
  ],
];

function genreOf(title: string): string[] {
  return GENRES.filter(([, pattern]) => pattern.test(title)).map(([name]) => name);
}

/** What a heading says about the pieces below it. */
const HEADING_CUES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "procedure",
    /\b(?:opening|welkom|agenda|mededelingen|ingekomen|vaststell\p{L}+|vorige?|rondvraag|sluiting|afsluiting|programma|doel|werkwijze|aanwezig\p{L}*|deelnemers|afwezig|afgemeld|planning|vervolg\p{L}*|colofon|inhoud|contact|volgende)\b/iu,
  ],
  [
    "background",
    /\b(?:inleiding|aanleiding|achtergrond|toelichting|presentatie|stand van zaken|terugblik|context|introductie|voorstel|plannen|kader|waarom|wat is)\b/i,
  ],
  [
    "input",
    /\b(?:reacties?|inbreng|discussie|bespreking|gesprek|ervaringen|opgehaald|meegeven|meningen|input|open antwoorden|wat vind\p{L}+|tafel|groep|rondje|brainstorm|zienswijze\p{L}*|opbrengst)\b/iu,
  ],
  [
    "advice",
    /\b(?:aanbeveling\p{L}*|advie\p{L}+|tips|suggesties|idee\p{L}*|verbeterpunten|aandachtspunten|kansen|wat kan beter|hoe kan het)\b/iu,
  ],
  [
    "concern",
    /\b(?:zorgen|zorgpunten|knelpunten|risico's|nadelen|minpunten|min|wat gaat (?:er )?(?:niet|minder|mis)|bezwaren|dip|drempels)\b/i,
  ],
  [
    "praise",
    /\b(?:gaat (?:er )?goed|pluspunten|plus|voordelen|sterk|tops?|complimenten|tevreden)\b/i,
  ],
  ["wishes", /\b(?:wensen|verwachtingen|verwachten|dromen|behoeften|nodig)\b/i],
  ["questions", /\b(?:vragen|vraag|faq)\b|\?$/i],
  [
    "answers",
    /\b(?:antwoord\p{L}*|beantwoording|reactie (?:van (?:de|het) )?(?:gemeente|college))\b/iu,
  ],
  ["actions", /\b(?:actie\p{L}*|toezegging\p{L}*|to do)\b/iu],
  ["decisions", /\b(?:besluit\p{L}*|besluitvorming)\b/iu],
  ["agreements", /\b(?:afspraken|werkafspraken|spelregels|zo werken wij|samenwerking)\b/i],
  ["does", /\b(?:doet|doen|taken|taak|helpt|biedt|kan ik|kunt u|rol)\b/i],
  ["not", /\b(?:niet|geen)\b/i],
  [
    "conclusion",
    /\b(?:conclusie\p{L}*|samenvatting|samengevat|tot slot|afronding|uitkomst\p{L}*)\b/iu,
  ],
  ["statements", /\bstelling\p{L}*\b/iu],
];

function headingCues(heading: string): string[] {
  const found = HEADING_CUES.filter(([, pattern]) => pattern.test(heading)).map(([name]) => name);
  return found.length > 0 ? found : ["other"];
}

/** Per piece the headings it stands below, the nearest first; two at most, without the title. */
function headingsAbove(drafts: readonly Draft[]): string[][] {
  let open: { level: number; words: string }[] = [];
  return drafts.map((draft, i) => {
    const { unit } = draft;
    const isHeading = draft.kind === "heading" || draft.reason === "questionAsHeading";
    const level = unit.form === "heading" ? unit.level : 7;
    if (isHeading) open = open.filter((above) => above.level < level);
    const above = open
      .map(({ words }) => words)
      .reverse()
      .slice(0, 2);
    if (isHeading && i > 0) open.push({ level, words: unit.plain.slice(0, 160) });
    return above;
  });
}
