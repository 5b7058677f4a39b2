import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { shortened } from "@/components/text/shortened";
import { Badge, TraceShape, type TraceTone } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { CodeTag } from "@/components/ui/text";
import {
  DIRECTLY,
  type Matrix,
  type MatrixColumn,
  type MatrixKind,
  type MatrixRow,
} from "@/domain/matrix/model";
import styles from "./matrix.module.css";

const TONES: Record<MatrixKind, TraceTone | null> = {
  kernwaarden: "coreValue",
  stellingen: "statement",
  groepen: null,
  consultaties: null,
};

/** A name in the head of a column. */
const NAME = 60;

export interface OpenCell {
  requirement: string;
  column: string;
}

/**
 * The requirements against what they rest on, a number in each cell; of a gap a row or column that is marked and says
 * so. Below the requirement whose cell is open stand its words.
 */
export function MatrixTable({
  slug,
  kind,
  matrix,
  mayWrite,
  open,
  cellHref,
  children,
}: {
  slug: string;
  kind: MatrixKind;
  matrix: Matrix;
  mayWrite: boolean;
  open: OpenCell | null;
  cellHref: (cell: OpenCell) => string;
  /** The words of the open cell. */
  children: ReactNode;
}) {
  const t = useTranslations("matrix");
  const { rows, columns } = matrix;
  const direct = kind === "kernwaarden";
  const span = columns.length + (direct ? 3 : 2);
  return (
    <Table
      caption={t("title")}
      captionHidden
      className={styles.matrix}
      head={
        <tr>
          <th scope="col" className={styles.first}>
            {t("requirement")}
          </th>
          {columns.map((column) => (
            <ColumnHead key={column.id} slug={slug} kind={kind} column={column} />
          ))}
          {direct ? (
            <th scope="col" className={styles.column}>
              <TraceShape tone="reaction" /> {t("direct")}
            </th>
          ) : null}
          <th scope="col" className={styles.column} title={t("wordsHelp")}>
            {t("words")}
          </th>
        </tr>
      }
    >
      {rows.map((row, index) => (
        <Rows
          key={row.id}
          first={rows[index - 1]?.chapterId !== row.chapterId}
          {...{ slug, row, columns, direct, mayWrite, span, cellHref, open }}
        >
          {open?.requirement === row.id ? children : null}
        </Rows>
      ))}
      {kind === "kernwaarden" && rows.length > 0 && columns.length > 0 ? (
        <Foot columns={columns} />
      ) : null}
    </Table>
  );
}

function ColumnHead({
  slug,
  kind,
  column,
}: {
  slug: string;
  kind: MatrixKind;
  column: MatrixColumn;
}) {
  const t = useTranslations("matrix");
  const to = addresses.dossier(slug);
  const tone = TONES[kind];
  const name = shortened(column.name, NAME);
  const href = {
    kernwaarden: to.coreValue(column.id),
    stellingen: to.statement(column.id),
    groepen: to.statements({ group: column.id }),
    consultaties: to.consultation(column.id),
  }[kind];
  return (
    <th scope="col" className={cx(styles.column, column.gap && styles.gap)}>
      <TextLink href={href} title={column.name}>
        {tone ? <TraceShape tone={tone} /> : null}{" "}
        {column.number === null ? null : (
          <span className={styles.number}>{t("coreValue", { number: column.number })} </span>
        )}
        <span className={styles.name}>{name}</span>
      </TextLink>
      {column.gap ? (
        <span className={styles.gapWord}>
          {kind === "groepen" ? t("notHeard") : t("noRequirement")}
        </span>
      ) : null}
    </th>
  );
}

interface RowProps {
  slug: string;
  row: MatrixRow;
  columns: MatrixColumn[];
  /** Whether words that are linked directly have a column. */
  direct: boolean;
  mayWrite: boolean;
  span: number;
  open: OpenCell | null;
  cellHref: (cell: OpenCell) => string;
}

function Rows({ first, children, ...props }: RowProps & { first: boolean; children: ReactNode }) {
  const t = useTranslations("matrix");
  const { row, span } = props;
  return (
    <>
      {first ? (
        <tr className={styles.chapter}>
          <th scope="rowgroup" colSpan={span}>
            {t("chapter", { number: row.chapterNumber, title: row.chapter })}
          </th>
        </tr>
      ) : null}
      <RequirementRow {...props} />
      {children ? (
        <tr>
          <td colSpan={span} className={styles.opened}>
            {children}
          </td>
        </tr>
      ) : null}
    </>
  );
}

