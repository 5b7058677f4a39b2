import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Cluster } from "@/components/ui/stack";
import type { PlaceList } from "@/domain/sources/model";
import styles from "./places.module.css";

/** How many passages looked alike, were not found, moved or stayed. */
export function PlaceSums({ counts, open }: Pick<PlaceList, "counts" | "open">) {
  const t = useTranslations("sources.places");
  return (
    <Cluster gap="m">
      <span className={styles.unsure}>
        <span className={styles.query} aria-hidden="true">
          ?
        </span>
        {t("sum.proposed", { count: counts.proposed })}
      </span>
      <span className={styles.gone}>
        <Icon name="close" />
        {t("sum.orphan", { count: counts.orphan })}
      </span>
      <span className={styles.sure}>{t("sum.moved", { count: counts.moved })}</span>
      <span className={styles.sure}>{t("sum.exact", { count: counts.exact })}</span>
      <span className={styles.sure}>{t("sum.open", { count: open })}</span>
    </Cluster>
  );
}
