import type { SegmentKind } from "@/db/vocabulary";
import type { ReasonCode } from "@/domain/proposal/model";

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
  | "label"
  | "open";

const PROCEDURAL =
  /^(?:welkom|opening|voorstel(?:len|ronde)|kennismaking|agenda|(?:toelichting\s+(?:op\s+)?(?:het\s+)?)?programma|proces\b|planning|doel\b|mededelingen|aanwezig|afwezig|aanleiding|(?:vaststelling|verslag)\s|vorig\s+verslag|werkwijze|spelregels|ingekomen|huishoudelijk|uitleg\s+(?:over\s+)?(?:het\s+)?(?:programma|proces)|actielijst|actiepunten|besluitenlijst|vervolg(?:stappen|afspraken|proces)?\b|volgende\s+(?:bijeenkomst|vergadering|overleg))/i;

const CLOSING = /^(?:(?:rondvraag\s+en\s+)?(?:afsluiting|sluiting|einde|afronding))(?:\s|$)/i;

/** Reads a heading; the number before it does not count. */
export function sectionOf(heading: string): Section {
  const words = heading.replace(/^\d+(?:\.\d+)*[.)]?\s+/, "").trim();
  if (CLOSING.test(words)) return "closing";
  if (PROCEDURAL.test(words)) return "procedural";
  if (/^(?:contact|vragen\s*(?:\/|en|of)\s*opmerkingen|meer\s+(?:informatie|weten))/i.test(words)) {
    return "contact";
  }
  if (/^(?:reacties?|discussie|in de discussie|bespreking|toelichting|antwoord)/i.test(words)) {
    return "label";
  }
  return announcedBy(words);
}

/** Reads what a heading or an introducing line announces. */
export function announcedBy(words: string): Section {
  const worries = /\b(?:zorgen|zorgpunten|knelpunten|risico'?s|bezwaren|minpunten)\b/i.test(words);
  const hopes = /\b(?:verwachtingen|verwachting|wensen|hoop|kansen)\b/i.test(words);
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
    /^(?:tevreden|complimenten|pluspunten|sterke punten|positie(?:f|ve punten)|wat gaat (?:er )?goed)/i.test(
      words,
    )
  ) {
    return "compliment";
  }
  if (/\b(?:werkafspraken|afspraken)\b/i.test(words)) return "agreement";
  if (/^wat\s+(?:doet|doen|kan|kunnen|mag|biedt)\b/i.test(words)) {
    return /\b(?:niet|geen)\b/i.test(words) ? "doesNot" : "does";
  }
  return /^(?:openstaande |veelgestelde )?vragen$/i.test(words) ? "question" : "open";
}

/** The guess for an unlabelled piece below such a heading; null when it says nothing. */
export function guessInSection(section: Section, words: string): Guess | null {
  switch (section) {
    case "compliment":
      return { kind: "compliment", reason: "complimentHeading", confidence: 0.8 };
    case "concern":
      return { kind: "concern", reason: "concernHeading", confidence: 0.8 };
    case "expectation":
      return { kind: "expectation", reason: "expectationHeading", confidence: 0.8 };
    case "advice":
      return { kind: "advice", reason: "adviceHeading", confidence: 0.7 };
    case "question":
      return { kind: "question", reason: "questionHeading", confidence: 0.8 };
    case "mixed":
      return hopeOrWorry(words);
    case "does":
      return { kind: "remark", reason: "remarkDoes", confidence: 0.75 };
    case "doesNot":
      return { kind: "remark", reason: "remarkDoesNot", confidence: 0.75 };
    case "agreement":
      return { kind: "remark", reason: "remarkAgreement", confidence: 0.75 };
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
const STRONG_CONCERN =
  /\b(?:(?:maakt|maken)\s+(?:zich|ons)\s.{0,20}zorgen|zorgen\s+over|bezorgd|bang\s+(?:dat|voor)|vre(?:est|zen)\s|knelpunt(?:en)?|frustratie|spanningsveld|een\s+probleem\s+is|valkuil|zorgelijk|onwenselijk)\b/i;
const WEAK_CONCERN =
  /\b(?:onduidelijk(?:heid)?|lastig|moeilijk|te\s+(?:hoog|druk|weinig|laat|lang|zwaar)|niet\s+(?:goed|wenselijk)|loopt\s+niet|nadeel|risico)\b/i;
/** A weak word decides only about a short piece; in a long one it is one aspect among others. */
const SHORT_PIECE = 130;

/** What the words themselves say, for a piece without a label; null when they say nothing sure. */
export function guessByWords(words: string, careful: boolean): Guess | null {
  if (ADVICE.test(words)) return { kind: "advice", reason: "adviceWords", confidence: 0.65 };
  if (COMPLIMENT.test(words) && !STRONG_CONCERN.test(words)) {
    return { kind: "compliment", reason: "complimentWords", confidence: 0.55 };
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

const WELCOME =
  /\b(?:welkom aan|heet (?:iedereen |allen |de aanwezigen )?(?:van harte )?welkom|voorstelronde|geluidsopname|worden notulen gemaakt|opent (?:de|het))\b/i;
const THANKS =
  /\b(?:dank aan|bedankt voor|worden (?:van harte )?bedankt|dankt (?:iedereen|allen|de aanwezigen)|sluit (?:de|het) (?:bijeenkomst|vergadering|overleg))\b/i;
/** Telephone numbers, addresses for mail, and the furniture of a web page. */
const FURNITURE =
  /(?:\btel(?:efoon)?\.?\s*(?::\s*)?\+?\d|\b0\d{1,3}[ -]?\d{6,8}\b|[^\s@]@[^\s@.]+\.[^\s@]|\bjavascript\b|\bspambots?\b|\be-?mailadres\b|\bcookies?\b|^pagina \d+|^(?:print|deel|terug naar)\b)/i;

/** Organisation of the occasion itself, recognised by its words wherever it stands. */
export function guessProcedural(words: string): Guess | null {
  if (words.length > 400) return null;
  if (WELCOME.test(words)) return { kind: "procedural", reason: "welcome", confidence: 0.9 };
  if (THANKS.test(words)) return { kind: "procedural", reason: "closing", confidence: 0.85 };
  if (words.length <= 200 && FURNITURE.test(words)) {
    return { kind: "procedural", reason: "contact", confidence: 0.75 };
  }
  return null;
}
