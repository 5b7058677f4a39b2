import type { ModeratedState } from "@/db/vocabulary";
import { codePointLength } from "../text/rules";
import type { LogOutcome, Sign } from "./model";

/** From so many code points on a reaction may be about several things. */
const LONG = 600;

const LINK = /\bhttps?:\/\/\S|\bwww\.[a-z0-9]|[a-z0-9]\.(?:nl|com|org|net|eu|be|info)\b/i;

/**
 * Words that hardly ever stand in a reaction and mean no harm. A hint for who reads: what may be meant otherwise, such as an
 * illness, is asked about all the same, and nothing follows from it by itself.
 */
const COARSE: ReadonlySet<string> = new Set([
  "achterlijk",
  "achterlijke",
  "asociaal",
  "asociale",
  "debiel",
  "debielen",
  "eikel",
  "eikels",
  "fuck",
  "fucking",
  "flikker",
  "flikkers",
  "godverdomme",
  "hoer",
  "hoeren",
  "idioot",
  "idioten",
  "kanker",
  "klootzak",
  "klootzakken",
  "klote",
  "kut",
  "kutzooi",
  "lul",
  "lullen",
  "mongool",
  "mongolen",
  "neger",
  "negers",
  "nikker",
  "nikkers",
  "shit",
  "sukkel",
  "sukkels",
  "tering",
  "teringzooi",
  "trut",
  "trutten",
  "tyfus",
]);

/** Fewest stems that two reactions have in common before somebody is asked whether they say the same. */
export const FEWEST_STEMS = 3;
/** And which part that is at least of all that both have: twice the common ones by the sum (Dice). */
export const LEAST_ALIKE = 0.6;

/** Whether a text that is cut before this place (code points) is cut within one of these. */
export const isWithin = (cut: number, places: readonly { start: number; end: number }[]): boolean =>
  places.some(({ start, end }) => start < cut && cut < end);

/** What of a reaction somebody should look at before it is placed; the first is said first. */
export function signsOf(
  text: string,
  known: {
    flags: number;
    searched: boolean;
    found: number;
    sameAs: number | null;
    likeTo: number | null;
  },
): Sign[] {
  const signs: Sign[] = [];
  if (known.flags > 0) signs.push("flagged");
  if (known.found > 0) signs.push("personalData");
  if (isCoarse(text)) signs.push("offensive");
  if (LINK.test(text)) signs.push("link");
  if (known.sameAs !== null) signs.push("double");
  else if (known.likeTo !== null) signs.push("alike");
  if (codePointLength(text) > LONG) signs.push("long");
  if (!known.searched) signs.push("unsearched");
  return signs;
}

function isCoarse(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => COARSE.has(word));
}

/** What the log says of a decision; null for placing what waited. */
export function outcomeOf(before: ModeratedState, after: ModeratedState): LogOutcome | null {
  if (after === "refused") return before === "placed" ? "takenAway" : "refused";
  if (after === "waiting") return before === "waiting" ? null : "reopened";
  if (before === "refused") return "putBack";
  return before === "placed" && after === "placed" ? "stays" : null;
}
