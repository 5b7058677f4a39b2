import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { Neighbour } from "@/domain/requirements/model";
import styles from "./neighbours.module.css";

/** To the requirement before and after, in the order of the document. */
export function Neighbours({
  slug,
  previous,
  next,
}: {
  slug: string;
  previous: Neighbour | null;
  next: Neighbour | null;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements");
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("neighbours.label")} className={styles.nav}>
      {previous ? (
        <TextLink href={to.requirement(previous.id)} rel="prev" className={styles.step}>
          <Icon name="chevron-left" />
          <span>
            <span className={styles.side}>{t("neighbours.previous")}</span>
            <span className={styles.title}>
              {previous.code} {previous.title}
            </span>
          </span>
        </TextLink>
      ) : (
        <span />
      )}
      {next ? (
        <TextLink href={to.requirement(next.id)} rel="next" className={styles.step}>
          <span>
            <span className={styles.side}>{t("neighbours.next")}</span>
            <span className={styles.title}>
              {next.code} {next.title}
            </span>
          </span>
          <Icon name="chevron-right" />
        </TextLink>
      ) : null}
    </nav>
  );
}
