import type { SegmentKind } from "@/db/vocabulary";
import { cueReader } from "@/domain/proposal/rules/cue-reader";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import { CUES, GENRES, HEADING_CUES } from "@/domain/proposal/rules/evidence-words";
import type { Draft } from "@/domain/proposal/rules/reading";
import { type Roles, rolesIn } from "@/domain/proposal/rules/roles";

/**
 * What a reader would notice at a piece of a document, each by a name: its form, its label, its
 * words, what the rules make of it, its heading, its neighbours and its place. Nothing is decided
 * here; `sequence.ts` weighs it. Of a piece at a time, for a long text has millions of names.
 */
export function evidenceOf(
  document: DocumentRange,
  drafts: readonly Draft[],
): (i: number) => string[] {
  const genre = genreOf(document.title);
  const headings = headingsAbove(drafts);
  const firstHeading = drafts.findIndex((draft, i) => i > 0 && draft.kind === "heading");
  const roles = rolesIn(drafts);
  const everywhere = ["always", `document:${document.kind}`];
  return (i) => {
    const draft = drafts[i];
    if (draft === undefined) return [];
    const names = ownEvidence(draft, roles);
    names.push(...everywhere);
    for (const word of genre) names.push(`title:${word}`);
    if (i >= drafts.length - 3) names.push("place:last");
    for (const [depth, cues] of (headings[i] ?? []).entries()) {
      for (const cue of cues) names.push(`${depth === 0 ? "under" : "within"}:${cue}`);
    }
    if (headings[i]?.length === 0) names.push("under:nothing");
    if (i === 0) names.push("place:first");
    else if (i < firstHeading || (firstHeading === -1 && i < 4)) names.push("place:top");
    neighbour(names, "before", drafts[i - 1]);
    neighbour(names, "after", drafts[i + 1]);
    names.push(...together(draft, document, drafts[i - 1]));
    return names;
  };
}

const cuesIn = cueReader(CUES.map(([name, pattern]) => [`words:${name}`, pattern]));

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

function ownEvidence(draft: Draft, roles: Roles): string[] {
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
  if (/^[?+]$/.test(unit.mark)) names.push(`mark:${unit.mark}`);
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
  if (first && IMPERATIVES.has(first)) names.push("first:imperative");
  if (first && FIRST_WORDS.has(first)) names.push(`first:${first}`);
  else if (first && /^\p{Ll}/u.test(words)) names.push("first:small");
  if (HOUSE_FIRST.test(words)) names.push("first:house");
  if (TOLD.test(words)) names.push("first:told");
  const code = /^([A-Z])\d{2}(?:-\d{1,3})?[\s:]/.exec(words)?.[1];
  if (code) names.push(`code:${code}`);
  const head = words.slice(0, LOOKED_AT);
  const small = head.toLowerCase();
  for (const word of new Set(small.match(WORD) ?? [])) names.push(wordName(word));
  names.push(...quotedEvidence(words), ...speakerEvidence(draft, roles));
  if (unit.form === "listItem" && /^\p{Ll}+t\s/u.test(words)) names.push("first:does");
  if (/\d\s?%\)?\.?$/.test(head)) names.push("ends:share");
  if (/\(\d{1,3}x?\)$/.test(head)) names.push("ends:count");
  const figures = unit.cells.filter(({ words }) => FIGURE.test(words)).length;
  if (figures > 0)
    names.push(figures * 2 > unit.cells.length - 1 ? "cells:figures" : "cells:figure");
  const cues = cuesIn(small);
  names.push(...cues);
  if (draft.speaker === null && !cues.some((name) => STANCE.has(name))) names.push("no stance");
  if (unit.label === null && TOPIC.test(head)) names.push("topic");
  return names;
}

/** A cell with a number, a share or an amount. */
const FIGURE = /^[<>€±\s]{0,4}\d[\d.,\s]{0,12}(?:%|x|euro|st\.?)?$/;

/** Cues of somebody who finds, wants, fears or asks something. */
const STANCE: ReadonlySet<string> = new Set(
  "i we you must should wish expects advises worries hard praises agrees said"
    .split(" ")
    .map((cue) => `words:${cue}`),
);
/** "Zorg: de huisarts sluit aan": what a line is about, and nobody who says it. */
const TOPIC = /^[^:.!?\n]{2,40}:\s\S/;

