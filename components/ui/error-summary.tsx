"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import styles from "./form.module.css";
import { Icon } from "./icon";

/** What went wrong, above the form; its heading takes the focus after a failed submit. */
export function ErrorSummary({
  title,
  errors,
  reference,
  ref,
  children,
}: {
  title: string;
  errors: { href: string; text: string }[];
  reference?: string;
  ref?: Ref<HTMLHeadingElement>;
  /** What to do now. */
  children?: ReactNode;
}) {
  const t = useTranslations("ui.form");
  return (
    <div className={styles.summary}>
      <h2 ref={ref} tabIndex={-1} className={styles.summaryTitle}>
        <Icon name="error" className={styles.summaryIcon} />
        <span className="visually-hidden">{t("errorPrefix")} </span>
        <span>{title}</span>
      </h2>
      {errors.length > 0 ? (
        <ul className={styles.summaryList}>
          {errors.map((error) => (
            <li key={error.href}>
              <a className="utrecht-link utrecht-link--html-a" href={error.href}>
                {error.text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {children ? <div className={styles.next}>{children}</div> : null}
      {reference && !title.includes(reference) ? (
        <p className={styles.reference}>{t("reference", { reference })}</p>
      ) : null}
    </div>
  );
}
