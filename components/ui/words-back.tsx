"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMoment } from "@/domain/kernel/dates";
import { Alert } from "./alert";
import { Button } from "./button";
import styles from "./form.module.css";

/** Says that the form holds words from before, and offers to begin without them. */
export function WordsBack({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  const t = useTranslations("ui.kept");
  const locale = useLocale();
  return (
    <Alert tone="info" role="status" title={t("title")}>
      <div className={styles.wordsBack}>
        <p>{t("body", { moment: formatMoment(at, locale) })}</p>
        <div>
          <Button size="small" onClick={onDiscard}>
            {t("discard")}
          </Button>
        </div>
      </div>
    </Alert>
  );
}
