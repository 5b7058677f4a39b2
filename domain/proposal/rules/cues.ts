import type { SegmentKind } from "@/db/vocabulary";
import type { ReasonCode } from "@/domain/proposal/model";
import { announcesPresent } from "@/domain/proposal/rules/present";

/** A proposal for one segment, before it has a place. */
export interface Guess {
  kind: SegmentKind;
  reason: ReasonCode;
  confidence: number;
}

/** What a heading, or a line that introduces a list, makes of what stands below it. */
export type Section =
  | "procedural"
  | "closing"
  | "contact"
  | "compliment"
  | "concern"
  | "expectation"
  | "mixed"
  | "advice"
  | "question"
  | "does"
  | "doesNot"
  | "agreement"
  | "action"
  | "decision"
  | "present"
  | "statements"
  | "answers"
  | "outcome"
  | "label"
  | "open";

const PROCEDURAL =
  /^(?:welkom|opening|voorstel(?:len|ronde)|kennismaking|agenda|(?:toelichting\s+(?:op\s+)?(?:het\s+)?)?programma|proces\b|planning|doel\b|mededelingen|aanleiding|(?:vaststelling|verslag)\s+(?:(?:van\s+)?(?:de\s+|het\s+)?(?:vorige?|vergadering|overleg|bijeenkomst|\d))|vorig\s+verslag|werkwijze|spelregels|ingekomen|huishoudelijk|uitleg\s+(?:over\s+)?(?:het\s+)?(?:programma|proces)|vervolg(?:stappen|afspraken|proces)?\b|volgende\s+(?:bijeenkomst|vergadering|overleg))/i;

const CLOSING = /^(?:(?:rondvraag\s+en\s+)?(?:afsluiting|sluiting|einde|afronding))(?:\s|$)/i;

/** A heading without its number, nor "Agendapunt 3:". */
export function headingWords(heading: string): string {
  return heading
    .replace(/^(?:(?:agenda)?punt\s+)?\d{1,2}(?:\.\d{1,2}){0,3}\s?[.):]?\s+/i, "")
    .replace(/^[a-z][.)]\s+/i, "")
    .trim();
}

const WHAT_NEXT =
  /^(?:(?:en|hoe)\s(?:gaat het\s|gaan we\s|nu\s)?(?:nu|verder)|(?:en\s)?(?:hoe|wat)\s(?:\S+\s){0,3}(?:gebeurt|gebeuren|doen|doet|gaan|nu)\s(?:\S+\s){0,5}?(?:nu|verder|ermee|hiermee|mee|doen|met\s(?:\S+\s){0,4}\S+(?:\sdoen)?)|hoe\snu\sverder|wat\snu)\?$/i;

/** "Hoe nu verder?", "Wat doen we met uw inbreng?": the paper asks it itself, to say how it goes on. */
export function asksWhatNext(words: string): boolean {
  return WHAT_NEXT.test(words);
}

/** "Beantwoording", "Reactie van het college", "Antwoord gemeente". */
const OF_THE_HOUSE =
  /^(?:beantwoording|(?:reactie|antwoord(?:en)?|standpunt|commentaar)\s+(?:(?:van|door)\s+(?:de\s|het\s)?)?(?:gemeente|college|b&w|wethouder|organisatie|opdrachtgever|bestuur|initiatiefnemer|aanbestedende))/i;

/** Reads a heading; the number before it does not count. */
export function sectionOf(heading: string): Section {
  const words = headingWords(heading);
  if (announcesPresent(words)) return "present";
  if (/^(?:de\s+)?stellingen\b/i.test(words)) return "statements";
  if (CLOSING.test(words)) return "closing";
  if (PROCEDURAL.test(words)) return "procedural";
  if (/^(?:contact|vragen\s*(?:\/|en|of)\s*opmerkingen|meer\s+(?:informatie|weten))/i.test(words)) {
    return "contact";
  }
  if (OF_THE_HOUSE.test(words)) return "answers";
  if (/^(?:gevolg(?:en)?|aanpassing(?:en)?|wijziging(?:en)?)\s(?:voor|in|van|aan)\b/i.test(words)) {
    return "outcome";
  }
  if (
    /^(?:(?:samenvatting\s+(?:van\s+)?(?:de\s+)?)?(?:reacties?|inspraakreacties?)|inbreng|zienswijzen?|discussie|in de discussie|bespreking|toelichting|antwoord)/i.test(
      words,
    )
  ) {
    return "label";
  }
  return announcedBy(words);
}

