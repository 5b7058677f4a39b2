import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import styles from "./settings-list.module.css";

/** Things of a dossier under each other, each with what one can do to it. */
export function SettingsList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={styles.list}>
      {children}
    </ul>
  );
}

/** One of them. `edit` unfolds below it, also without JavaScript. */
export function SettingsItem({
  title,
  note,
  before,
  edit,
  editLabel,
  actions,
}: {
  title: ReactNode;
  note?: ReactNode;
  before?: ReactNode;
  edit?: ReactNode;
  editLabel?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <li className={styles.item}>
      {before ? <div className={styles.before}>{before}</div> : null}
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {note ? <div className={styles.note}>{note}</div> : null}
      </div>
      {edit ? (
        <details className={styles.edit}>
          <summary className={buttonClass("secondary", "small")}>{editLabel}</summary>
          <div className={styles.form}>{edit}</div>
        </details>
      ) : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
}
