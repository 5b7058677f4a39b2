import { headingWords } from "@/domain/proposal/rules/cues";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import { groupOfWord } from "@/domain/proposal/rules/groups";
import type { Draft, Who } from "@/domain/proposal/rules/reading";
import {
  isCommonFirstName,
  isFullName,
  isName,
  isSpeaker,
  type KnownSpeakers,
  NO_SPEAKERS,
  nameAtStart,
  nameBehind,
  nameInBrackets,
} from "@/domain/proposal/rules/speakers";
import { longestOf } from "@/domain/proposal/rules/tables";
import type { Unit } from "@/domain/proposal/rules/units";

/** Kinds that nobody says. */
const NOBODY_SAYS: ReadonlySet<string> = new Set([
  "heading",
  "procedural",
  "statement",
  "action",
  "decision",
  "task",
  "exclusion",
  "agreement",
]);

/** "Hij adviseert …", "Voorts vraagt zij …": who spoke last goes on. */
const GOES_ON =
  /^(?:(?:hij|zij|ze)\s\p{Ll}|(?:voorts|ook|verder|daarnaast|tot slot)\s\p{Ll}+\s(?:hij|zij|ze)\b)/iu;
/** "…, licht hij toe", "Wel wil zij weten", "Van de gemeente verwacht ze": the verb before the pronoun. */
const GOES_ON_BEHIND =
  /^[^.!?]{0,110}\s(?:zegt|zei|vindt|vond|vertelt|vraagt|vroeg|wil|zou|verwacht|denkt|licht|begint|vervolgt|besluit|noemt|merkt|ziet|hoopt|vreest|meent|stelt|voegt|adviseert|rekent)\s(?:hij|zij|ze)(?=[\s.,;:])/u;
const FIRST_PERSON = /\b(?:ik|mijn|mij|wij|we|ons|onze)\b/i;

/** Notes at each piece who is named as the one who says it: by its own words, or by the heading above. */
export function noticeNames(drafts: readonly Draft[], known: KnownSpeakers): Draft[] {
  const headings = new Headings(drafts, known);
  return drafts.map((draft, i) => {
    if (draft.kind === "heading") {
      headings.enter(draft, i);
      return draft;
    }
    const own = ownName(draft, known);
    if (own !== null) return { ...draft, who: own };
    return headings.name === null
      ? draft
      : { ...draft, who: { name: headings.name, by: "heading" } };
  });
}

/** The heading that says who speaks below it, while reading on. */
class Headings {
  name: string | null = null;
  private level = 0;
  private readonly named: number;

  constructor(
    drafts: readonly Draft[],
    private readonly known: KnownSpeakers,
  ) {
    this.named = drafts.filter(
      ({ kind, unit }, i) => i > 0 && kind === "heading" && isName(baseOf(unit.plain), known),
    ).length;
  }

  /** It names who handed in what stands below it, until that is answered. */
  handedIn = false;
  answered = false;

  enter({ unit, speaker }: Draft, i: number): void {
    const level = unit.form === "heading" ? unit.level : 7;
    // A role alone is a subject, unless the headings around it are names, or all reactions.
    const among =
      (this.name !== null && this.level === level) || speaker !== null || this.named > 1;
    const author = authorIn(unit.plain, this.known);
    const name = author ?? (i === 0 ? null : nameInHeading(unit.plain, this.known, among));
    if (name !== null) [this.name, this.level, this.handedIn] = [name, level, author !== null];
    if (name !== null) this.answered = false;
    else if (this.name === null || level <= this.level) this.name = null;
  }
}

/**
 * Who says each piece, once it is clear what the pieces are: the label, the name the sentence begins
 * with, the heading that is a name, or whoever was speaking and visibly goes on.
 */
