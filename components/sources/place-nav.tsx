import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { PlaceRow } from "@/domain/sources/model";
import { nameOf } from "./place-words";
import styles from "./places.module.css";

/** The passages to decide on, in the order of the text, with what was decided. */
export function PlaceNav({
  slug,
  sourceId,
  rows,
  at,
}: {
  slug: string;
  sourceId: string;
  rows: readonly PlaceRow[];
  at: string | null;
}) {
  const t = useTranslations("sources.places");
  const to = addresses.dossier(slug);
  if (rows.length === 0) return null;
  return (
    <nav aria-label={t("list")} className={styles.nav}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.passageId} className={row.passageId === at ? styles.current : undefined}>
            {row.decision !== null ? (
              <Icon name="check" />
            ) : row.status === "orphan" ? (
              <Icon name="close" />
            ) : (
              <span className={styles.query} aria-hidden="true">
                ?
              </span>
            )}
            <div>
              <TextLink
                href={to.places(sourceId, { passage: row.passageId })}
                aria-current={row.passageId === at ? "true" : undefined}
              >
                {nameOf(row)}
              </TextLink>
              <small className={styles.said}>
                {row.decision !== null ? t(`decided.${row.decision}`) : t(`status.${row.status}`)}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </nav>
  );
}
