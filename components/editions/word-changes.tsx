import { useTranslations } from "next-intl";
import { DiffText } from "@/components/requirements/diff-text";
import { wordChange } from "@/domain/editions/rules/word-change";
import styles from "./changes.module.css";

/** What a text became: word by word, with a bar beside what is new as a whole, and what is gone still to be read. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  const t = useTranslations("editions.changes");
  const change = wordChange(before, after);
  if ("mixed" in change) return <DiffText parts={change.mixed} />;
  return (
    <>
      {change.gone ? (
        <div className={styles.gone} lang="nl">
          <span className="visually-hidden">{t("deleted")} </span>
          <del>{change.gone}</del>
        </div>
      ) : null}
      {change.fresh ? (
        <div className={styles.fresh} lang="nl">
          <span className="visually-hidden">{t("inserted")} </span>
          {change.fresh}
        </div>
      ) : null}
    </>
  );
}