export function nameSpeakers(
  document: DocumentRange,
  drafts: readonly Draft[],
  known: KnownSpeakers,
): Draft[] {
  const headings = new Headings(drafts, known);
  let last: Turn | null = null;
  /** Words were broken off, by the foot of a page; what goes on in a small letter is the same. */
  let open = false;
  /** "Tineke noemt drie punten:": the list below it is hers. */
  let list: string | null = null;
  let author: string | null = null;
  let mailed = false;
  return drafts.map((draft, i) => {
    const { unit, noticed } = draft;
    if (draft.kind === "heading") {
      headings.enter(draft, i);
      last = null;
      list = null;
      // What somebody mailed may have headings of its own.
      if (!mailed && !/^onderwerp:/i.test(unit.plain)) author = null;
      return { ...draft, speaker: null };
    }
    const sender = SENDER.exec(unit.plain)?.[1];
    if (sender && draft.kind === "procedural") [author, mailed] = [senderName(sender), false];
    else if (author !== null && SENT.test(unit.plain)) mailed = true;
    else if (unit.label?.type === "reactions" && unit.label.alone) author = null;
    if (draft.kind === "remark" && document.kind === "interview" && headings.name === null) {
      return { ...draft, speaker: null };
    }
    if (NOBODY_SAYS.has(draft.kind)) {
      if (draft.kind === "statement") last = null;
      return { ...draft, speaker: null };
    }
    if (unit.form !== "listItem") list = null;
    const goesOn = open && drafts[i - 1]?.kind === "procedural" && /^\p{Ll}/u.test(unit.plain);
    open = !/[.!?:;)”"’]$/.test(unit.plain);
    const own = said(draft, document, headings);
    if (own !== null && own !== document.speaker) {
      last = {
        name: own,
        labelled: unit.label !== null,
        asks: draft.kind === "question",
        emphasised: unit.emphasised,
      };
      if (unit.plain.endsWith(":")) list = own;
      return { ...draft, speaker: own };
    }
    if (last !== null && (goesOn || GOES_ON.test(unit.plain) || GOES_ON_BEHIND.test(unit.plain)))
      return { ...draft, speaker: last.name };
    if (list !== null) return { ...draft, speaker: list };
    if (author !== null && draft.kind !== "explanation") return { ...draft, speaker: author };
    if (headings.name !== null) {
      // What was handed in is answered under the same heading, and what follows from it stands there too.
      if (headings.handedIn && TELLS.has(draft.kind)) headings.answered = true;
      const other = headings.handedIn && headings.answered;
      return { ...draft, speaker: other ? null : headings.name };
    }
    if (noticed.interviewed !== null) {
      const asked = draft.kind === "question" ? document.interviewer : noticed.interviewed;
      return { ...draft, speaker: asked };
    }
    if (last?.labelled && continuesTurn(draft, last)) {
      return { ...draft, speaker: last.name };
    }
    if (last !== null) last.labelled = false;
    return { ...draft, speaker: null };
  });
}

/** Who spoke last. */
interface Turn {
  name: string;
  labelled: boolean;
  asks: boolean;
  emphasised: boolean;
}

/** A paragraph without a label below one of somebody: more of the same, when the words or the kind say so. */
function continuesTurn({ unit, kind }: Draft, last: Turn): boolean {
  if (unit.label !== null || unit.form === "listItem") return false;
  if (unit.emphasised !== last.emphasised) return false;
  // Who asked does not answer.
  if (kind === "answer") return !last.asks;
  return FIRST_PERSON.test(unit.plain.slice(0, 200));
}

/** Who the piece itself names, unless that is nobody in particular. */
function said(
  { unit, who, kind }: Draft,
  document: DocumentRange,
  headings: Headings,
): string | null {
  if (who === null || who.by === "heading") return null;
  if (who.by === "start" && unit.label === null) {
    if (headings.handedIn && headings.name !== null && HANDED_IN.test(who.name))
      return headings.name;
    if (SOMEBODY.test(who.name) || HOUSE.test(who.name)) return null;
    if (IN_GENERAL.test(who.name) && TELLS.has(kind)) return null;
    if (kind !== "answer" && WILL_DO.test(unit.plain.slice(who.name.length, who.name.length + 80)))
      return null;
    // What a paper says of "de huisarts" is no turn.
    if (document.kind === "information" && /^De \p{Ll}/u.test(who.name)) return null;
  }
  return shortName(who.name);
}

