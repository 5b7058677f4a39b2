"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { SEGMENT_KINDS, type SegmentKind } from "@/db/vocabulary";
import type { StatementChoice } from "@/domain/splitting/model";
import { Hint } from "./hint";
import styles from "./selection-bar.module.css";

/** What can be done at once with the segments that are chosen together. */
export function SelectionBar({
  count,
  away,
  statements,
  hints,
  onKind,
  onStatement,
  onGroup,
  onIrrelevant,
  onAccept,
  onClose,
}: {
  count: number;
  /** How many of them are not on this page. */
  away: number;
  statements: StatementChoice[];
  hints: boolean;
  onKind: (kind: SegmentKind) => void;
  onStatement: (number: number | null) => void;
  onGroup: () => void;
  onIrrelevant: () => void;
  onAccept: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("splitting.range");
  const all = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  return (
    <section aria-label={t("label")} className={styles.bar}>
      <p className={styles.count} role="status">
        <b>{t("chosen", { count })}</b>
        {away > 0 ? <small>{t("away", { count: away })}</small> : null}
      </p>
      <select
        aria-label={all("field.kind")}
        className={styles.control}
        value=""
        onChange={(event) => onKind(event.target.value as SegmentKind)}
      >
        <option value="" disabled>
          {all("field.kind")}
        </option>
        {SEGMENT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(`input.${kind}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={all("field.statement")}
        className={styles.control}
        value=""
        onChange={(event) =>
          onStatement(event.target.value === "none" ? null : Number(event.target.value))
        }
      >
        <option value="" disabled>
          {all("field.statement")}
        </option>
        <option value="none">{all("field.noStatement")}</option>
        {statements.map(({ number, text }) => (
          <option key={number} value={number}>
            {all("field.statementOption", { number, text: text.slice(0, 60) })}
          </option>
        ))}
      </select>
      <button type="button" className={styles.control} onClick={onGroup}>
        {all("field.group")} <Hint shown={hints} letter="g" />
      </button>
      <button type="button" className={styles.control} onClick={onIrrelevant}>
        {all("do.irrelevant")} <Hint shown={hints} letter="x" />
      </button>
      <button type="button" className={styles.control} onClick={onAccept}>
        {all("do.accept")} <Hint shown={hints} letter="a" />
      </button>
      <button type="button" className={styles.close} onClick={onClose}>
        <Icon name="close" />
        <span className="visually-hidden">{t("close")}</span>
      </button>
    </section>
  );
}
