import type { NameForm } from "./forms";
import { SURNAMES } from "./surnames";

/** "Ziekenhuis" behind "Jeroen Bosch": a house, a fund or a place that was called after somebody. */
export const isCalledAfter = (small: string): boolean => CALLED_AFTER.test(small);

const CALLED_AFTER =
  /^\p{L}{0,20}(?:ziekenhuis|gasthuis|kazerne|theater|trofee|school|college|lyceum|museum|stichting|fonds|prijs|instituut|kliniek|arena|zaal|plein|park|universiteit|academie|bibliotheek|brug|tunnel|kanaal|stadion|hospice|kerk|toernooi|fabriek)$/u;

/** "Jan Ligthartcomplex", "Willem Wilminkroute": what was called after somebody, by its ending. */
export const isPlaceName = (last: string, { words }: Pick<NameForm, "words">): boolean =>
  words.length > 1 && (isCalledAfterSurname(last) || endsAsPlace(last));

/** "Ariënsgebouw", "Prinsenflat", "Speijkvaart": a name with what was called after it, in one word. */
export const endsAsPlace = (small: string): boolean =>
  /^\p{L}{4,}(?:complex|viaduct|aquaduct|sluis|haven|flat|route|wandeling|kerk|buurt|wijk|park|tunnel|toren|molen|hal|cup|loop|lezing|norm|model|gebouw|woning|straatje|basiliek|gasthuis|hofje|vaart|kwartier|brug|plas|plassen|zaal|kazerne|bad|court|huisje|plantsoen|terrein|garage|passage|galerij|monument|fontein|bosje|eiland|sportpark|veldje)$/u.test(
    small,
  ) && !SURNAMES.has(small.slice(0, 1).toUpperCase() + small.slice(1));

/** Whether a word ends as a house, a place or a fund that bears a name. */
export const isPlaceEnd = (small: string): boolean => isCalledAfter(small) || endsAsPlace(small);

/** "Prinsenflat", "Oranjebuurt": of these endings no surname is made. */
export const isSurelyPlace = (small: string): boolean =>
  /^\p{L}{3,}(?:complex|viaduct|aquaduct|flat|route|buurt|tunnel|hal|zaal|gebouw|woning|garage|plantsoen|kazerne|terrein|veldje|gasthuis|ziekenhuis|kwartier)$/u.test(
    small,
  );

/** "gymzaal", "wijkcentrum", "raadzaal": what stands before whom it was called after. */
export const isBuilding = (small: string): boolean =>
  /^\p{L}{0,14}(?:zaal|hal|gebouw|theater|schouwburg|sportcentrum|sportpark|wijkcentrum|buurtcentrum|dorpshuis|wijkgebouw|zwembad|stadion|viaduct|brug|sluis|haven|gemaal|molen|school|college|lyceum|flat|toren|halte|pont|veerpont|veerboot|kapel|kerk|klooster|kazerne|paviljoen|clubhuis|bibliotheek|speeltuin|metrostation|aquaduct)$/u.test(
    small,
  );

/** "Bram Ladage-friet", and not "Bakker-de Wit" or "Heuvel-van Dijk": behind the stroke stands a thing. */
export const isCompoundThing = (word: string): boolean =>
  /\p{Ll}-\p{Ll}{3,}$/u.test(word) && !/-(?:van|den|der|ten|ter|het)$/u.test(word);

/** "Jan Steenhof", "Van Goghhuis": a surname, and what was called after it. */
function isCalledAfterSurname(last: string): boolean {
  const stem =
    /^(\p{L}{3,})(?:hof|huis|huisje|burg|pad|veld|hal|zaal|bos|baan|brug|poort|dijk|toren|gebouw|route)$/u.exec(
      last,
    )?.[1] ?? "";
  const word = stem.slice(0, 1).toUpperCase() + stem.slice(1);
  return SURNAMES.has(word) && !SURNAMES.has(last.slice(0, 1).toUpperCase() + last.slice(1));
}
