import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/link";
import { Page } from "@/components/ui/stack";
import styles from "./footer.module.css";

/** The foot of every page: what this is, and the links a public service owes its readers. */
export function Footer({
  links = [],
  wide = false,
  children,
}: {
  links?: { href: string; label: string }[];
  wide?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("shell.footer");
  return (
    <footer className={styles.footer}>
      <Page wide={wide} className={styles.inner}>
        <div className={styles.about}>
          <p>{t("about")}</p>
          <p className={styles.way}>
            <span aria-hidden="true">{t("way")}</span>
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
