import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import { formatDate } from "@/domain/kernel/dates";
import type { OverviewFacts } from "@/domain/overview/model";
import styles from "./overview-facts.module.css";

/** The next dates of the planning. */
export function Milestones({
  milestones,
  slug,
  mayWrite,
}: {
  milestones: OverviewFacts["milestones"];
  slug: string;
  mayWrite: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("overview");
  const locale = useLocale();
  if (milestones.length === 0) {
    return (
      <p>
        {t("planning.none")}{" "}
        {mayWrite ? <TextLink href={to.settings()}>{t("planning.add")}</TextLink> : null}
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
  slug,
  mayWrite,
}: {
  groups: OverviewFacts["groups"];
  slug: string;
  mayWrite: boolean;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("overview");
  if (groups.length === 0) {
    return (
      <p>
        {t("groups.none")}{" "}
        {mayWrite ? <TextLink href={to.settings()}>{t("groups.add")}</TextLink> : null}
      </p>
    );
  }
  return (
    <ul className={styles.list}>
      {groups.map((group) => (
        <li key={group.id} className={styles.item}>
          <TextLink href={to.statements({ group: group.id })}>{group.name}</TextLink>
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