/** Words of people, as they said them: "> …", "„…", *…*. */
function quotedEvidence(words: string): string[] {
  const names: string[] = [];
  if (/^["“„«‘']/.test(words)) {
    names.push(/["”“»’'](?:\s?\([^()]{1,60}\))?\.?$/.test(words) ? "quoted:all" : "quoted:first");
  }
  return names;
}

/** "Het dagelijks bestuur neemt …": who answers for the house. */
const HOUSE_FIRST =
  /^(?:het\s(?:(?:dagelijks|algemeen)\s)?(?:bestuur|college)|de\s(?:gemeente|regio|provincie|wethouder|aanbestedende\sdienst|opdrachtgever))\s\p{Ll}/iu;
/** "Vindt het team traag": of whom the notes are, without a name. */
const TOLD =
  /^(?:Is|Vindt|Zou|Wil|Wilde|Verwacht|Adviseert|Maakt|Heeft|Ziet|Kent|Werkt|Geeft|Mist|Vreest|Hoopt|Noemt|Zegt|Ervaart|Merkt|Vond|Gaf|Vertelt|Rekent|Pleit)\s[^?]*$/;

const CHAIR = /\b(?:voorzitter|vz|gespreksleider|dagvoorzitter|moderator|interviewer)\b/i;
const HOUSE =
  /\b(?:gemeente|wethouder|burgemeester|college|projectleid(?:st)?er|ambtena\p{L}{1,5}|beleids\p{L}+|inkoper?|coa|ggd)\b/iu;
const MANY =
  /^(?:de\s|een\s|enkele\s|sommige\s|veel\s|meerdere\s|\p{L}+\s)?(?:aanwezigen|deelnemers|ouders|partijen|inwoners|bewoners|aanbieders|leden|marktpartijen|cliënten|jongeren)\b/iu;

/** Of what sort is who speaks: the chair, somebody of the house, a group, or a person. */
function speakerEvidence({ who }: Draft, roles: Roles): string[] {
  return who === null
    ? []
    : [`speaker:${who.by}`, roles.get(who.name.toLowerCase()) ?? sortOf(who.name)];
}

const sorts = new Map<string, string>();

/** Few people speak, and each of them often. */
function sortOf(name: string): string {
  const known = sorts.get(name);
  if (known !== undefined) return known;
  const sort = readSort(name);
  if (sorts.size < 20_000) sorts.set(name, sort);
  return sort;
}

function readSort(name: string): string {
  if (CHAIR.test(name)) return "speaker:chair";
  if (HOUSE.test(name)) return "speaker:house";
  return MANY.test(name) ? "speaker:many" : "speaker:person";
}

/** How much of a piece its words are looked for in: a reader knows by then too. */
const LOOKED_AT = 400;

/** Single words; which of them say something is learned. */
const WORD = /\p{L}{2,}/gu;
const wordNames = new Map<string, string>();

/** The same name each time: looking up a text that was made anew costs reading it through. */
function wordName(word: string): string {
  const known = wordNames.get(word);
  if (known !== undefined) return known;
  const name = `word:${word}`;
  if (wordNames.size < 20_000) wordNames.set(word, name);
  return name;
}

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

/** What somebody is told to do: "Kondig het bezoek aan". */
const IMPERATIVES = new Set(
  "begin bel beperk bespreek bewaar betrek bied blijf bouw breng denk doe gebruik geef ga haal help hou houd informeer investeer kies kijk kom kondig laat leg let luister maak neem onderzoek organiseer pas plaats plan regel schrijf spreek start stel stimuleer stop stuur toon trek verbeter verhoog vermijd vertel voer voorkom vraag wees werk zet zoek zorg schrap toets meet koppel verleng verkort benut beschrijf controleer evalueer formuleer hanteer hang overweeg reken richt sluit vergoed verlaag vervang verwijs voeg volg".split(
    " ",
  ),
);

function genreOf(title: string): string[] {
  const small = title.toLowerCase();
  return GENRES.filter(([, pattern]) => pattern.test(small)).map(([name]) => name);
}

function headingCues(heading: string): string[] {
  const small = heading.toLowerCase();
  const found = HEADING_CUES.filter(([, pattern]) => pattern.test(small)).map(([name]) => name);
  return found.length > 0 ? found : ["other"];
}

/** Per piece what the headings say that it stands below, the nearest first; two at most, without the title. */
function headingsAbove(drafts: readonly Draft[]): string[][][] {
  let open: { level: number; cues: string[] }[] = [];
  return drafts.map((draft, i) => {
    const { unit } = draft;
    const isHeading = draft.kind === "heading" || draft.reason === "questionAsHeading";
    const level = unit.form === "heading" ? unit.level : 7;
    if (isHeading) open = open.filter((above) => above.level < level);
    const above = open
      .map(({ cues }) => cues)
      .reverse()
      .slice(0, 2);
    if (isHeading && i > 0) open.push({ level, cues: headingCues(unit.plain.slice(0, 160)) });
    return above;
  });
}
