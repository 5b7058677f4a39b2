import type { ReactNode } from "react";
import styles from "./alert.module.css";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

export type AlertTone = "info" | "ok" | "warning" | "error";

const icons: Record<AlertTone, IconName> = {
  info: "info",
  ok: "check",
  warning: "warning",
  error: "error",
};

/**
 * A message in the page. Give `role="status"` or `role="alert"` only when it appears after an
 * action; what was there when the page opened needs none.
 */
export function Alert({
  tone,
  title,
  role,
  children,
}: {
  tone: AlertTone;
  title?: ReactNode;
  role?: "status" | "alert";
  children?: ReactNode;
}) {
  return (
    <div
      className={cx("utrecht-alert", `utrecht-alert--${tone}`, styles.alert, styles[tone])}
      role={role}
    >
      <Icon name={icons[tone]} className={styles.icon} />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div className={styles.body}>{children}</div> : null}
      </div>
    </div>
  );
}
