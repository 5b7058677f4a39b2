/** One page of a list with how much there is in all. */
export interface Paged<Row> {
  rows: Row[];
  total: number;
  page: number;
  pages: number;
}

/** Keeps a page number within a list of `total` rows; an empty list has one page. */
export function pageOf(
  total: number,
  size: number,
  wanted = 1,
): { total: number; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  return { total, pages, page: Math.min(Math.max(1, Math.trunc(wanted) || 1), pages) };
}
