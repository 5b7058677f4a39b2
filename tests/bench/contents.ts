import { FIRST_NAMES, LAST_NAMES } from "./words";

export interface Size {
  requirements: number;
  reactions: number;
}

/** How many of everything a dossier of this size gets: what the bench expects to find back. */
export interface Contents extends Size {
  chapters: number;
  consultations: number;
  statements: number;
  groups: number;
  coreValues: number;
  /** Reactions whose words stand in imported minutes. */
  quoted: number;
  /** Reactions with at least one kernwaarde. */
  coded: number;
  /** Loose words of the minutes with a kernwaarde. */
  loosePassages: number;
  dropped: number;
  /** People who are named as speakers, on whom was decided what others read. */
  people: number;
  /** Requirements without a link and with a reason for that. */
  motivated: number;
  /** Requirements without a link and without a reason. */
  withoutSource: number;
}

export const GROUPS = ["Ouders", "Scholen", "Chauffeurs", "Begeleiders", "Wijkteam", "Leerlingen"];
/** Requirements in one chapter: about what a long Programma van Eisen has. */
export const PER_CHAPTER = 50;
/** One in `n`, counted from the first: how many of 1…total have `i % n = 0`. */
const everyNth = (total: number, n: number) => Math.floor(total / n);

export function contentsOf({ requirements, reactions }: Size): Contents {
  const dropped = everyNth(requirements, 100);
  // i % 20 = 0 has no link; of those i % 40 = 0 has a reason. Dropped ones (i % 100) count for neither.
  const unlinked = everyNth(requirements, 20) - everyNth(requirements, 100);
  const motivated = everyNth(requirements, 40) - everyNth(requirements, 200);
  return {
    requirements,
    reactions,
    chapters: Math.max(2, Math.ceil(requirements / PER_CHAPTER)),
    consultations: Math.max(2, Math.ceil(reactions / 500)),
    statements: Math.max(4, Math.ceil(reactions / 100)),
    groups: GROUPS.length,
    coreValues: Math.max(5, Math.ceil(requirements / 20)),
    quoted: everyNth(reactions, 4),
    coded: everyNth(reactions, 5) * 3,
    loosePassages: everyNth(reactions, 50),
    dropped,
    people: FIRST_NAMES.length * LAST_NAMES.length,
    motivated,
    withoutSource: unlinked - motivated,
  };
}
