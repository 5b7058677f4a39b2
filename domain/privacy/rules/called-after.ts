import type { NameForm } from "./forms";
import { SURNAMES } from "./surnames";

/** "Ziekenhuis" behind "Jeroen Bosch": a house, a fund or a place that was called after somebody. */
export const isCalledAfter = (small: string): boolean => CALLED_AFTER.test(small);

const CALLED_AFTER =
  /^\p{L}{0,20}(?:ziekenhuis|school|college|lyceum|museum|stichting|fonds|prijs|instituut|kliniek|arena|zaal|plein|park|universiteit|academie|bibliotheek|brug|tunnel|kanaal|stadion|hospice|kerk|toernooi|fabriek)$/u;

/** "Jan Ligthartcomplex", "Willem Wilminkroute": what was called after somebody, by its ending. */
export const isPlaceName = (last: string, { words }: NameForm): boolean =>
  words.length > 1 &&
  (isCalledAfterSurname(last) ||
    /^\p{L}{4,}(?:complex|route|wandeling|kerk|buurt|wijk|park|tunnel|toren|molen|hal|cup|loop|lezing|norm|model|gebouw|woning|straatje|basiliek|gasthuis|hofje)$/u.test(
      last,
    ));

/** "Jan Steenhof", "Van Goghhuis": a surname, and what was called after it. */
function isCalledAfterSurname(last: string): boolean {
  const stem =
    /^(\p{L}{3,})(?:hof|huis|huisje|burg|pad|veld|hal|zaal|bos|baan|brug|poort|dijk|toren|gebouw|route)$/u.exec(
      last,
    )?.[1] ?? "";
  const word = stem.slice(0, 1).toUpperCase() + stem.slice(1);
  return SURNAMES.has(word) && !SURNAMES.has(last.slice(0, 1).toUpperCase() + last.slice(1));
}
