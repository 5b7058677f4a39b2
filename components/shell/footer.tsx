import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Page } from "@/components/ui/stack";
import styles from "./footer.module.css";

const STEPS = ["statement", "reaction", "coreValue", "requirement"] as const;

/** The foot of every page: what this is, and the links a public service owes its readers. */
export function Footer({
  links = [],
  children,
}: {
  links?: { href: string; label: string }[];
  children?: ReactNode;
}) {
  const t = useTranslations("shell.footer");
  return (
    <footer className={styles.footer}>
      <Page className={styles.inner}>
        <div className={styles.about}>
          <p>{t("about")}</p>
          <p className={styles.way}>
            <span aria-hidden="true" className={styles.steps}>
              {STEPS.map((step, index) => (
                <Fragment key={step}>
                  {index > 0 ? <Icon name="arrow-right" /> : null}
                  {t(`steps.${step}`)}
                </Fragment>
              ))}
            </span>
            <span className="visually-hidden">{t("wayLabel")}</span>
          </p>
          {children}
        </div>
        <div className={styles.side}>
          {links.length > 0 ? (
            <nav aria-label={t("label")}>
              <ul className={styles.links}>
                {links.map((link) => (
                  <li key={link.href}>
                    <TextLink href={link.href} className={styles.link}>
                      {link.label}
                    </TextLink>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          <p className={styles.licence}>{t("licence")}</p>
        </div>
      </Page>
    </footer>
  );
}
