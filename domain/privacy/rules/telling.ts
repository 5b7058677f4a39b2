import { isFirstName } from "./first-names";
import { isKind } from "./kinds-of";
import { isNameInSmall } from "./small";
import { SURNAMES } from "./surnames";
import { isKnownTown } from "./towns";
import { isNoName, isPlace, isRole } from "./words";

/** From this length on a name is hardly ever a word that nobody listed. */
const LONG = 5;

/**
 * Whether a word of a name tells who it is by itself, however it is written: "Vriesma", and not "Bakker", "Meer" or "Roos",
 * which are words too.
 */
export function tellsAlone(word: string): boolean {
  const small = word.toLowerCase();
  const name = small.slice(0, 1).toUpperCase() + small.slice(1);
  if (isFirstName(name)) return isNameInSmall(small);
  if (small.length < LONG || SURNAMES.has(name) || isKind(small) || isRole(small)) return false;
  return !isKnownTown(small) && !isPlace(small) && !isNoName(small);
}
