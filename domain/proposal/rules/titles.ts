import type { DocumentKind } from "@/domain/proposal/model";
import type { Unit } from "@/domain/proposal/rules/units";
import { readDate, readTime } from "@/domain/proposal/rules/when";

const INTERVIEW =
  /(?:\binterview|^gesprek\b|^in gesprek met\b|\b(?:vraag|keukentafel|telefonisch )gesprek\b|groepsgesprek|gespreksverslag|geeft het volgende weer)/i;
const SURVEY =
  /enqu[eê]te|vragenlijst|uitvraag|\bsurvey\b|\bpeiling\b|(?:inwoners|digi|burger)panel|(?:inwoners|internet)consultatie|\bbelronde|binnengekomen reacties|open antwoorden|zienswijzen|inspraakreacties|denk mee\b|\b(?:uw|jouw|jullie) mening\b/i;
const MEETING =
  /bijeenkomst|vergadering|overleg\b|sessie\b|\bnotulen\b|verslag(?:je)?\b|vragenuur|spreekuur|webinar|schouw\b|gespreksronde|raadpleging|rondetafel|tafelgesprek|werkgroep|klankbord|dialoog|consultatie|conferentie|brainstorm|(?:bewoners|inspraak|thema|informatie|inloop)(?:avond|middag)|hoorzitting|besluitenlijst|actielijst|\bcommissie\b|workshop/i;
const INFORMATION =
  /informatie|factsheet|\binfoblad|brochure|nieuwsbrief|\bmemo\b|\bnotitie\b|\bfolder\b|nota van inlichtingen|brief\b|veelgestelde vragen|productbeschrijving|\badvies\b|schriftelijke vragen|handreiking|evaluatie|taakverdeling|werkafspraken|uw kunt verwachten|wat (?:kunt|mag) u verwachten/i;

/** The kind a title or file name speaks of; null when it does not say. */
export function kindOf(words: string): DocumentKind | null {
  // The answers to what was asked in writing are a paper, whatever was held.
  if (/nota van inlichtingen|raadsinformatiebrief/i.test(words)) return "information";
  if (SURVEY.test(words)) return "survey";
  if (/tafelgesprek/i.test(words)) return "meeting";
  if (INTERVIEW.test(words)) return "interview";
  if (MEETING.test(words)) return "meeting";
  return INFORMATION.test(words) ? "information" : null;
}

/** How many units at the start may hold the title: below a letterhead and the data of the occasion. */
const LOOKED_AT = 10;
export const MAX_TITLE_WORDS = 18;
export const MAX_TITLE_LENGTH = 160;

/** Words that name a sort of document and nothing more. */
const GENERIC =
  /^(?:(?:concept[- ]?)?(?:verslag|notulen|memo|factsheet|notitie|gespreksverslag|conceptverslag|kort verslag|brief|bijlage(?: \d+)?)|verslag vergadering)$/i;
const BODY =
  /^(?:gemeenten?|regio|stichting|platform|provincie|adviesraad|cliëntenraad|participatieraad|seniorenraad|griffie|ggd|college|team|afdeling|dienst|inkoopbureau|bureau|domein|cluster|directie|raad van|aan|namens|bijlage)\b/i;
/** "Folder voor inwoners", below what it is about. */
const SUBTITLE =
  /^(?:folder|presentatie|brochure|informatieblad|handout|bijlage|notitie|samenvatting|uitgave)\s(?:voor|bij|aan|ten\s)/i;
