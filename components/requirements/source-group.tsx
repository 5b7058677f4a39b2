import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import styles from "./source-group.module.css";
import { SourceShape } from "./source-shape";

/** One kind of what a requirement comes from, under its own heading; nothing when there is none. */
export function SourceGroup({
  kind,
  title,
  className,
  children,
}: {
  kind: "coreValue" | "reaction" | "passage";
  title: string;
  /** Of the list. */
  className?: string;
  children: ReactNode[];
}) {
  if (children.length === 0) return null;
  return (
    <div className={styles.group}>
      <h3 className={styles.kind}>
        <SourceShape kind={kind} />
        {title}
      </h3>
      <ul className={cx(styles.list, className)}>{children}</ul>
    </div>
  );
}
