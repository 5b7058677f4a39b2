import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Page } from "@/components/ui/stack";
import styles from "./dossier-frame.module.css";
import { DossierSteps } from "./dossier-steps";

/** In which dossier one is, and the way through it. */
export function DossierFrame({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations("navigation");
  const base = `/dossiers/${slug}`;
  return (
    <div className={styles.frame}>
      <nav aria-label={t("dossierMenu")} className={styles.band}>
        <Page className={styles.bar}>
          <p className={styles.title}>
            <span className="visually-hidden">{t("dossier")} </span>
            {title}
          </p>
          <div className={styles.links}>
            <TextLink href={`${base}/zoeken`} className={styles.link}>
              <Icon name="search" />
              {t("search")}
            </TextLink>
            <TextLink href={`${base}/instellingen`} className={styles.link}>
              {t("settings")}
            </TextLink>
          </div>
        </Page>
      </nav>
      <DossierSteps
        base={base}
        items={[
          { key: "overzicht", href: "", label: t("steps.overview") },
          { key: "bronnen", href: "bronnen", label: t("steps.sources") },
          { key: "stellingen", href: "stellingen", label: t("steps.statements") },
          { key: "kernwaarden", href: "kernwaarden", label: t("steps.coreValues") },
          { key: "pve", href: "pve", label: t("steps.specification") },
          { key: "verantwoording", href: "verantwoording", label: t("steps.accountability") },
          { key: "publicatie", href: "publicatie", label: t("steps.publication") },
        ]}
      />
    </div>
  );
}
