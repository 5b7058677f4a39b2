import { useLocale, useTranslations } from "next-intl";
import type { CoreValueVersion } from "@/domain/core-values/model";
import { formatMoment } from "@/domain/kernel/dates";
import styles from "./version-list.module.css";

/** Every wording a kernwaarde has had, the newest first. */
export function VersionList({ versions }: { versions: CoreValueVersion[] }) {
  const t = useTranslations("coreValues.versions");
  const language = useLocale();
  return (
    <ol className={styles.list}>
      {versions.map((version) => (
        <li key={version.n} className={styles.item}>
          <p className={styles.when}>
            {t("made", {
              n: version.n,
              moment: formatMoment(version.createdAt, language),
              name: version.createdBy ?? "none",
            })}
          </p>
          {version.reason ? <p>{t("reason", { reason: version.reason })}</p> : null}
          <p className={styles.name}>{version.name}</p>
          {version.definition ? <p className={styles.words}>{version.definition}</p> : null}
          {version.rule ? (
            <p className={styles.words}>{t("rule", { rule: version.rule })}</p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
