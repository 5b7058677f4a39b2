import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import { TextLink } from "./link";
import styles from "./table.module.css";
import { TableScroll } from "./table-scroll";

// Stacked on a phone the elements are no longer displayed as a table, and browsers then drop its
// meaning. The roles say it again, from constants because they repeat what the elements mean.
const ROLE = {
  table: "table",
  group: "rowgroup",
  row: "row",
  cell: "cell",
  column: "columnheader",
  rowHead: "rowheader",
} as const;

/**
 * A table with a caption. It scrolls in its own region when too wide, or with `stack` turns each
 * row into a card on a phone (give each `Td` its `label`).
 */
export function Table({
  caption,
  captionHidden = false,
  head,
  stack = false,
  className,
  children,
}: {
  caption: string;
  captionHidden?: boolean;
  /** Rows of the head; the children are then wrapped in the body. */
  head?: ReactNode;
  stack?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <TableScroll label={caption}>
      <table
        role={ROLE.table}
        className={cx("utrecht-table", styles.table, stack && styles.stack, className)}
      >
        <caption className={captionHidden ? "visually-hidden" : styles.caption}>{caption}</caption>
        {head ? (
          <>
            <Thead>{head}</Thead>
            <Tbody>{children}</Tbody>
          </>
        ) : (
          children
        )}
      </table>
    </TableScroll>
  );
}

export function Thead({ children }: { children: ReactNode }) {
  return (
    <thead role={ROLE.group} className={styles.head}>
      {children}
    </thead>
  );
}

export function Tbody({ children }: { children: ReactNode }) {
  return <tbody role={ROLE.group}>{children}</tbody>;
}

export function Tr({ className, children, ...rest }: ComponentProps<"tr">) {
  return (
    <tr role={ROLE.row} className={cx(styles.row, className)} {...rest}>
      {children}
    </tr>
  );
}

/** A head cell. With `sortHref` it is a link that sorts; `sort` says how it is sorted now. */
export function Th({
  scope = "col",
  sort,
  sortHref,
  align,
  className,
  children,
}: {
  scope?: "col" | "row";
  sort?: "ascending" | "descending" | "none";
  sortHref?: string;
  align?: "end";
  className?: string;
  children: ReactNode;
}) {
  return (
    <th
      scope={scope}
      role={scope === "col" ? ROLE.column : ROLE.rowHead}
      aria-sort={sort && sort !== "none" ? sort : undefined}
      className={cx(styles.th, align === "end" && styles.end, className)}
    >
      {sortHref ? (
        <TextLink href={sortHref} className={styles.sort} scroll={false}>
          {children}
          {sort === "ascending" ? <Icon name="arrow-up" /> : null}
          {sort === "descending" ? <Icon name="arrow-down" /> : null}
        </TextLink>
      ) : (
        children
      )}
    </th>
  );
}

/** A cell. `label` repeats the column name when the row is a card on a phone. */
export function Td({
  label,
  align,
  className,
  children,
  ...rest
}: Omit<ComponentProps<"td">, "align"> & { label?: string; align?: "end" }) {
  return (
    <td
      role={ROLE.cell}
      data-label={label}
      className={cx(styles.td, align === "end" && styles.end, className)}
      {...rest}
    >
      {children}
    </td>
  );
}
