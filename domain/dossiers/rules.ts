/** The part of a dossier's address made from its title: "Zaaksysteem 2027!" becomes "zaaksysteem-2027". */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  return slug || "dossier";
}

/** Whether this can be a dossier's address at all; the rest need not be asked of the database. */
export function isSlug(value: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(value);
}

/** Without l, o, 0 and 1: a code is also read aloud and typed over. 32 signs, so 5 bits each. */
const CODE_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
/** 20 signs of 5 bits: a hundred bits, which nobody finds by trying. */
const CODE_LENGTH = 20;

/** The secret part of the stakeholders' address, as "abcd-efgh-…", from 20 random bytes. */
export function codeOf(bytes: Uint8Array): string {
  if (bytes.length !== CODE_LENGTH) throw new RangeError(`needs ${CODE_LENGTH} bytes`);
  return spelled(bytes);
}

/** Random bytes as signs that are easily read over, in fours: "abcd-efgh-…", 5 bits each. */
export function spelled(bytes: Uint8Array): string {
  const signs = Array.from(bytes, (byte) => CODE_SIGNS[byte % CODE_SIGNS.length]).join("");
  return signs.replace(/(.{4})(?=.)/g, "$1-");
}

/** The code as it is stored, from what somebody typed; null when it cannot be one. */
export function readCode(typed: string, length = CODE_LENGTH): string | null {
  const signs = typed.toLowerCase().replace(/[\s-]/g, "");
  const whole = /^[a-km-np-z2-9]+$/.test(signs) && signs.length === length;
  return whole ? signs.replace(/(.{4})(?=.)/g, "$1-") : null;
}

/** The list with one item moved one place; the same list when it stands at the end already. */
export function moved<T>(list: readonly T[], item: T, direction: "up" | "down"): T[] {
  const from = list.indexOf(item);
  const to = from + (direction === "up" ? -1 : 1);
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const result = list.filter((other) => other !== item);
  result.splice(to, 0, item);
  return result;
}

/** What has become of something that is about to be changed. */
export interface Settled {
  /** Somebody approved it, or a requirement that it is part of. */
  approved: boolean;
  /** It went out in an edition. */
  published: boolean;
}

/** Nothing can be approved or published yet: what makes that possible puts the real state here. */
export const NEVER_SETTLED: Settled = { approved: false, published: false };

/** Whether a change must say why. Before anybody relies on the words it is asked, not demanded. */
export function demandsReason({ approved, published }: Settled): boolean {
  return approved || published;
}
