import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Heading } from "@/components/ui/heading";
import type { CoreValueDetail, SpreadLine } from "@/domain/core-values/model";
import { isCommonGround, silentGroups } from "@/domain/core-values/rules";
import styles from "./spread.module.css";

/** How far a kernwaarde reaches: per group and consultation, and who is silent. Raw counts. */
export function SpreadOverview({ coreValue }: { coreValue: CoreValueDetail }) {
  const t = useTranslations("coreValues.spread");
  const silent = silentGroups(coreValue.byGroup);
  const heard = coreValue.byGroup.filter((line) => line.words > 0);
  return (
    <div className={styles.spread}>
      <div className={styles.sum}>
        {isCommonGround(coreValue) ? <Badge tone="ok">{t("common")}</Badge> : null}
        <p>
          {t("sum", {
            words: coreValue.words,
            groups: coreValue.groups,
            consultations: coreValue.consultations,
          })}
        </p>
      </div>
      <Counts title={t("byGroup")} lines={heard} unknown={t("groupUnknown")} none={t("nothing")} />
      {silent.length > 0 ? (
        <div className={styles.part}>
          <Heading level={3} className={styles.title}>
            {t("silent")}
          </Heading>
          <p className={styles.note}>{t("silentNote")}</p>
          <ul className={styles.names}>
            {silent.map((line) => (
              <li key={line.id}>{line.name}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Counts
        title={t("byConsultation")}
        lines={coreValue.byConsultation}
        unknown={t("consultationUnknown")}
        none={t("nothing")}
      />
    </div>
  );
}

function Counts({
  title,
  lines,
  unknown,
  none,
}: {
  title: string;
  lines: SpreadLine[];
  unknown: string;
  none: string;
}) {
  return (
    <div className={styles.part}>
      <Heading level={3} className={styles.title}>
        {title}
      </Heading>
      {lines.length === 0 ? (
        <p className={styles.note}>{none}</p>
      ) : (
        <dl className={styles.lines}>
          {lines.map((line) => (
            <div key={line.id ?? "unknown"} className={styles.line}>
              <dt>{line.name ?? unknown}</dt>
              <dd>{line.words}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
