import { type Query, wholeOf } from "@/components/addresses";

/** Words as an address names them, from and until in code points; null when it names none. */
export function placeOf(query: Query): { start: number; end: number } | null {
  const [start, end] = [wholeOf(query, "from"), wholeOf(query, "until")];
  return start === null || end === null || start >= end ? null : { start, end };
}
