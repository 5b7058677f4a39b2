import type { RequirementKind } from "@/db/vocabulary";

/** The letters before the number, as Dutch tenders use them (E1, W1, G1, Gu1). */
export const CODE_PREFIX: Record<RequirementKind, string> = {
  mandatory: "E",
  preference: "W",
  performance: "U",
  suitability: "G",
  award: "Gu",
};

/**
 * The display code: letters of the kind, chapter, place. The numbers run through a chapter whatever
 * the kind, so that "2.3" alone already names one requirement.
 */
export function codeOf(kind: RequirementKind, chapter: number, place: number): string {
  return `${CODE_PREFIX[kind]}-${chapter}.${place}`;
}

/** The codes of a whole document in order; `chapters` holds its requirements in order. */
export function renumbered(
  chapters: { id: string; kind: RequirementKind }[][],
): Map<string, string> {
  const codes = new Map<string, string>();
  chapters.forEach((requirements, chapter) => {
    requirements.forEach(({ id, kind }, place) => {
      codes.set(id, codeOf(kind, chapter + 1, place + 1));
    });
  });
  return codes;
}