/** Reads what a heading or an introducing line announces. */
export function announcedBy(words: string): Section {
  if (/\bstellingen\b/i.test(words) && /:$/.test(words)) return "statements";
  // An analysis of risks is a paper; nobody worries in its title.
  if (/(?:analyse|overzicht|inventarisatie|register|beheersing)\b/i.test(words)) return "open";
  const worries = /\b(?:zorgen|zorgpunten|knelpunten|risico'?s|bezwaren|minpunten)\b/i.test(words);
  const hopes =
    /\b(?:verwachtingen|verwachting|wat\s(?:\S+\s){0,2}(?:verwacht(?:en|t)?|hoopt?|hopen)|wensen|hoop|kansen)\b/i.test(
      words,
    );
  if (worries && hopes) return "mixed";
  if (worries) return "concern";
  if (hopes) return "expectation";
  if (
    /\b(?:aand\S{1,4}punten|aanbevelingen|advie(?:s|zen)|tips|suggesties|verbeterpunten)\b/i.test(
      words,
    )
  ) {
    return "advice";
  }
  if (
    /^(?:tevreden|complimenten|pluspunten|sterke punten|positie(?:f|ve punten)|wat (?:gaat|ging|loopt) (?:er |al )?goed|tops$)/i.test(
      words,
    )
  ) {
    return "compliment";
  }
  if (/^wat (?:kan|moet|kunnen|zou) (?:er |het |we )?(?:nog |echt )?beter\b/i.test(words))
    return "advice";
  if (/^wat (?:gaat|ging|loopt) (?:er |nog )?(?:niet|minder|mis)\b/i.test(words)) return "concern";
  if (
    /^(?:(?:openstaande |nieuwe )?actie(?:s|punten|lijst)?|toezeggingen|wie doet wat|to ?do|doen)\b/i.test(
      words,
    )
  )
    return "action";
  if (/^(?:besluit(?:en|enlijst)?|genomen besluiten)\b/i.test(words)) return "decision";
  if (/\b(?:besloten|besluit(?:en)?)\b/i.test(words) && /:$/.test(words)) return "decision";
  if (/\bafgesproken\b/i.test(words) && /:$/.test(words)) return "agreement";
  if (/^samenwerking\s(?:met|tussen)\b/i.test(words)) return "agreement";
  if (/^(?:zo|hoe)\s(?:werken|doen)\s(?:we|wij)\s(?:het\s)?samen\b/i.test(words))
    return "agreement";
  if (
    /\b(?:werkafspraken|afspraken|afgesproken|spreken (?:we|wij)(?: met u)? af|samenwerkingsafspraken)\b/i.test(
      words,
    )
  ) {
    return "agreement";
  }
  if (
    /^(?:(?:haar|zijn|hun|onze|de|belangrijkste)\s+)?(?:kern)?(?:taken|werkzaamheden|verantwoordelijkheden|werkwijze van de)\b|^(?:wel|wel doen)$|^dit\s(?:doet|doen)\b(?!.*\b(?:niet|geen)\b)|\btaken en (?:verantwoordelijkheden|rol)/i.test(
      words,
    )
  )
    return "does";
  if (
    /^(?:(?:ook\s)?niet(?:\swel)?:?|geen\staken?\b|wat\s.{0,30}\bniet\b|(?:hoort|horen)\s(?:er\s)?niet\sbij|buiten\s(?:de\s)?(?:rol|opdracht|taak)|(?:wat\s)?valt\s(?:er\s)?(?:niet|buiten)|dit\s(?:doet|doen)\s.{1,40}\s(?:niet|geen)\b|grenzen|begrenzing|uitgesloten|uitsluitingen|behoort\sniet)/i.test(
      words,
    )
  )
    return "doesNot";
  if (/^wat\s+(?:doet|doen|kan|kunnen|mag|biedt|hoort)\b(?!\s(?:we|wij|er|gaan)\b)/i.test(words)) {
    return /\b(?:niet|geen)\b/i.test(words) ? "doesNot" : "does";
  }
  return /^(?:openstaande |veelgestelde )?vragen$/i.test(words) ? "question" : "open";
}

/** The guess for an unlabelled piece below such a heading; null when it says nothing. */
export function guessInSection(section: Section, words: string): Guess | null {
  switch (section) {
    case "compliment":
      return { kind: "compliment", reason: "complimentHeading", confidence: 0.7 };
    case "concern":
      return { kind: "concern", reason: "concernHeading", confidence: 0.8 };
    case "expectation":
      return { kind: "expectation", reason: "expectationHeading", confidence: 0.8 };
    case "advice":
      return { kind: "advice", reason: "adviceHeading", confidence: 0.5 };
    case "question":
      return { kind: "question", reason: "questionHeading", confidence: 0.8 };
    case "mixed":
      return hopeOrWorry(words);
    case "does":
      return { kind: "task", reason: "taskHeading", confidence: 0.85 };
    case "doesNot":
      return { kind: "exclusion", reason: "exclusionHeading", confidence: 0.7 };
    case "agreement":
      return { kind: "agreement", reason: "agreementHeading", confidence: 0.7 };
    case "outcome":
      return { kind: "remark", reason: "remarkResult", confidence: 0.6 };
    case "action":
      return { kind: "action", reason: "actionHeading", confidence: 0.7 };
    case "decision":
      return { kind: "decision", reason: "decisionHeading", confidence: 0.7 };
    default:
      return null;
  }
}

const WORRY =
  /\b(?:geen|niet|nooit|onduidelijk\w*|onzeker\w*|eng|bang|lastig|wisselende?|te (?:weinig|veel|laat|lang|druk|hoog)|moet(?:en)? eerst|verlies|minder|gemis|wachttijd\w*|vertraging)\b/i;
const HOPE =
  /\b(?:zal|zullen|kan|kunnen|wordt|worden|sneller\w*|beter\w*|korte\w*|makkelijk\w*|eerder|graag|hopen|verwacht\w*|laagdrempelig\w*)\b/i;

function hopeOrWorry(words: string): Guess {
  if (words.includes("?")) return { kind: "concern", reason: "concernQuestion", confidence: 0.5 };
  if (WORRY.test(words)) return { kind: "concern", reason: "concernWords", confidence: 0.65 };
  if (HOPE.test(words))
    return { kind: "expectation", reason: "expectationWords", confidence: 0.65 };
  return { kind: "concern", reason: "concernHeading", confidence: 0.5 };
}

const ADVICE =
  /\b(?:(?:ge)?pleit(?:en)?\s+voor|(?:wordt|word)\s+gepleit|beveelt\s|bevelen\s.{0,40}\baan\b|aanbevolen|heroverweging|het\s+advies\s+is|ons\s+advies|(?:wij|we|school|scholen|ouders|aanwezigen|deelnemers)\s+advise(?:ert|ren)|verzoe(?:kt|ken)\s+om\s)/i;
const COMPLIMENT =
  /\b(?:complimenten?|(?:zeer|erg|heel|super|is|zijn)\s+(?:tevreden|blij)|blij\s+(?:mee|met|dat)|(?:zeer|erg|heel)\s+prettig|fijn\s+werken|gewoon\s+goed|loopt\s+(?:erg|heel|zeer)\s+goed)\b/i;
const EXPECTATION =
  /\b(?:(?:wij|we)\s(?:hopen|rekenen\s(?:er)?op|gaan\servan\suit)|(?:hopen|rekenen|verwachten)\s(?:wij|we)\s|de\swens\suit\b|(?:rekent|rekenen)\serop\b|(?:hoopt|hopen)\sdat\b|(?:ga|gaat|gaan)\servan\suit\sdat\b)/i;
const STRONG_CONCERN =
  /\b(?:(?:maakt|maken)\s+(?:zich|ons)\s.{0,20}zorgen|zorgen\s+over|bezorgd|bang\s+(?:dat|voor)|vre(?:est|zen)\s|knelpunt(?:en)?|frustratie|spanningsveld|een\s+probleem\s+is|valkuil|zorgelijk|onwenselijk)\b/i;
const WEAK_CONCERN =
  /\b(?:onduidelijk(?:heid)?|lastig|moeilijk|te\s+(?:hoog|druk|weinig|laat|lang|zwaar)|niet\s+(?:goed|wenselijk)|loopt\s+niet|nadeel|risico)\b/i;
/** A weak word decides only about a short piece; in a long one it is one aspect among others. */
const SHORT_PIECE = 130;

const RESULT =
  /^(?:(?:(?:helemaal |zeer )?(?:mee )?(?:eens|oneens)|neutraal|groen|rood|oranje|links|rechts|ja|nee|soms|nooit|voor|tegen|geen mening|onthoud(?:ing|en)|weet (?:ik )?(?:nog )?niet)\s{0,2}[:=(]?\s{0,2}\d{1,4}\s?%?\)?[,;./\s]{0,3}(?:en\s)?){2,}$/i;
/** Whether a line is nothing but how many were for and against. */
export function isResult(line: string): boolean {
  return line.length <= 90 && RESULT.test(line);
}

/** "Bioscoop (39%)", "Ja, vaak: 22%. Soms: 51%.": how many gave an answer. */
const SHARE = /^[^.!?]{1,70}[(:\s]\d{1,3}(?:,\d)?\s?%\)?(?:[.,;]\s?[^.!?]{1,40}\d\s?%\)?){0,4}\.?$/;
const DECISION =
  /^(?:(?:hierop |unaniem )?(?:besloten|vastgesteld|ingestemd)\s+(?:wordt|is|werd|om)\b|er\s+(?:is|wordt|werd)\s+(?:unaniem\s+)?(?:besloten|ingestemd|vastgesteld)\b|(?:de|het)\s+\S+(?:\s\S+)?\s+(?:besluit|besluiten|stemt\s+(?:unaniem\s+)?in\b|stelt\s.{1,40}\svast\b|gaat\s+akkoord)|(?:de|het)\s.{3,60}\s(?:wordt|is|zijn|worden)\s.{0,40}(?:vastgesteld|goedgekeurd)\.?$)/i;
