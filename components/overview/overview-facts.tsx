import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";
import { formatDate } from "@/domain/kernel/dates";
import type { OverviewFacts } from "@/domain/overview/model";
import styles from "./overview-facts.module.css";

/** The next dates of the planning. */
export function Milestones({
  milestones,
  base,
  mayWrite,
}: {
  milestones: OverviewFacts["milestones"];
  base: string;
  mayWrite: boolean;
}) {
  const t = useTranslations("overview");
  const locale = useLocale();
  if (milestones.length === 0) {
    return (
      <p>
        {t("planning.none")}{" "}
        {mayWrite ? <TextLink href={`${base}/instellingen`}>{t("planning.add")}</TextLink> : null}
      </p>
    );
  }
  return (
    <ol className={styles.list}>
      {milestones.map((milestone) => (
        <li key={milestone.id} className={styles.item}>
          <span>{milestone.title}</span>
          <time dateTime={milestone.onDate} className={styles.value}>
            {formatDate(milestone.onDate, locale)}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** The groups at the table, with how many reactions each gave. Counts, no percentages. */
export function Groups({
  groups,
  base,
  mayWrite,
}: {
  groups: OverviewFacts["groups"];
  base: string;
  mayWrite: boolean;
}) {
  const t = useTranslations("overview");
  if (groups.length === 0) {
    return (
      <p>
        {t("groups.none")}{" "}
        {mayWrite ? <TextLink href={`${base}/instellingen`}>{t("groups.add")}</TextLink> : null}
      </p>
    );
  }
  return (
    <ul className={styles.list}>
      {groups.map((group) => (
        <li key={group.id} className={styles.item}>
          <TextLink href={`${base}/stellingen?groep=${group.id}`}>{group.name}</TextLink>
          {group.reactions === 0 && group.expected ? (
            <span className={styles.silent}>{t("groups.silent")}</span>
          ) : (
            <span className={styles.value}>
              {t("groups.reactions", { count: group.reactions })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
