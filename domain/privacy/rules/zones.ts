import { cellsOf, separatorOf } from "./columns";
import { isFirstName } from "./first-names";
import { isKnownFirm } from "./known-firms";
import { isRole, TITLES } from "./words";

/** Stretches of a text in which names stand: lists of those present, signatures, "Voorzitter: …", columns of a table. */
export interface Zone {
  start: number;
  end: number;
  /** Whether it names several, each as an item. */
  list: boolean;
  /** Whether it is a cell of a table. */
  cell?: true;
  /** Of organisations and not of people. */
  firms?: true;
}

const PRESENT =
  /^(?:(?:de |ook |mede |verder )?(?:aanwezig|niet aanwezig|oanwêzich|ôfwêzich|afwezig|afgemeld|verhinderd|deelnemers|deelnemend|genodigd|gasten|gast|presentie|present|met kennisgeving|bericht van verhindering|afmelding|leden|sprekers|panelleden|tafelgenoten|respondenten|geïnterviewden|gesproken met|toehoorders|publieke tribune|contactpersonen|namen(?!s)|aanw|afw|wie waren er|aan tafel))/;

const ONE =
  /^(?:(?:uw |de |onze )?(?:voorzitter|griffie|griffier|vice-?voorzitter|dagvoorzitter|technisch voorzitter|notulist|notulen|notulen door|verslag|verslag door|verslaglegging|verslaglegger|secretaris|gespreksleider|gespreksleiding|gespreksleidster|begeleiding|interviewer|interview met|geïnterviewde|respondent|gesprekspartner|contactpersoon|contact|contactgegevens|van|aan|cc|bcc|from|to|kopie|kopie aan|afzender|verzonden door|ontvanger|auteur|auteurs|opsteller|opgesteld door|steller|behandeld door|behandelaar|ingediend door|indiener|inspreker|spreker|naam|voornaam|achternaam|naam deelnemer|naam ouder|naam kind|naam leerling|naam cliënt|ondertekend door|ondertekening|handtekening|actie|actiehouder|actie door|wie|verantwoordelijke|portefeuillehouder|projectleider|wethouder|namens|namens (?:de |het )?[a-z]{3,20}|gemeente|school|t\.a\.v|ter attentie van|mentor|leerling|cliënt|ouder|ouders|moeder|vader|kind|deelnemer|melder|aanvrager|contactpersoon school|vragensteller|trekker|eigenaar|door|[a-z]{3,20} door))$/;

/** Of these labels what follows can be what somebody says: "De voorzitter: Helder." */
const SPEAKS =
  /(?:voorzitter|wethouder|moeder|vader|ouders?|kind|leerling|mentor|cliënt|gemeente|school|deelnemer|begeleider|interviewer|respondent|leider|leidster|coach|arts|werk|medewerker)$/;

/** "Tafelleider:", "Contractmanager:": a calling, when few words follow. */
const CALLING =
  /^(?:[\p{L}-]{1,30} ){0,2}[\p{L}-]{0,30}(?:heer|dame|schrijver|schrijfster|chauffeur|invaller|docent|griffier|redactie|therapeut|consulent|mentor|melder|vast|leider|leidster|voerder|manager|adviseur|jurist|koper|coach|meester|ogoog|arts|secretaris|begeleider|begeleidster|medewerker|verzorger|opsteller|beheerder|ambtenaar|griffier|inkoop|werk)$/u;

const COLUMN =
  /^(?:naam|namen|voornaam|achternaam|roepnaam|tussenvoegsel|naam .{1,20}|contactpersonen|beoordelaar|gesproken met|chauffeur|wie|door|door wie|actiehouder|trekker|verantwoordelijke?|contactpersoon|contact|deelnemer|spreker|inspreker|inbrenger|indiener|afzender|eigenaar|ouder|leerling|cliënt|lid|medewerker|behandelaar|coach|begeleider|aanwezig|auteur|steller|portefeuillehouder|vertegenwoordigd door|vertegenwoordigers?|aanspreekpunt|gemeld door|ingediend door|opsteller|vragensteller)$/;

const FIRM_COLUMN =
  /^(?:partij|partijen|organisaties?|aanbieders?|bedrijf|bedrijven|inschrijvers?|leveranciers?|vervoerders?|school|scholen|werkgever|praktijk|zorgaanbieders?|instelling|naam organisatie|opdrachtnemer|namens|werkt bij)$/;