const AGREED =
  /^(?:(?:er\s+(?:is|wordt|werd)\s+)?afgesproken\b|(?:we|wij|partijen|aanwezigen)\s+spreken\s+af\b|de\s+afspraak\s+is\b)/i;
const ACTION =
  /(?:[.!?]\s[Aa]ctie:?\s\p{Lu}[\p{L}\s,/&-]{1,40}\.?$|\((?:actie|ap|actiehouder)[:\s][^)]{1,40}\)\.?$|^actie\s+\p{Lu}\p{Ll}+\b)/u;
const DOES_SO =
  /^(?:afgesproken\s(?:(?:is|wordt|werd)\s)?dat\s|er\s(?:is|wordt)\safgesproken\sdat\s)(?:\p{Lu}|de\s|het\s)/u;

/** "De agenda wordt vastgesteld", "Het verslag is ongewijzigd goedgekeurd". */
const OF_MEETING =
  /^(?:de\sagenda|het\sverslag|de\snotulen|(?:het|de)\s(?:vorige\s)?(?:verslag|notulen|besluitenlijst)\s(?:van\s.{3,40}))\s(?:wordt|is|zijn|worden)\s.{0,40}(?:vastgesteld|goedgekeurd|akkoord)\b/i;

/** What was decided, who does what: sentences of minutes that bring in nothing. */
export function guessOutcome(words: string): Guess | null {
  if (RESULT.test(words.slice(0, 200))) {
    return { kind: "remark", reason: "remarkResult", confidence: 0.8 };
  }
  if (SHARE.test(words)) return { kind: "remark", reason: "remarkResult", confidence: 0.65 };
  const head = words.slice(0, 160);
  if (OF_MEETING.test(head))
    return { kind: "procedural", reason: "proceduralSection", confidence: 0.8 };
  if (DECISION.test(head)) return { kind: "decision", reason: "decisionWords", confidence: 0.85 };
  if (ACTION.test(words.slice(-60)) || DOES_SO.test(head.charAt(0).toLowerCase() + head.slice(1))) {
    return { kind: "action", reason: "actionWords", confidence: 0.78 };
  }
  if (AGREED.test(head)) return { kind: "agreement", reason: "agreementWords", confidence: 0.6 };
  return null;
}