export const isSubtitle = (line: string): boolean => SUBTITLE.test(line);
/** Whether a line begins with who it is from, as letterheads do. */
export const isBody = (line: string): boolean => BODY.test(line);
const NO_TITLE =
  /@|\bpostbus\b|\b\d{4}\s?[A-Z]{2}\b|\bwww\.|\]\(|\s>\s|^(?:geachte|beste|hallo|hoi|let op|vertrouwelijk|concept$|versie|pagina|kenmerk|---|<)/i;

/** What "Onderwerp:" or "Betreft:" says. */
const ABOUT = /^(?:onderwerp|betreft|titel|subject)(?:\s?:\s*|\t|\s{2,})(?=\S)([^\n]{4,150})$/i;

export interface Title {
  /** Its place among the units; null when none of them is one. */
  at: number | null;
  words: string;
}

/** The line that says what a document is: the best of the first ones. */
export function findTitle(units: readonly Unit[]): Title {
  let best: Title & { score: number } = { at: null, words: "", score: 0 };
  for (const [i, unit] of units.slice(0, LOOKED_AT).entries()) {
    const line = titleLine(unit, i === 0);
    if (
      i > 3 &&
      !ABOUT.test(unit.plain) &&
      unit.form !== "heading" &&
      line !== null &&
      kindOf(line) === null
    )
      continue;
    const score = line === null ? 0 : scoreOf(unit, line, i);
    if (line !== null && score > best.score) {
      best = { at: ABOUT.test(unit.plain) ? null : i, words: line, score };
    }
    // Running text, or the chapters: the title stood above it.
    const running = unit.plain.length > 250 && unit.label === null;
    if (best.score > 0 && (running || (i > 3 && unit.form === "heading"))) break;
  }
  return best;
}

function titleLine(unit: Unit, first: boolean): string | null {
  const about = ABOUT.exec(unit.plain)?.[1];
  if (about) return about.replace(/^(?:(?:re|fw|fwd|antw)\s*:\s*)+/i, "").trim();
  // "Jongerenpanel: stickeren op stellingen": nobody speaks in the first line.
  const subject =
    first && unit.label?.type === "turn" && unit.label.act === null && !unit.label.alone;
  if (unit.label !== null && unit.form !== "heading" && !subject) return null;
  return canBeTitle(unit) ? cleanTitle(unit.plain) : null;
}

/** In one line, without the row of = below it, and with words that were broken off made whole. */
export function cleanTitle(words: string): string {
  const lines = words.trimEnd().split("\n");
  const ruled = /^[=-]{3,200}$/.test(lines.at(-1)?.trim() ?? "");
  return (ruled ? lines.slice(0, -1) : lines)
    .join("\n")
    .replace(/(\p{Ll})-\n\s{0,9}(?=\p{Ll})/gu, "$1")
    .replace(/,\s+(?:gehouden\s+)?op\s+(?:\p{Ll}+\s+)?\d{1,2}\s.*$/su, "")
    .replace(/\s+/g, " ")
    .trim();
}

export function canBeTitle(unit: Unit): boolean {
  if (unit.form === "listItem" || unit.column !== null) return false;
  const words = cleanTitle(unit.plain);
  const lines = unit.plain.trim().split("\n").length;
  if (words.length > MAX_TITLE_LENGTH || words.split(/\s+/).length > MAX_TITLE_WORDS) return false;
  if (NO_TITLE.test(words) || lines > 3) return false;
  return unit.form === "heading" || !/[.;,:!]$/.test(words);
}

function scoreOf(unit: Unit, line: string, i: number): number {
  const kind = kindOf(line) !== null;
  const count = line.split(" ").length;
  if (ABOUT.test(unit.plain)) return count > 1 ? 2.2 : 0;
  // "6 juli 2017, 9.30 uur, gemeentehuis" says when.
  if (!kind && (readDate(line) !== null || readTime(line) !== null)) return 0;
  let score = i === 0 ? 2 : 1.1 - i * 0.1;
  if (unit.form === "heading") score += 2.2 - unit.level * 0.4;
  else if (unit.emphasised) score += 0.6;
  if (kind) score += 1.6;
  // "# Memo" above "Onderwerp: …" says no more than what sort it is.
  if (GENERIC.test(line)) score = Math.min(score - 1.6, 2);
  if (i > 0 && SUBTITLE.test(line)) score -= 1.8;
  if (BODY.test(line) && (!kind || count <= 3)) score -= 2.4;
  return score;
}
