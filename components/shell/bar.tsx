import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { HelpLink } from "@/components/help/help-link";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import styles from "./bar.module.css";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";

export interface BarLink {
  href: string;
  label: string;
}

/** What the bar of every page knows: who is signed in, and what that person can go to. */
export interface Visit {
  person: { name: string } | null;
  /** The pages that belong to no dossier. */
  links: BarLink[];
  /** The choices of somebody's own: preferences. */
  own: BarLink[];
  /** A small form that shows the page in the other language. */
  language: ReactNode;
  /** A small form that signs out, or the link to sign in. */
  session: ReactNode;
}

/** The one bar above every page. */
function Bar({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <header className={styles.header}>
      <div className={cx(styles.bar, className)}>{children}</div>
    </header>
  );
}

/** The mark that leads to the first page. */
function Brand({ appName, short = false }: { appName: string; short?: boolean }) {
  const t = useTranslations("shell.header");
  return (
    <Link
      prefetch={false}
      href={addresses.home()}
      className={styles.brand}
      aria-label={t("home", { name: appName })}
    >
      <Logo className={styles.logo} />
      <span className={cx(styles.appName, short && styles.short)}>{appName}</span>
    </Link>
  );
}

/** The bar of a page that can ask the server nothing any more. */
export function PlainBar({ appName }: { appName: string }) {
  return (
    <Bar>
      <Brand appName={appName} />
    </Bar>
  );
}

/** The bar of a page outside the dossiers. */
export function SiteBar({ appName, visit }: { appName: string; visit: Visit }) {
  const t = useTranslations("shell.header");
  return (
    <Bar>
      <Brand appName={appName} />
      {visit.links.length > 0 ? (
        <nav aria-label={t("main")} className={styles.pages}>
          <ul className={styles.links}>
            {visit.links.map((link) => (
              <li key={link.href}>
                <NavLink {...link} className={styles.link} />
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Side visit={visit} />
    </Bar>
  );
}

/** The bar above what a municipality shows to others: it is the sender, Herleid stands below. */
export function SenderBar({
  sender,
  visit,
  anonymous = false,
}: {
  sender: string;
  visit: Visit;
  /** For who has no account and needs none: no way to sign in. */
  anonymous?: boolean;
}) {
  return (
    <Bar>
      <p className={styles.sender}>{sender}</p>
      <Side visit={anonymous && !visit.person ? { ...visit, session: null } : visit} />
    </Bar>
  );
}

/**
 * The bar of a dossier: its name, the steps of the way and the search field; on a narrow screen the
 * steps are in the menu and the field is a link.
 */
export function DossierBar({
  appName,
  title,
  home,
  steps,
  stepsMenu,
  search,
  searchHref,
  menu,
  visit,
}: {
  appName: string;
  title: string;
  home: string;
  steps: ReactNode;
  stepsMenu: ReactNode;
  search: ReactNode;
  searchHref: string;
  /** More choices in the menu, such as those of this dossier. */
  menu: ReactNode;
  visit: Visit;
}) {
  const t = useTranslations("shell.header");
  return (
    <Bar className={styles.dossier}>
      <Brand appName={appName} short />
      <NavLink href={home} label={title} exact className={styles.name} title={title} />
      <div className={styles.steps}>{steps}</div>
      <div className={styles.search}>{search}</div>
      <Link prefetch={false} href={searchHref} className={styles.glass}>
        <Icon name="search" />
        <span className="visually-hidden">{t("search")}</span>
      </Link>
      <HelpLink label={t("help")} className={styles.help} />
      <PersonMenu visit={visit}>
        <div className={styles.stepsMenu}>{stepsMenu}</div>
        {menu}
      </PersonMenu>
    </Bar>
  );
}

/** The end of a bar: the menu of who is signed in, or the ways in. */
function Side({ visit }: { visit: Visit }) {
  const t = useTranslations("shell.header");
  if (visit.person) {
    return (
      <div className={styles.side}>
        <HelpLink label={t("help")} className={styles.help} />
        <PersonMenu visit={visit} />
      </div>
    );
  }
  return (
    <div className={styles.side}>
      <div className={styles.way}>{visit.language}</div>
      {visit.session ? <div className={styles.way}>{visit.session}</div> : null}
    </div>
  );
}

/** Everything that is about the visitor, and on a narrow screen the pages one can go to. */
function PersonMenu({ visit, children }: { visit: Visit; children?: ReactNode }) {
  const t = useTranslations("shell.header");
  const name = visit.person?.name ?? "";
  return (
    <Menu
      label={t("menu", { name })}
      className={styles.person}
      summary={
        <>
          <Icon name="menu" className={styles.burger} />
          <Icon name="person" className={styles.head} />
          <span className={styles.who}>{name.split(" ")[0]}</span>
          <Icon name="chevron" className={styles.fold} />
        </>
      }
    >
      {children}
      <MenuGroup>
        {visit.links.map((link) => (
          <MenuItem key={link.href}>
            <NavLink {...link} />
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup title={t("signedInAs", { name })}>
        {visit.own.map((link) => (
          <MenuItem key={link.href}>
            <NavLink {...link} />
          </MenuItem>
        ))}
        <MenuItem>{visit.language}</MenuItem>
        <MenuItem>{visit.session}</MenuItem>
      </MenuGroup>
    </Menu>
  );
}
