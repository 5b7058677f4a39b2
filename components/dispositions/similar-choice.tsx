"use client";

import { useTranslations } from "next-intl";
import { useFormScope } from "@/components/ui/form-context";
import type { SimilarReaction } from "@/domain/dispositions/model";
import styles from "./work.module.css";

/** Reactions that may say the same: none is ticked beforehand. */
export function SimilarChoice({ similar }: { similar: SimilarReaction[] }) {
  const t = useTranslations("dispositions.similar");
  const { id: formId, state } = useFormScope();
  if (similar.length === 0) return null;
  const kept = [state.values?.also ?? []].flat();
  return (
    <fieldset className={styles.similar}>
      <legend>
        {t("title")} <kbd className={styles.key}>S</kbd>
      </legend>
      <ul className={styles.list}>
        {similar.map(({ reactionId, lockVersion, number, groupName, text }, index) => {
          const id = `${formId}-ook-${reactionId}`;
          const value = `${reactionId}:${lockVersion}`;
          return (
            <li key={reactionId} className={styles.same}>
              <input
                type="checkbox"
                name="also"
                id={id}
                value={value}
                defaultChecked={kept.includes(value)}
                data-similar={index === 0 ? "" : undefined}
              />
              <label htmlFor={id}>
                <b className={styles.code}>R-{number}</b>{" "}
                <span className={styles.said}>{groupName ?? t("noGroup")}</span> {text}
              </label>
            </li>
          );
        })}
      </ul>
      <p className={styles.said}>{t("hint")}</p>
    </fieldset>
  );
}
