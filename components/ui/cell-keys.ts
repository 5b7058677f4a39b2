/** Arrow keys from cell to cell of a table: of each the steps over rows and columns. */
export const CELL_STEPS: Record<string, { row: number; column: number }> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** The nearest `[data-cell]` in a direction: in the same row, or in the nearest row that has one in this column. */
export function neighbourOf(
  box: HTMLElement | null,
  cell: Element,
  step: { row: number; column: number },
): HTMLElement | undefined {
  const all = [...(box?.querySelectorAll<HTMLElement>("[data-cell]") ?? [])];
  const placed = all.map((one) => {
    const td = one.closest<HTMLTableCellElement>("td, th");
    const tr = one.closest("tr");
    return { one, column: td?.cellIndex ?? 0, row: tr?.rowIndex ?? 0 };
  });
  const at = placed.find(({ one }) => one === cell);
  if (!at) return undefined;
  const ahead = placed.filter(({ column, row }) =>
    step.row === 0
      ? row === at.row && (column - at.column) * step.column > 0
      : column === at.column && (row - at.row) * step.row > 0,
  );
  const distance = (one: { column: number; row: number }) =>
    Math.abs(one.column - at.column) + Math.abs(one.row - at.row);
  return ahead.sort((a, b) => distance(a) - distance(b))[0]?.one;
}
