"use client";

import { useTranslations } from "next-intl";
import { useFormScope } from "@/components/ui/form-context";
import type { SimilarReaction } from "@/domain/dispositions/model";
import styles from "./work.module.css";

/**
 * Reactions that say the same, or may. Those of which somebody said that they do are ticked; of the others none is beforehand.
 */
export function SimilarChoice({ similar }: { similar: SimilarReaction[] }) {
  const t = useTranslations("dispositions.similar");
  const { id: formId, state } = useFormScope();
  if (similar.length === 0) return null;
  const kept = state.values ? [state.values.also ?? []].flat() : null;
  return (
    <fieldset className={styles.similar}>
      <legend>
        {t("title")} <kbd className={styles.key}>S</kbd>
      </legend>
      <ul className={styles.list}>
        {similar.map(({ reactionId, linked, lockVersion, number, groupName, text }, index) => {
          const id = `${formId}-ook-${reactionId}`;
          const value = `${reactionId}:${lockVersion}`;
          return (
            <li key={reactionId} className={styles.same}>
              <input
                type="checkbox"
                name="also"
                id={id}
                value={value}
                defaultChecked={kept ? kept.includes(value) : linked}
                data-similar={index === 0 ? "" : undefined}
              />
              <label htmlFor={id}>
                <b className={styles.code}>R-{number}</b>{" "}
                <span className={styles.said}>{groupName ?? t("noGroup")}</span>{" "}
                {linked ? <span className={styles.chip}>{t("linked")}</span> : null} {text}
              </label>
            </li>
          );
        })}
      </ul>
      <p className={styles.said}>{t("hint")}</p>
    </fieldset>
  );
}
