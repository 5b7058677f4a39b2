"use client";

import { useTranslations } from "next-intl";
import { TONES } from "@/components/findings/severity";
import { Badge } from "@/components/ui/badge";
import type { WritingFinding } from "./document-data";
import styles from "./writing-findings.module.css";

/** More than so many stand with the requirement itself: here one writes. */
const MOST_SHOWN = 4;

/** What was found in the words that one writes, a moment after one pauses. It holds nobody up: letting it stand is done later. */
export function WritingFindings({ findings }: { findings: readonly WritingFinding[] }) {
  const t = useTranslations("requirements.document");
  const shown = findings.slice(0, MOST_SHOWN);
  const more = findings.length - shown.length;
  return (
    <div className={styles.found}>
      {/* How many is said aloud, and nothing when there was nothing and is nothing. */}
      <p role="status" className="visually-hidden">
        {findings.length > 0 ? t("findings", { count: findings.length }) : null}
      </p>
      {shown.length > 0 ? (
        <ul className={styles.list} aria-label={t("findings", { count: findings.length })}>
          {shown.map(({ severity, level, what, better }) => (
            <li key={what} className={styles.item}>
              <Badge tone={TONES[severity]}>{level}</Badge>
              <span>
                <strong>{what}</strong> {better}
              </span>
            </li>
          ))}
          {more > 0 ? <li>{t("moreFindings", { count: more })}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