/** What the words themselves say, for a piece without a label; null when they say nothing sure. */
export function guessByWords(words: string, careful: boolean): Guess | null {
  const outcome = guessOutcome(words);
  if (outcome) return outcome;
  if (ADVICE.test(words)) return { kind: "advice", reason: "adviceWords", confidence: 0.65 };
  if (EXPECTATION.test(words)) {
    return { kind: "expectation", reason: "expectationWords", confidence: 0.6 };
  }
  if (COMPLIMENT.test(words) && !STRONG_CONCERN.test(words)) {
    return { kind: "compliment", reason: "complimentWords", confidence: 0.75 };
  }
  // "Zowel positief als een valkuil" weighs; it does not worry.
  if (careful || /\bzowel\b/i.test(words)) return null;
  if (STRONG_CONCERN.test(words))
    return { kind: "concern", reason: "concernWords", confidence: 0.55 };
  if (words.length <= SHORT_PIECE && WEAK_CONCERN.test(words)) {
    return { kind: "concern", reason: "concernWords", confidence: 0.45 };
  }
  return null;
}

const SIGNED =
  /^(?:(?:wij|ik)\s(?:gaan?|vertrouw(?:en)?|hopen?)\s(?:ervan\suit|erop|dat\swij)?\s?(?:u\s|uw\svragen\s).{0,40}\s(?:geïnformeerd|beantwoord|geïnformeerd\ste\shebben)|(?:met )?(?:(?:vriendelijke|hartelijke|warme) )?groet(?:en|jes)?\b|hoogachtend|geachte\b.{0,60},$|beste\b.{0,40},$|(?:hoi|hallo|dag)\b.{0,30}[,!]$|namens (?:het college|burgemeester|de raad)|burgemeester en wethouders\b|[-–— ]{0,4}(?:einde|eind) (?:van het )?(?:verslag|gesprek|interview|document)|denk aan het milieu)/i;
