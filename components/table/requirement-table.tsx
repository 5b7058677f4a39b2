"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { addresses, PARAMETERS } from "@/components/addresses";
import { SourceCounts } from "@/components/requirements/source-counts";
import { StateBadge } from "@/components/review/state-badge";
import { usePageKeys } from "@/components/shell/keys";
import { shortened } from "@/components/text/shortened";
import { Badge } from "@/components/ui/badge";
import { CELL_STEPS, neighbourOf } from "@/components/ui/cell-keys";
import { cx } from "@/components/ui/cx";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { CodeTag } from "@/components/ui/text";
import { APPROVAL_ROLES } from "@/db/vocabulary";
import type { FindingSums } from "@/domain/findings/model";
import { formatDate } from "@/domain/kernel/dates";
import { MEASURES_OF } from "@/domain/requirements/model";
import {
  CELL_FIELDS,
  type CellField,
  LONGEST_IN_CELL,
  TABLE_SORTS,
  type TableColumn,
  type TableFilter,
  type TableRow,
  type TableSort,
} from "@/domain/table/model";
import { askedBy } from "./address";
import { CellEditor } from "./cell-editor";
import styles from "./table.module.css";

/** Of a text in a cell this much is shown. */
const SHOWN = 140;

interface Props {
  slug: string;
  rows: TableRow[];
  columns: readonly TableColumn[];
  filter: TableFilter;
  /** Open findings of each. */
  findings: Record<string, FindingSums["open"]>;
  /** Saves a cell; left out for who may not write. */
  action?: FormAction;
  /** Id of the form that the boxes belong to; without one there are no boxes. */
  boxes?: string;
  /** The cell that is open from the start, as `id column`: without scripts the address says so. */
  opened?: string;
  /** All boxes are ticked: without scripts the address says so. */
  ticked?: boolean;
}

/**
 * The requirements as rows. Arrow keys go from cell to cell, Enter opens one to change it, Esc leaves it as it was. Without
 * scripts a cell leads to the same page with that cell open.
 */
export function RequirementTable(props: Props) {
  const { slug, rows, columns, filter, action, boxes } = props;
  const t = useTranslations("table");
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string | null>(props.opened ?? null);
  const [at, setAt] = useState<string | null>(null);
  const left = useRef<string | null>(null);
  const to = addresses.dossier(slug);
  const grouped = !filter.sort;
  const span = columns.length + (boxes ? 3 : 2);

  usePageKeys(
    useMemo(
      () => [
        {
          title: t("keys.title"),
          keys: [
            { name: t("keys.move"), keys: ["←", "→", "↑", "↓"] },
            { name: t("keys.open"), keys: ["Enter"] },
            { name: t("keys.save"), keys: ["Ctrl+Enter"] },
            { name: t("keys.leave"), keys: ["Esc"] },
          ],
        },
      ],
      [t],
    ),
  );

  // Focus goes back to the cell that was open.
  useEffect(() => {
    if (open !== null || left.current === null) return;
    cellAt(box.current, left.current)?.focus();
    left.current = null;
  }, [open]);

  function close() {
    left.current = open;
    setOpen(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const within = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === "Escape" && open !== null) {
      event.preventDefault();
      close();
      return;
    }
    if (open !== null && within?.closest("form")) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        within.closest("form")?.requestSubmit();
      }
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = CELL_STEPS[event.key];
    const cell = within?.closest<HTMLElement>("[data-cell]");
    if (!step || !cell) return;
    const next = neighbourOf(box.current, cell, step);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  const first = rows[0] && action ? `${rows[0].id} ${columns.find(isField) ?? ""}` : null;
  const stop = at !== null && rows.some(({ id }) => at.startsWith(id)) ? at : first;
  const sorts: readonly string[] = TABLE_SORTS;
  const head = (column: TableSort | TableColumn) => {
    if (!sorts.includes(column)) return {};
    const now = filter.sort === column;
    const asked = {
      ...filter,
      page: undefined,
      sort: column as TableSort,
      down: now && !filter.down,
    };
    return {
      sort: now ? (filter.down ? ("descending" as const) : ("ascending" as const)) : undefined,
      // The third time it is the order of the document again.
      sortHref: to.table(
        askedBy(now && filter.down ? { ...asked, sort: undefined, down: undefined } : asked),
      ),
    };
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cells in it are links; it only listens to their keys.
    <div
      ref={box}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const cell = event.target.closest<HTMLElement>("[data-cell]")?.dataset.cell;
        if (cell) setAt(cell);
      }}
    >
      <Table
        caption={t("caption")}
        captionHidden
        stack
        className={styles.table}
        head={
          <Tr>
            {boxes ? (
              <Th className={styles.box}>
                <span className="visually-hidden">{t("column.choose")}</span>
              </Th>
            ) : null}
            <Th className={styles.code} {...head("code")}>
              {t("column.code")}
            </Th>
            <Th className={styles.title} {...head("title")}>
              {t("column.title")}
            </Th>
            {columns.map((column) => (
              <Th key={column} className={styles[column]} {...head(column)}>
                {t(`column.${column}`)}
              </Th>
            ))}
          </Tr>
        }
      >
        {rows.map((row, index) => [
          grouped && rows[index - 1]?.chapterId !== row.chapterId ? (
            <Tr key={row.chapterId} className={styles.chapterRow}>
              <th scope="rowgroup" colSpan={span}>
                <TextLink href={to.chapter(row.chapterId)}>
                  {t("filter.chapter", { number: row.chapterNumber, title: row.chapterTitle })}
                </TextLink>
              </th>
            </Tr>
          ) : null,
          <Row
            key={row.id}
            {...props}
            row={row}
            open={open}
            stop={stop}
            onOpen={(cell) => setOpen(cell)}
            onClose={close}
          />,
        ])}
      </Table>
    </div>
  );
}

