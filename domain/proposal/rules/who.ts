import { headingWords } from "@/domain/proposal/rules/cues";
import type { DocumentRange } from "@/domain/proposal/rules/documents";
import type { Draft } from "@/domain/proposal/rules/reading";
import {
  isFullName,
  isShapedAsName,
  isSpeaker,
  type KnownSpeakers,
  nameAtStart,
  nameBehind,
  readReportedSpeech,
} from "@/domain/proposal/rules/speakers";
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
const FIRST_PERSON = /\b(?:ik|mijn|mij|wij|we|ons|onze)\b/i;

/**
 * Who says each piece, once it is clear what the pieces are: the label, the name the sentence begins
 * with, the heading that is a name, or whoever was speaking and visibly goes on.
 */
export function nameSpeakers(
  document: DocumentRange,
  drafts: readonly Draft[],
  known: KnownSpeakers,
): Draft[] {
  let last: string | null = null;
  let heading: { name: string; level: number } | null = null;
  let labelled = false;
  let author: string | null = null;
  const named = drafts.filter(
    ({ kind, unit }, i) => i > 0 && kind === "heading" && isShapedAsName(baseOf(unit.plain)),
  ).length;
  return drafts.map((draft, i) => {
    const { unit } = draft;
    if (draft.kind === "heading") {
      const level = unit.form === "heading" ? unit.level : 7;
      // A role alone is a subject, unless the headings around it are names, or all reactions.
      const among = heading !== null && heading.level === level;
      const name =
        i === 0
          ? null
          : nameInHeading(unit.plain, known, among || draft.speaker !== null || named > 1);
      if (name !== null) heading = { name, level };
      else if (heading === null || level <= heading.level) heading = null;
      last = null;
      labelled = false;
      if (!/^onderwerp:/i.test(unit.plain)) author = null;
      return { ...draft, speaker: null };
    }
    const sender = SENDER.exec(unit.plain)?.[1];
    if (sender && draft.kind === "procedural") author = senderName(sender);
    else if (unit.label?.type === "reactions" && unit.label.alone) author = null;
    if (draft.kind === "remark" && document.kind === "interview" && heading === null) {
      return { ...draft, speaker: null };
    }
    if (NOBODY_SAYS.has(draft.kind)) {
      if (draft.kind === "statement") last = null;
      return { ...draft, speaker: null };
    }
    const own = shortName(ownName(draft, known));
    if (own !== null && own !== document.speaker) {
      last = own;
      labelled = unit.label !== null;
      return { ...draft, speaker: own };
    }
    if (last !== null && GOES_ON.test(unit.plain)) return { ...draft, speaker: last };
    if (author !== null && draft.kind !== "explanation") return { ...draft, speaker: author };
    if (heading !== null) return { ...draft, speaker: heading.name };
    if (document.speaker !== null) {
      const asked = draft.kind === "question" ? document.interviewer : document.speaker;
      return { ...draft, speaker: asked };
    }
    const goesOn = labelled && last !== null && unit.label === null;
    const same = draft.kind === "answer" || FIRST_PERSON.test(unit.plain.slice(0, 200));
    if (goesOn && same && draft.kind !== "question") return { ...draft, speaker: last };
    labelled = false;
    return draft.speaker === null ? draft : { ...draft, speaker: own };
  });
}

/** Above a mail or a post: whose words stand below it. */
const SENDER = /^(?:van|geplaatst door|naam|afzender)\s?:\s{0,20}([^\s<(:][^<(:\n]{1,50})/i;

/** "Bakker, Lieke" is Lieke Bakker. */
function senderName(written: string): string | null {
  const [sender = ""] = written.split(/\sop\s\d/);
  const [last = "", first] = sender.trim().split(/,\s*/);
  const name = first ? `${first} ${last}` : last;
  return /^(?:de\s|het\s|college|gemeente)/i.test(name) ? null : name;
}

/** Who a piece itself says brings it in: its label, its column, its first words or the ones behind a quote. */
function ownName({ unit, kind, speaker }: Draft, known: KnownSpeakers): string | null {
  const said = speaker ?? inColumn(unit) ?? nameAtStart(unit.plain, known);
  if (said !== null) {
    return unit.label === null && IN_GENERAL.test(said) && TELLS.has(kind) ? null : said;
  }
  const reported = readReportedSpeech(unit.plain, known)?.name ?? null;
  if (reported !== null && !(IN_GENERAL.test(reported) && TELLS.has(kind))) return reported;
  return nameBehind(unit.plain, known);
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
const TELLS: ReadonlySet<string> = new Set(["remark", "explanation", "answer"]);

/** "Wil (sluit om 16.10 uur aan)" is Wil. */
function shortName(name: string | null): string | null {
  if (name === null || !name.trimEnd().endsWith(")")) return name;
  const bracket = name.lastIndexOf("(");
  return bracket > 0 ? name.slice(0, bracket).trim() : name;
}

/** "## Mirthe Slagter, huisarts in Oost", "### Ouderplatform": the one whose words stand below. */
function nameInHeading(written: string, known: KnownSpeakers, among: boolean): string | null {
  const name = baseOf(written);
  if (/^(?:tafel|groep|thema|uitspraak|deel|ronde|stelling|idee|reactie)\s/i.test(name))
    return null;
  if (name.length > 60 || /[?:]/.test(name) || !/^\p{Lu}/u.test(name)) return null;
  if (isFullName(name, known)) return name;
  return among && (isShapedAsName(name) || isSpeaker(name, known)) ? name : null;
}

function baseOf(written: string): string {
  const [words = ""] = headingWords(written).split("(");
  return words.split(/,|\s[-–—]\s/)[0]?.trim() ?? "";
}
