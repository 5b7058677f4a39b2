"use client";

import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { SEGMENT_KINDS } from "@/db/vocabulary";
import styles from "./key-help.module.css";
import { KIND_KEYS } from "./kinds";

const ACTIONS = [
  ["move", ["↓", "↑", "j", "k"]],
  ["accept", ["Enter", "a"]],
  ["nextOpen", ["n"]],
  ["split", ["s"]],
  ["join", ["m", "+"]],
  ["irrelevant", ["x"]],
  ["statement", ["1", "…", "9", "0"]],
  ["undo", ["u"]],
  ["help", ["?"]],
] as const;

/** All keys of the workbench, and the switch for those of one letter (WCAG 2.1.4). */
export function KeyHelp({
  letters,
  onLetters,
}: {
  letters: boolean;
  onLetters: (on: boolean) => void;
}) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  return (
    <div className={styles.help}>
      <p>{t("keys.where")}</p>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => onLetters(event.target.checked)}
        />
        {t("keys.letters")}
      </label>
      <dl className={styles.keys}>
        {ACTIONS.map(([action, keys]) => (
          <div key={action} className={styles.key}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.title}>{t("keys.kinds")}</h3>
      <dl className={cx(styles.keys, styles.kinds)}>
        {SEGMENT_KINDS.map((kind) => (
          <div key={kind} className={styles.key}>
            <dt>
              <kbd>{KIND_KEYS[kind]}</kbd>
            </dt>
            <dd>{kinds(`input.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
