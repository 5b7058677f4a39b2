"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { UndoableStep } from "@/domain/splitting/model";
import { BENCH_FORM } from "./forms-id";
import { Hint } from "./hint";
import { useStepWords } from "./step-words";
import styles from "./undo-bar.module.css";

/** What was done last and can be taken back, the steps before it, and whether all of it is stored. */
export function UndoBar({
  steps,
  busy,
  hints,
  onUndo,
}: {
  steps: UndoableStep[];
  busy: boolean;
  hints: boolean;
  onUndo: () => void;
}) {
  const t = useTranslations("splitting.bar");
  const wordsOf = useStepWords();
  const [latest, ...earlier] = steps;
  return (
    <section aria-label={t("steps")} className={styles.bar}>
      <Button
        type="submit"
        form={BENCH_FORM}
        name="do"
        value="undo"
        size="small"
        aria-disabled={latest ? undefined : true}
        onClick={(event) => {
          event.preventDefault();
          onUndo();
        }}
      >
        <Icon name="undo" />
        {t("undo")}
        <Hint shown={hints} letter="u" />
      </Button>
      <p className={styles.latest}>{latest ? t("latest", { what: wordsOf(latest) }) : null}</p>
      {earlier.length > 0 ? (
        <details className={styles.earlier}>
          <summary>{t("earlier", { count: earlier.length })}</summary>
          <ol className={styles.steps}>
            {earlier.map((step) => (
              <li key={step.n}>{wordsOf(step)}</li>
            ))}
          </ol>
        </details>
      ) : null}
      <span className={styles.saved}>{busy ? t("saving") : latest ? t("saved") : null}</span>
    </section>
  );
}
