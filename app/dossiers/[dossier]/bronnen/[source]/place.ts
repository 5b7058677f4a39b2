import { type Query, textOf } from "@/app/_lib/params";

/** Words as an address names them: `?van=` and `?tot=` in code points; null when it names none. */
export function placeOf(query: Awaited<Query>): { start: number; end: number } | null {
  const [from, to] = [textOf(query.van), textOf(query.tot)];
  // Nine digits fit the database's integers.
  if (!/^\d{1,9}$/.test(from) || !/^\d{1,9}$/.test(to) || Number(from) >= Number(to)) return null;
  return { start: Number(from), end: Number(to) };
}
