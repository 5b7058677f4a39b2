"use client";

import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import styles from "./steps.module.css";

export interface Step {
  /** The first part of its address below the dossier; "" for the overview. */
  key: string;
  href: string;
  label: string;
}

/** Which step the pages beside the steps belong to. */
const STEP_OF: Record<string, string> = { consultaties: "bronnen", reacties: "stellingen" };

/**
 * The way through a dossier: the overview, then the numbered steps. In a menu they stand under each
 * other; else beside each other, in the bar or on a row of their own.
 */
export function Steps({ steps, folded = false }: { steps: Step[]; folded?: boolean }) {
  const t = useTranslations("shell.path");
  const segment = useSelectedLayoutSegment() ?? "";
  const current = STEP_OF[segment] ?? segment;
  return (
    <nav aria-label={t("label")}>
      <ol className={cx(styles.steps, folded ? styles.folded : styles.beside)}>
        {steps.map(({ key, href, label }, index) => (
          <li key={key} className={styles.step}>
            <Link
              prefetch={false}
              href={href}
              className={styles.link}
              aria-current={key === current ? "page" : undefined}
            >
              <span className={styles.dot} aria-hidden="true">
                {index > 0 ? index : null}
              </span>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