/** "Bo, 15-11-2024": who wrote it, and when. */
const WRITTEN_BY = /^\p{Lu}[\p{L}. ]{1,30},\s\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/u;
/** "Het verslag is teruggelezen en akkoord bevonden." */
const REREAD =
  /^(?:het|dit)\s(?:gespreks)?verslag\s(?:is|wordt|werd)\s[^.]{0,60}\b(?:teruggelezen|nagelezen|rondgestuurd|toegestuurd|toegezonden)\b/i;
const WELCOME =
  /\b(?:welkom aan|heet (?:iedereen |allen |de aanwezigen )?(?:van harte )?welkom|voorstelronde|geluidsopname|worden notulen gemaakt|opent (?:de|het)|stelt (?:\S+ ){0,6}aan de orde|afwijken van (?:de agenda|het geagendeerde)|geeft (?:\S+ ){1,6}het woord|geeft het woord)\b/i;
const THANKS =
  /\b(?:dank aan|bedankt voor|worden (?:van harte )?bedankt|(?:be)?dankt (?:iedereen|allen|de aanwezigen)|sluit (?:de|het) (?:bijeenkomst|vergadering|overleg))\b/i;
/** Telephone numbers, addresses for mail, and the furniture of a web page. */
const FURNITURE =
  /(?:\btel(?:efoon)?\.?\s*(?::\s*)?\+?\d|\b0\d{1,3}[ -]?\d{6,8}\b|[^\s@]@[^\s@.]+\.[^\s@]|\bjavascript\b|\bspambots?\b|\be-?mailadres\b|\bcookies?\b|^pagina \d+|^(?:print|deel|terug naar)\b)/i;

/** Organisation of the occasion itself, recognised by its words wherever it stands. */
export function guessProcedural(words: string): Guess | null {
  if (words.length > 400) return null;
  if (WELCOME.test(words)) return { kind: "procedural", reason: "welcome", confidence: 0.9 };
  if (THANKS.test(words)) return { kind: "procedural", reason: "closing", confidence: 0.85 };
  if (words.length <= 160 && (SIGNED.test(words) || REREAD.test(words) || WRITTEN_BY.test(words))) {
    return { kind: "procedural", reason: "closing", confidence: 0.85 };
  }
  if (words.length <= 200 && FURNITURE.test(words)) {
    return { kind: "procedural", reason: "contact", confidence: 0.75 };
  }
  return null;
}
