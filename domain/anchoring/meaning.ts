import type { Meaning } from "@/db/vocabulary";

/** Words by which somebody must, may, can, or need not. */
const DUTY =
  words(`moet moeten moest moesten moge mag mogen mocht mochten kan kun kunt kunnen kon konden
  zal zult zullen zou zouden wil wilt willen wilde wilden hoef hoeft hoeven hoefde dien dient dienen diende
  dienden behoort behoren hoort horen verplicht verplichte verplichten verboden toegestaan toestaan vrijwillig
  optioneel eventueel mogelijk mogelijkerwijs wenselijk gewenst streven streeft bij voorkeur voorkeur
  verwacht nodig noodzakelijk uiterlijk direct altijd soms vaak meestal zelden doorgaans alleen uitsluitend
  slechts enkel hooguit zowel of tenzij mits behalve uitgezonderd`);

/** Words that turn a sentence around, and those that stand against each other. */
const NEGATION =
  words(`niet geen nooit niemand niets nergens noch evenmin nauwelijks amper zonder met wel
  onder boven meer minder voor na binnen buiten hoger lager eerder later groter kleiner langer korter eens
  oneens tegen ja nee nauwelijks afgewezen aangenomen akkoord goedgekeurd afgekeurd`);

/** Numbers in words, how many, and when. */
const NUMBER =
  words(`nul een één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien
  vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig
  honderd duizend miljoen miljard half halve helft kwart kwartier anderhalf anderhalve derde eerste tweede
  vierde vijfde zesde zevende achtste negende tiende laatste beide alle allemaal allen ieder iedere elk elke
  sommige enkele enige veel weinig meeste geenszins minimaal maximaal minstens hoogstens tenminste minimum
  maximum ruim circa ongeveer dubbel dubbele januari februari maart april mei juni juli augustus september
  oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag dag dagen dagelijks
  week weken wekelijks maand maanden maandelijks jaar jaren jaarlijks uur uren minuut minuten procent euro`);

/** Beginnings that turn a word around: "wenselijk", "onwenselijk". */
const TURNS = /^(?:on|in|non|niet|anti|a|dis|im|ir|mis)$/;

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}

/** Words that went, that came, and that are spelled otherwise; all as they are compared. */
export interface WordChanges {
  removed: readonly string[];
  added: readonly string[];
  respelled: readonly (readonly [before: string, after: string])[];
}

/**
 * In what other words may mean something else: somebody must or may, it does or does not, how many and
 * when, a question or not. Errs on the side of a person who looks.
 */
export function meaningOf(changes: WordChanges, before: string, after: string): Meaning[] {
  const { removed, added, respelled } = changes;
  const touched = [...removed, ...added, ...respelled.flat()];
  const turned = respelled.some(([a, b]) => turnsAround(a, b));
  const found: Meaning[] = [];
  if (touched.some((word) => DUTY.has(word))) found.push("duty");
  if (turned || touched.some((word) => NEGATION.has(word) || word.startsWith("niet"))) {
    found.push("negation");
  }
  const numbers = touched.some((word) => NUMBER.has(word) || /\p{N}/u.test(word));
  if (numbers || figures(before) !== figures(after)) found.push("number");
  if (questions(before) !== questions(after)) found.push("question");
  return found;
}

function turnsAround(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.endsWith(short) && TURNS.test(long.slice(0, long.length - short.length));
}

/** The figures with their signs, so that 1,5 is not 15 and a per cent counts. */
function figures(text: string): string {
  const found = text.replace(/[‐-―−]/g, "-").match(/[€$]?\p{N}(?:[.,:/-]*\p{N})*[%‰]?/gu);
  return (found ?? []).join(" ");
}

const questions = (text: string) => text.split("?").length;
