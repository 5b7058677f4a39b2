import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Page } from "@/components/ui/stack";
import styles from "./dossier-frame.module.css";
import { DossierSteps } from "./dossier-steps";

/** In which dossier one is, and the way through it. */
export function DossierFrame({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations("navigation");
  const to = addresses.dossier(slug);
  return (
    <div className={styles.frame}>
      <nav aria-label={t("dossierMenu")} className={styles.band}>
        <Page className={styles.bar}>
          <p className={styles.title}>
            <span className="visually-hidden">{t("dossier")} </span>
            {title}
          </p>
          <div className={styles.links}>
            <TextLink href={to.search()} className={styles.link}>
              <Icon name="search" />
              {t("search")}
            </TextLink>
            <TextLink href={to.settings()} className={styles.link}>
              {t("settings")}
            </TextLink>
          </div>
        </Page>
      </nav>
      <DossierSteps
        base={to.overview()}
        items={[
          { key: "overzicht", href: "", label: t("steps.overview") },
          { key: "bronnen", href: to.sources(), label: t("steps.sources") },
          { key: "stellingen", href: to.statements(), label: t("steps.statements") },
          { key: "kernwaarden", href: to.coreValues(), label: t("steps.coreValues") },
          { key: "pve", href: to.specification(), label: t("steps.specification") },
          { key: "verantwoording", href: to.accountability(), label: t("steps.accountability") },
          { key: "publicatie", href: to.publication(), label: t("steps.publication") },
        ]}
      />
    </div>
  );
}
