/** The query of an address, as Next hands it to a page. */
export type Query = Promise<Record<string, string | string[] | undefined>>;

/** One value of the query, trimmed and bounded; "" when it is not there. */
export function textOf(value: string | string[] | undefined): string {
  // A NUL cannot be stored or searched for: PostgreSQL refuses it.
  return ([value].flat()[0] ?? "").replaceAll("\u0000", "").trim().slice(0, 200);
}

/** The number of a page, from 1. */
export function pageOf(value: string | string[] | undefined): number {
  const page = Number(textOf(value));
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}

/** An address with the parts of the query that say something. */
export function addressOf(
  path: string,
  query: Record<string, string | number | undefined>,
): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [[key, String(value)]],
  );
  return parts.length ? `${path}?${new URLSearchParams(parts)}` : path;
}
