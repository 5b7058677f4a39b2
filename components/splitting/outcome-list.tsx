"use client";

import { useTranslations } from "next-intl";
import { memo, useEffect, useMemo, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { becomesReaction, type SegmentRow, type StatementChoice } from "@/domain/splitting/model";
import { quoteOf } from "@/domain/splitting/rules/outcome";
import { plainWords } from "@/domain/text/rules";
import { KindBadge } from "./kind-badge";
import styles from "./outcome-list.module.css";
import { rowId } from "./segment-row";

interface Group {
  key: number;
  number: number | null;
  statement: SegmentRow | null;
  rows: SegmentRow[];
}

/**
 * The segments of this page by the stelling they will belong to. A new group begins whenever
 * another stelling does, so that the list walks along with the text.
 */
function groupsOf(rows: readonly SegmentRow[]): { groups: Group[]; left: number } {
  const groups: Group[] = [];
  let left = 0;
  const begin = (row: SegmentRow, statement: SegmentRow | null): Group => {
    const group = { key: row.start, number: row.statement, statement, rows: [] };
    groups.push(group);
    return group;
  };
  for (const row of rows) {
    if (row.decision === "irrelevant") left += 1;
    else if (row.kind === "statement") begin(row, row);
    else if (row.kind === "explanation" || becomesReaction(row.kind)) {
      const last = groups.at(-1);
      (last && last.number === row.statement ? last : begin(row, null)).rows.push(row);
    } else left += 1;
  }
  return { groups, left };
}

/** What this page will become: stellingen with their reactions. Each leads to its words. */
export const OutcomeList = memo(function OutcomeList({
  rows,
  statements,
  active,
  linked,
  onChoose,
  onLink,
}: {
  rows: SegmentRow[];
  statements: StatementChoice[];
  active: number | null;
  linked: number | null;
  onChoose: (start: number) => void;
  onLink: (start: number | null) => void;
}) {
  const t = useTranslations("splitting");
  const { groups, left } = useMemo(() => groupsOf(rows), [rows]);
  const box = useRef<HTMLDivElement>(null);

  // Only this list scrolls along, never the page: that belongs to who reads the minutes.
  useEffect(() => {
    const list = box.current;
    const item = list?.querySelector<HTMLElement>(`[data-start="${active}"]`);
    if (!list || !item || list.scrollHeight <= list.clientHeight) return;
    const top = item.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (top < 0 || top + item.offsetHeight > list.clientHeight) {
      list.scrollTop += top - list.clientHeight / 3;
    }
  }, [active]);

  const link = (row: SegmentRow, text: string) => (
    <a
      href={`#${rowId(row.start)}`}
      data-start={row.start}
      aria-current={active === row.start ? "true" : undefined}
      className={cx(
        styles.item,
        active === row.start && styles.active,
        linked === row.start && styles.linked,
      )}
      onClick={(event) => {
        event.preventDefault();
        onChoose(row.start);
      }}
      onPointerEnter={() => onLink(row.start)}
      onPointerLeave={() => onLink(null)}
      onFocus={() => onLink(row.start)}
      onBlur={() => onLink(null)}
    >
      <span className={styles.top}>
        <KindBadge kind={row.kind} />
        {row.kind === "statement" ? <span className={styles.number}>{row.statement}</span> : null}
        {row.speaker ? <span className={styles.speaker}>{row.speaker}</span> : null}
      </span>
      <span className={styles.words}>{text}</span>
    </a>
  );

  return (
    <div ref={box} className={styles.list}>
      {groups.map((group) => (
        <div key={group.key} className={styles.group}>
          {group.statement ? (
            link(group.statement, plainWords(quoteOf(group.statement)))
          ) : (
            <p className={styles.title}>{titleOf(group.number)}</p>
          )}
          {group.rows.length > 0 ? (
            <ul className={styles.rows}>
              {group.rows.map((row) => (
                <li key={row.start}>{link(row, plainWords(quoteOf(row)))}</li>
              ))}
            </ul>
          ) : (
            <p className={styles.none}>{t("outcome.noReactions")}</p>
          )}
        </div>
      ))}
      {left > 0 ? <p className={styles.none}>{t("outcome.left", { count: left })}</p> : null}
    </div>
  );

  function titleOf(number: number | null): string {
    if (number === null) return t("outcome.withoutStatement");
    const known = statements.find((one) => one.number === number);
    return known
      ? t("outcome.statement", { number, text: known.text })
      : t("field.statementMissing", { number });
  }
});