/** Above or before a list of organisations: "Deelnemende partijen", "Gecontracteerde aanbieders:". */
const FIRMS =
  /^(?:[\p{L}]{2,20}(?:e|de) )?(?:partijen|marktpartijen|organisaties|aanbieders|zorgaanbieders|jeugdhulpaanbieders|inschrijvers|inschrijvingen|leveranciers|vervoerders|instellingen|instanties|bedrijven|opdrachtnemers|onderaannemers|samenwerkingspartners|ketenpartners|partners|professionals)(?: in (?:beeld|de wijk))?$/u;

const GREETING =
  /^(?:(?:met |de |onze |heel )?(?:vriendelijke|hartelijke|beste|warme|zonnige|collegiale|sportieve) groet|hoogachtend|groet(?:en|jes)?\b|mvg\b|m\.vr\.gr|met groet|vr\. ?groet|dank (?:je|u) wel|alvast bedankt|namens (?:de|het)|w\.g\.|was getekend)/;

/** "[12-03-2026 19:02] Monique: …": who speaks in a conversation that an app wrote out. */
const CHAT =
  /^\[?\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?\]?(?: -)? (?:~ ?)?(?=\p{Lu}[^:\n]{0,30}:)/u;

const LONGEST_LABEL = 60;
const LONGEST_ZONE = 3000;

/** All such stretches, in order; none runs into another. */
export function zonesIn(text: string): Zone[] {
  const zones: Zone[] = [];
  let open = false;
  let firms = false;
  let blanks = 0;
  let signing = 0;
  let columns: ("people" | "firms" | null)[] | null = null;
  // What parts the cells of the table that was last.
  let parted = "";
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + LONGEST_ZONE));
    const bare = line === "" ? "" : bareOf(line);
    const sign = separatorOf(line);
    const add = (from: number, list: boolean): void => {
      if (from < line.length) zones.push({ start: start + from, end: start + line.length, list });
    };
    if (bare === "") {
      blanks++;
      if (blanks > 1) open = false;
    } else if (sign !== null && ((columns !== null && sign === parted) || isHead(line, sign))) {
      if (sign !== parted) columns = null;
      parted = sign;
      const cells = cellsOf(line, sign);
      if (/^[|\s:-]+$/.test(line)) {
        // the rule below the head
      } else if (columns === null) {
        columns = cells.map(({ words }) => columnOf(words.toLowerCase()));
      } else {
        for (const [i, cell] of cells.entries()) {
          const zone = { start: start + cell.from, end: start + cell.to, list: true };
          if (columns[i] === "people") zones.push({ ...zone, cell: true });
          else if (columns[i] === "firms") zones.push({ ...zone, firms: true });
        }
      }
      if (open && columns !== null) {
        for (const cell of cells) {
          if (!columns.some(Boolean)) {
            zones.push({ start: start + cell.from, end: start + cell.to, list: true });
          }
        }
      }
      blanks = 0;
    } else {
      columns = null;
      const said = CHAT.exec(line)?.[0].length;
      if (said !== undefined)
        zones.push({ start: start + said, end: start + line.indexOf(":", said), list: true });
      const colon = line.slice(0, LONGEST_LABEL).indexOf(":");
      const label = colon < 0 ? "" : bareOf(line.slice(0, colon));
      const heading = /^\s*#/.test(line);
      const named = FIRMS.test(label) || (colon < 0 && FIRMS.test(bare));
      const item = /^\s*(?:[-*•–]|\d{1,2}[.)])\s/.exec(line);
      if (!named && item === null && (heading || blanks > 0)) firms = false;
      if (named) {
        firms = true;
        open = false;
        signing = 0;
        for (const [from, to] of bareItems(line, colon + 1))
          if (colon >= 0)
            zones.push({ start: start + from, end: start + to, list: true, firms: true });
      } else if (firms && item !== null) {
        const [from, to] = [item[0].length, itemEnd(line, item[0].length)];
        zones.push({ start: start + from, end: start + to, list: true, firms: true });
      } else if (PRESENT.test(label) && isOfFirms(line, colon + 1)) {
        for (const [from, to] of bareItems(line, colon + 1))
          zones.push({ start: start + from, end: start + to, list: true, firms: true });
      } else if (PRESENT.test(label) || (PRESENT.test(bare) && bare.split(" ").length <= 6)) {
        open = true;
        add(colon < 0 ? line.length : colon + 1, true);
      } else if (colon >= 0 && (ONE.test(label) || isCalling(label, line.slice(colon + 1)))) {
        add(colon + 1, !SPEAKS.test(label) && (ONE.test(label) || CALLING.test(label)));
        signing = 0;
      } else if (GREETING.test(bare)) {
        const comma = line.indexOf(",");
        if (comma >= 0) add(comma + 1, false);
        signing = 3;
        open = false;
      } else if (signing > 0 && item === null && bare.split(" ").length <= 7) {
        add(0, false);
        signing--;
      } else if (open && DATED.test(bare)) {
        // when and where it was
      } else if (open && !heading && inList(line, bare, blanks)) {
        add(Math.max(0, colon + 1), true);
      } else {
        open = false;
        signing = 0;
      }
      blanks = 0;
    }
    start = end + 1;
  }
  return zones;
}

