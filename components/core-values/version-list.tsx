import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";
import type { CoreValueVersion } from "@/domain/core-values/model";
import { formatMoment } from "@/domain/kernel/dates";
import styles from "./version-list.module.css";

/** Every wording a kernwaarde has had, the newest first. */
export function VersionList({
  versions,
  restoreHref,
}: {
  versions: CoreValueVersion[];
  /** Where an older version is put back; left out for who may not write. */
  restoreHref?: (n: number) => string;
}) {
  const t = useTranslations("coreValues.versions");
  const language = useLocale();
  const newest = Math.max(...versions.map(({ n }) => n));
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
          {restoreHref && version.n < newest ? (
            <p>
              <TextLink href={restoreHref(version.n)}>
                {t("restore")}
                <span className="visually-hidden"> {t("n", { n: version.n })}</span>
              </TextLink>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
