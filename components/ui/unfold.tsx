import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import styles from "./unfold.module.css";

/** A small question that unfolds under its label; works without JavaScript. */
export function Unfold({
  label,
  icon,
  children,
}: {
  label: ReactNode;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <details className={styles.unfold}>
      <summary className={styles.label}>
        {icon ? <Icon name={icon} className={styles.icon} /> : null}
        {label}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
