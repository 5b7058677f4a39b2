import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { LastPlace } from "@/domain/overview/model";
import styles from "./go-on.module.css";

/** Leads back to where somebody was last at work on a splitting. */
export function GoOn({ slug, place }: { slug: string; place: LastPlace }) {
  const t = useTranslations("sources.goOn");
  const to = addresses.dossier(slug);
  return (
    <section aria-label={t("title")} className={styles.box}>
      <Icon name="arrow-right" className={styles.icon} />
      <p className={styles.words}>
        <strong>{t("title")}:</strong> {t("place", { title: place.title, block: place.block })}{" "}
        {t("open", { count: place.open })}
      </p>
      <ButtonLink
        size="small"
        variant="primary"
        href={to.part(place.sourceId, place.n, { segment: place.start })}
      >
        {t("button")}
      </ButtonLink>
    </section>
  );
}
