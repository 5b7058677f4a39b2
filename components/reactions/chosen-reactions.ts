/**
 * Which reactions or requirements are ticked, over all pages and filters of the list: in this tab only, per account
 * and dossier, until they are used or let go of.
 */

/** The name under which a selection is kept. */
export function placeOfChosen(account: string | null, slug: string, what = "reaction"): string {
  const names = what === "reaction" ? [] : [what];
  return ["herleid.chosen", account ?? "", slug, ...names].join("|");
}

/** The ids that are kept; what cannot be read counts as none. */
export function readChosen(place: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function keepChosen(place: string, ids: readonly string[]): void {
  try {
    if (ids.length === 0) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing has the boxes of this page.
  }
}