function cellAt(box: HTMLElement | null, name: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(name)}"]`) ?? null;
}

const isField = (column: TableColumn): column is CellField =>
  (CELL_FIELDS as readonly string[]).includes(column);

function Row({
  slug,
  row,
  columns,
  filter,
  findings,
  action,
  boxes,
  ticked,
  open,
  stop,
  onOpen,
  onClose,
}: Props & {
  row: TableRow;
  /** The cell that is changed. */
  open: string | null;
  /** The cell that Tab comes to. */
  stop: string | null;
  onOpen: (cell: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("table");
  const to = addresses.dossier(slug);
  return (
    <Tr id={row.id} className={cx(styles.row, row.dropped && styles.dropped)}>
      {boxes ? (
        <Td className={styles.box}>
          <input
            type="checkbox"
            form={boxes}
            name={PARAMETERS.requirement}
            value={row.id}
            defaultChecked={ticked}
            aria-label={t("choose", { code: row.code })}
          />
        </Td>
      ) : null}
      <Td className={styles.code}>
        <TextLink href={to.inDocument(row.code)} title={t("inDocument")}>
          <CodeTag>{row.code}</CodeTag>
        </TextLink>
      </Td>
      <Td className={styles.title}>
        <TextLink href={to.requirement(row.id)} className={styles.name}>
          {row.title}
        </TextLink>
        <span className={styles.text}>{row.text}</span>
      </Td>
      {columns.map((column) => {
        const cell = `${row.id} ${column}`;
        const changes = action && isField(column) && mayChange(row, column);
        return (
          <Td key={column} label={t(`column.${column}`)} className={styles[column]}>
            {changes && open === cell ? (
              <CellEditor slug={slug} row={row} field={column} action={action} onClose={onClose} />
            ) : changes ? (
              <TextLink
                href={to.table({ ...askedBy(filter), requirement: row.id, column }, row.id)}
                scroll={false}
                data-cell={cell}
                tabIndex={stop === cell ? 0 : -1}
                className={styles.cell}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  onOpen(cell);
                }}
              >
                <Value row={row} column={column} />
                <span className="visually-hidden">
                  {" "}
                  {t("changeCell", { column: t(`column.${column}`), code: row.code })}
                </span>
              </TextLink>
            ) : (
              <Value row={row} column={column} open={findings[row.id]} slug={slug} />
            )}
          </Td>
        );
      })}
    </Tr>
  );
}

/** Long texts have their page, and points belong to some kinds only. */
function mayChange(row: TableRow, column: CellField): boolean {
  if (row.dropped) return false;
  if (column === "kind") return true;
  if (column === "score" || column === "weight") return MEASURES_OF[row.kind].includes(column);
  return row[column].length <= LONGEST_IN_CELL;
}

function Value({
  row,
  column,
  open,
  slug,
}: {
  row: TableRow;
  column: TableColumn;
  open?: FindingSums["open"];
  slug?: string;
}) {
  const t = useTranslations("table");
  const kinds = useTranslations("kinds");
  const locale = useLocale();
  const none = <span className={styles.none}>{t("empty")}</span>;
  switch (column) {
    case "chapter":
      return t("filter.chapter", { number: row.chapterNumber, title: row.chapterTitle });
    case "kind":
      return <Badge tone="requirement">{kinds(`requirement.${row.kind}`)}</Badge>;
    case "sources":
      return <SourceCounts requirement={row} />;
    case "status":
      return row.review ? (
        <StateBadge standing={row.review} />
      ) : (
        <Badge>{t("state.dropped")}</Badge>
      );
    case "approvals":
      return row.review
        ? t("approvals", { count: row.review.approved, all: APPROVAL_ROLES.length })
        : none;
    case "findings": {
      const [errors, warnings, tips] = [open?.fout ?? 0, open?.["let op"] ?? 0, open?.tip ?? 0];
      if (errors + warnings + tips === 0) return none;
      const words = t("findings", { errors, warnings, tips });
      return slug ? (
        <TextLink href={addresses.dossier(slug).requirement(row.id, {}, "bevindingen")}>
          {words}
        </TextLink>
      ) : (
        words
      );
    }
    case "explanation":
    case "evidence":
    case "verification":
      return row[column] ? shortened(row[column], SHOWN) : none;
    case "score":
    case "weight":
      return row[column] === null ? none : row[column];
    default:
      return (
        <>
          {formatDate(row.changedAt, locale)}
          {row.changedBy ? <span className={styles.by}>{row.changedBy}</span> : null}
        </>
      );
  }
}
