import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { PlaceList } from "@/domain/sources/model";
import styles from "./places.module.css";

/** How many passages looked alike, were not found, moved or stayed, and how many of them ask for somebody's eye. */
export function PlaceSums({ counts, total }: Pick<PlaceList, "counts"> & { total: number }) {
  const t = useTranslations("sources.places");
  const all = counts.exact + counts.moved + counts.proposed + counts.orphan;
  return (
    <div className={styles.sums}>
      <ul className={styles.chips}>
        <li className={`${styles.chip} ${styles.proposed}`}>
          <span className={styles.query} aria-hidden="true">
            ?
          </span>
          {t("sum.proposed", { count: counts.proposed })}
        </li>
        <li className={`${styles.chip} ${styles.orphan}`}>
          <Icon name="close" />
          {t("sum.orphan", { count: counts.orphan })}
        </li>
        <li className={`${styles.chip} ${styles.moved}`}>
          <Icon name="arrow-right" />
          {t("sum.moved", { count: counts.moved })}
        </li>
        <li className={styles.chip}>
          <Icon name="check" />
          {t("sum.exact", { count: counts.exact })}
        </li>
      </ul>
      {all > 0 ? (
        <p className={styles.said}>{t("right", { right: all - total, all, total })}</p>
      ) : null}
    </div>
  );
}