function RequirementRow({ slug, row, columns, direct, mayWrite, open, cellHref }: RowProps) {
  const t = useTranslations("matrix");
  const to = addresses.dossier(slug);
  const gap = row.state === "withoutSource";
  return (
    <tr className={cx(styles.row, gap && styles.gap)}>
      <th scope="row" className={styles.first}>
        <span className={styles.requirement}>
          <CodeTag>{row.code}</CodeTag>
          <TextLink href={to.requirement(row.id)}>{row.title}</TextLink>
        </span>
      </th>
      {row.state === "withSource" ? (
        <>
          {columns.map((column) => (
            <td key={column.id} className={cx(styles.cell, column.gap && styles.gap)}>
              <Count
                count={row.cells[column.id]}
                carrying={row.carrying[column.id]}
                cell={{ requirement: row.id, column: column.id }}
                of={{
                  code: row.code,
                  column:
                    column.number === null
                      ? shortened(column.name, NAME)
                      : t("coreValue", { number: column.number }),
                }}
                {...{ open, cellHref }}
              />
            </td>
          ))}
          {/* By stelling, group or consultation these words are in their column already. */}
          {direct ? (
            <td className={styles.cell}>
              <Count
                count={row.direct || undefined}
                direct
                cell={{ requirement: row.id, column: DIRECTLY }}
                of={{ code: row.code, column: t("direct") }}
                {...{ open, cellHref }}
              />
            </td>
          ) : null}
        </>
      ) : (
        <td colSpan={columns.length + (direct ? 1 : 0)} className={styles.why}>
          {gap ? (
            <span className={styles.ways}>
              <Badge tone="warning">{t("withoutSource")}</Badge>
              {mayWrite ? (
                <>
                  <TextLink href={to.requirement(row.id, {}, "koppelen")}>
                    {t("link")}
                    <span className="visually-hidden"> {row.code}</span>
                  </TextLink>
                  <TextLink href={to.requirement(row.id, {}, "herkomst")}>
                    {t("explain")}
                    <span className="visually-hidden"> {row.code}</span>
                  </TextLink>
                </>
              ) : null}
            </span>
          ) : (
            t("motivated", { reason: row.reason ?? "" })
          )}
        </td>
      )}
      <td className={styles.total}>{row.words}</td>
    </tr>
  );
}

function Count({
  count,
  carrying,
  cell,
  of,
  open,
  direct = false,
  cellHref,
}: {
  count: number | undefined;
  /** Of a kernwaarde how many of the words carry the requirement; else missing. */
  carrying?: number;
  cell: OpenCell;
  of: { code: string; column: string };
  open: OpenCell | null;
  direct?: boolean;
  cellHref: (cell: OpenCell) => string;
}) {
  const t = useTranslations("matrix");
  if (count === undefined) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{t("empty")}</span>
      </span>
    );
  }
  const shown = open?.requirement === cell.requirement && open.column === cell.column;
  return (
    <TextLink
      href={cellHref(cell)}
      scroll={false}
      data-cell={`${cell.requirement} ${cell.column}`}
      aria-current={shown ? "true" : undefined}
      className={cx(
        styles.count,
        direct && styles.direct,
        carrying === 0 && count > 0 && styles.unchosen,
      )}
    >
      {carrying ? (
        <span aria-hidden="true">
          {carrying}
          {count > carrying ? <span className={styles.also}> +{count - carrying}</span> : null}
        </span>
      ) : (
        <span aria-hidden="true">{count}</span>
      )}
      <span className="visually-hidden">
        {t("cell", { count, ...of })}
        {carrying === undefined || count === 0 ? null : `, ${t("carrying", { count: carrying })}`}
      </span>
    </TextLink>
  );
}

/** What each kernwaarde has in the whole dossier: of a page of requirements no sum says that. */
function Foot({ columns }: { columns: MatrixColumn[] }) {
  const t = useTranslations("matrix");
  return (["requirements", "words"] as const).map((what) => (
    <tr key={what} className={styles.foot}>
      <th scope="row" className={styles.first}>
        {t(`foot.${what}`)} <span className={styles.whole}>{t("foot.whole")}</span>
      </th>
      {columns.map((column) => (
        <td key={column.id} className={cx(styles.cell, column.gap && styles.gap)}>
          {what === "requirements" && column.gap ? (
            <span className={styles.gapWord}>{t("noRequirement")}</span>
          ) : (
            column[what]
          )}
        </td>
      ))}
      <td colSpan={2} />
    </tr>
  ));
}
