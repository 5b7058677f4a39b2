interface Chapter {
  id: string;
  /** Its place, from 1. */
  number: number;
  /** How many requirements it has. */
  total: number;
}

interface Row {
  chapterId: string;
  /** Its place in the chapter, from 1. */
  position: number;
}

/**
 * The chapters on a page of the document with their requirements, in order. A chapter without any stands on the page of
 * the first requirement after it, or at the end of the last page: each stands on one page.
 *
 * @param rows the requirements of the page, in the order of the document.
 * @param page whether it is the `last`, and whether chapters without requirements are shown at all (`empty`).
 * @returns per chapter its rows, and whether its beginning stands on a page before (`goesOn`).
 */
export function chaptersOnPage<C extends Chapter, R extends Row>(
  chapters: readonly C[],
  rows: readonly R[],
  page: { last: boolean; empty: boolean },
): { chapter: C; goesOn: boolean; rows: R[] }[] {
  const held = new Map<string, R[]>();
  for (const row of rows) held.set(row.chapterId, [...(held.get(row.chapterId) ?? []), row]);
  const at = chapters.flatMap(({ id }, i) => (held.has(id) ? [i] : []));
  const first = at[0];
  const last = at.at(-1);
  const shown = (index: number): boolean => {
    const chapter = chapters[index];
    if (!chapter) return false;
    if (chapter.total > 0 || !page.empty) return held.has(chapter.id);
    if (first === undefined || last === undefined || index > last) return page.last;
    if (index > first) return true;
    // In front of the first: when nothing stands in between, and that one begins here.
    return (
      rows[0]?.position === 1 && chapters.slice(index, first).every(({ total }) => total === 0)
    );
  };
  return chapters.flatMap((chapter, index) => {
    if (!shown(index)) return [];
    const own = held.get(chapter.id) ?? [];
    return [{ chapter, goesOn: (own[0]?.position ?? 1) > 1, rows: own }];
  });
}