/** Above a mail or a post: whose words stand below it. */
const SENDER =
  /^(?:van|from|geplaatst door|naam|afzender|organisatie|ingediend door|indiener|inspreker|inzender)\s?:\s{0,20}([^\s<(:][^<(:\n]{1,50})/iu;

const SENT = /^(?:verzonden|aan|sent|to)\s?:/i;

/** "Bakker, Lieke" is Lieke Bakker. */
function senderName(written: string): string | null {
  const [sender = ""] = written.split(/\sop\s\d/);
  const [last = "", first] = sender.trim().split(/,\s*/);
  const name = first ? `${first} ${last}` : last;
  return /^(?:\p{Ll}|(?:De|Het)\s|College|Gemeente)/u.test(name) ? null : name;
}

/** Who a piece itself says brings it in: its label, its column, its first words, or the ones behind them. */
function ownName({ unit, speaker }: Draft, known: KnownSpeakers): Who | null {
  const label = unit.label?.speaker ?? inColumn(unit);
  if (label) return { name: label, by: "label" };
  if (speaker !== null && speaker !== unit.reported?.name) return { name: speaker, by: "label" };
  const first = longestOf(unit.cells) ?? unit.plain;
  const start = speaker ?? nameAtStart(first, known) ?? unit.reported?.name;
  if (start) return { name: start, by: "start" };
  const behind = nameInBrackets(unit.plain, known) ?? nameBehind(unit.plain, known);
  return behind === null ? null : { name: behind, by: "behind" };
}

const WHO_COLUMN =
  /^(?:wie|naam|spreker|inspreker|inbrenger|ingebracht door|door|indiener|organisatie|partij|afzender|lid)$/i;

function inColumn({ cells }: Unit): string | null {
  const words = cells.find(({ head }) => WHO_COLUMN.test(head))?.words ?? "";
  return words.length > 1 && words.length <= 60 ? words : null;
}

/** What is told of many, or of the house itself, is said by nobody. */
const IN_GENERAL =
  /^(?:(?:de|een|het|veel|enkele|sommige|meerdere|de meeste)\s)?(?:gemeente|regio|werkgroep|college|raad|inwoners|aanwezigen|deelnemers|bewoners|ouders|school|scholen|opdrachtnemer|aanbieder|inschrijver|leverancier|hulp|coach|medewerker)$/i;
const HOUSE = /^(?:de|het)\s(?:gemeente|regio|werkgroep|stuurgroep|college|raad|commissie)$/i;
/** "Dorien zoekt uit of …", "Tjalling mailt het formulier": what somebody will do. */
const WILL_DO =
  /^\s(?:mailt|belt|stuurt|verstuurt|regelt|agendeert|plant|bestelt|schrijft|verwerkt|nodigt|zorgt\svoor|zoekt\s.{0,60}\suit|stelt\s.{0,50}\sop|zet\s.{0,50}\sop|maakt\s.{0,50}(?:\saf|\sop|opzet)|levert\s|vraagt\s.{0,40}\sna\b|rekent\s.{0,40}\sdoor|neemt\s(?:contact|het\sop))(?=\s|$|\.|,)/;
/** "Een mentor", "Verschillende aanwezigen": somebody, but nobody knows who. */
const SOMEBODY =
  /^(?:een|één|enkele|sommige|veel|vele|meerdere|verschillende|diverse|alle|beide|twee|drie|vier|vijf|zes|andere|iedereen|niemand|men|de (?:meeste|andere|overige|rest))(?:\s|$)/iu;
const TELLS: ReadonlySet<string> = new Set(["remark", "explanation", "answer"]);

/** "Wil (sluit om 16.10 uur aan)" is Wil, "Dhr. Kooistra, Lijsterlaan 44" is Dhr. Kooistra. */
function shortName(written: string): string {
  const bracket = written.trimEnd().endsWith(")") ? written.lastIndexOf("(") : -1;
  const name = bracket > 0 ? written.slice(0, bracket).trim() : written;
  const [person = ""] = name.split(",", 1);
  return person !== name && isFullName(person, NO_SPEAKERS) ? person : name;
}

const HANDED_IN = /^(?:de\s)?(?:indiener|reclamant|inspreker|inzender|respondent)$/i;
/** "Zienswijze 1 (indiener: de heer Brand)". */
const AUTHOR = /\b(?:indiener|reclamant|inspreker|inzender|respondent)s?:\s*([^()|]{2,60})/i;
/** "Reactie 3 – Fietsersbond, afdeling Oost". */
const RECEIVED =
  /^(?:reactie|zienswijze|inspraakreactie|brief|inspreker)\s\d{1,3}\s?[-–—:.]\s?(?=\S)/i;

/** Who handed in what stands below a heading. */
function authorIn(written: string, known: KnownSpeakers): string | null {
  const named = AUTHOR.exec(written)?.[1]?.trim();
  if (named) return named;
  const received = RECEIVED.exec(written)?.[0];
  if (received === undefined) return null;
  const from = baseOf(written.slice(received.length));
  return isName(from, known) || isSpeaker(from, known) ? from : null;
}

/** "## Mirthe Slagter, huisarts in Oost", "### Ouderplatform": the one whose words stand below. */
function nameInHeading(written: string, known: KnownSpeakers, among: boolean): string | null {
  const name = baseOf(written);
  if (/^(?:tafel|groep|thema|uitspraak|deel|ronde|stelling|idee|reactie)\s/i.test(name))
    return null;
  if (name.length > 60 || /[?:]/.test(name) || !/^\p{Lu}/u.test(name)) return null;
  // "## Chauffeurs": whose voices stand below, but not one who speaks.
  if (
    /^\p{Lu}\p{Ll}+(?:s|en)$/u.test(name) &&
    groupOfWord(name) !== null &&
    !isCommonFirstName(name)
  )
    return null;
  if (isFullName(name, known) || isCommonFirstName(name)) return name;
  return among && (isName(name, known) || isSpeaker(name, known)) ? name : null;
}

function baseOf(written: string): string {
  const [words = ""] = headingWords(written).split("(");
  return words.split(/,|\s[-–—]\s/)[0]?.trim() ?? "";
}
