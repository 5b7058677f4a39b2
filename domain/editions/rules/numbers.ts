/** Where an edition stands among those of its dossier; `minor` is 0 for a definitive one. */
export interface EditionPlace {
  major: number;
  minor: number;
}

/** `2` of a definitive edition; `1.1` of the first concept after edition 1; `0.1` of the first of all. */
export function numberOf({ major, minor }: EditionPlace): string {
  return minor === 0 ? String(major) : `${major}.${minor}`;
}

/** The place that a number says; null for what is none. */
export function placeOfNumber(number: string): EditionPlace | null {
  const [, major, minor] = /^(0|[1-9]\d{0,4})(?:\.([1-9]\d{0,4}))?$/.exec(number) ?? [];
  if (major === undefined) return null;
  const place = { major: Number(major), minor: Number(minor ?? 0) };
  return place.major + place.minor > 0 ? place : null;
}

/** Whether codes are fixed in an edition of this number: from the first definitive one on. */
export function codesAreFixed(number: string): boolean {
  return (placeOfNumber(number)?.major ?? 0) > 0;
}
