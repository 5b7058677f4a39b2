import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Page } from "@/components/ui/stack";
import styles from "./header.module.css";
import { Logo } from "./logo";

export type HeaderLink = { href: string; label: string; current?: boolean };

/** The bar at the top of every page: who we are, where one can go, who is signed in. */
export function Header({
  appName,
  href = addresses.home(),
  user = null,
  links,
  signOut,
  languageSwitch,
  wide = false,
}: {
  appName: string;
  href?: string;
  user?: { name: string } | null;
  links: HeaderLink[];
  signOut?: ReactNode;
  languageSwitch?: ReactNode;
  wide?: boolean;
}) {
  const t = useTranslations("shell.header");
  return (
    <header className={styles.header}>
      <Page wide={wide} className={styles.bar}>
        <Link
          prefetch={false}
          href={href}
          className={styles.brand}
          aria-label={t("home", { name: appName })}
        >
          <Logo className={styles.logo} />
          <span className={styles.name}>{appName}</span>
        </Link>
        {links.length > 0 ? (
          <nav aria-label={t("main")} className={styles.nav}>
            <ul className={styles.links}>
              {links.map((link) => (
                <li key={link.href}>
                  <Link
                    prefetch={false}
                    href={link.href}
                    className={cx(styles.link, link.current && styles.current)}
                    aria-current={link.current ? "page" : undefined}
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <div className={styles.side}>
          {languageSwitch ? <div className={styles.item}>{languageSwitch}</div> : null}
          {user ? (
            <p className={styles.user}>
              <Icon name="person" />
              <span>
                <span className="visually-hidden">{t("signedInAs")} </span>
                {user.name}
              </span>
            </p>
          ) : null}
          {signOut ? <div className={styles.item}>{signOut}</div> : null}
        </div>
      </Page>
    </header>
  );
}
