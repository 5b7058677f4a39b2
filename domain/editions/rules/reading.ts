import type { ReactionThing, StatementThing } from "../model";

/** What stands in a text of an edition where personal data was removed. */
export const REMOVED = /\[(?:[^[\]\n]{1,60} verwijderd|P-\d{2,})\]/g;

/** Stellingen as they were put before people: by occasion and number. */
export function inOrderPut(statements: readonly StatementThing[]): StatementThing[] {
  const place = ({ puts: [first] }: StatementThing) =>
    first
      ? Number(first.consultation.split("-")[1]) * 10_000 + first.number
      : Number.MAX_SAFE_INTEGER;
  return statements.toSorted((a, b) => place(a) - place(b));
}

/** In which requirements a reaction went, by what was answered and by what they say themselves. */
export function requirementsOf({ requirements, answer }: ReactionThing): string[] {
  return [...new Set([...(answer?.requirements ?? []), ...requirements])];
}

export const sumOf = (cells: readonly { count: number }[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

/** How many have each value of a field, among these. */
export function sumsBy<Cell extends { count: number }, K extends keyof Omit<Cell, "count">>(
  cells: readonly Cell[],
  field: K,
): Map<Cell[K], number> {
  const sums = new Map<Cell[K], number>();
  for (const cell of cells) sums.set(cell[field], (sums.get(cell[field]) ?? 0) + cell.count);
  return sums;
}