/** Where the name ends in an item: before a remark. */
const itemEnd = (line: string, from: number): number => {
  const remark = line.slice(from).search(/ \(| [-–] |[,:;]/);
  return remark < 0 ? line.length : from + remark;
};

/** The items of a line that is nothing but an enumeration of names; none when it says more. */
function bareItems(line: string, from: number): [number, number][] {
  const items: [number, number][] = [];
  for (const { 0: words, index } of line.slice(from).matchAll(/[^,;/]+/g)) {
    let at = from + index;
    for (const part of words.split(/(?<= )(?:en|of)(?= )/)) {
      const name = part.trim().replace(/\.$/, "");
      const start = line.indexOf(name, at);
      at = start + name.length + 1;
      if (name === "") continue;
      if (!/^\p{Lu}[^.!?]{1,40}$/u.test(name.replace(LEGAL, "")) || name.split(" ").length > 5)
        return [];
      items.push([start, start + name.length]);
    }
  }
  return items.length > 1 ? items : [];
}

const LEGAL = /,? (?:B\.?V|N\.?V|V\.?O\.?F|U\.?A)\.?$/;

/** "Deelnemers: Medipoint, Haldan B.V. en Wever & Zn.": firms, for some surely are and nobody is named among them. */
function isOfFirms(line: string, from: number): boolean {
  const items = bareItems(line, from).map(([start, end]) => line.slice(start, end));
  const people = items.some((item) => {
    const [first = ""] = item.split(" ");
    return first.endsWith(".") || TITLES.has(first.toLowerCase()) || isFirstName(first);
  });
  const firms = items.filter((item) => LEGAL.test(item) || / & /.test(item) || isKnownFirm(item));
  return !people && firms.length > 1;
}

const columnOf = (head: string): "people" | "firms" | null =>
  COLUMN.test(head) ? "people" : FIRM_COLUMN.test(head) ? "firms" : null;

const isCalling = (label: string, rest: string): boolean =>
  (CALLING.test(label) || isRole(label.slice(label.lastIndexOf(" ") + 1))) &&
  rest.trim().split(/\s+/, 8).length <= 6;

/** Without marks of headings, items and stress, in small letters. */
function bareOf(line: string): string {
  return line
    .slice(0, 200)
    .replace(/[*_#>•\u200b]/g, "")
    .trim()
    .replace(/^[-–o]\s+/, "")
    .replace(/^\d{1,2}[.)]\s+/, "")
    .replace(/:$/, "")
    .trim()
    .toLowerCase();
}

/** "donderdag 20 november 2025, De Schakel". */
const DATED =
  /^(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),? )?\d{1,2} (?:jan|feb|maart|mrt|apr|mei|juni|juli|aug|sep|okt|nov|dec)[a-z]{0,6}\.? (?:19|20)\d\d/;

/** Whether a line goes on with a list of those present: an item, names with commas, or a few words. */
function inList(line: string, bare: string, blanks: number): boolean {
  if (/^\s*(?:[-*•–]|\d{1,2}[.)])\s/.test(line)) return true;
  if (blanks > 0) return false;
  const words = bare.split(" ").length;
  return words <= 8 || (bare.split(/[,;]/).length > words / 5 && !/[a-z]\. \p{L}/u.test(bare));
}

/** Whether a table begins: with bars, or "nr;achternaam;voornaam", where one of the heads is known. */
const isHead = (line: string, sign: string): boolean =>
  line.trimStart().startsWith("|") ||
  cellsOf(line, sign).some(({ words }) => columnOf(words.toLowerCase()) !== null);
