import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";
import styles from "./link.module.css";

/**
 * A link in running text. `external` marks that it leaves this application. Nothing is fetched
 * ahead: every page asks the database, and a list of links would ask it for each of them.
 */
export function TextLink({
  external = false,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & { external?: boolean }) {
  const name = cx("utrecht-link utrecht-link--html-a", styles.link, className);
  if (external) return <ExternalLink className={name} {...rest} label={children} />;
  return (
    <Link prefetch={false} className={name} {...rest}>
      {children}
    </Link>
  );
}

function ExternalLink({
  label,
  href,
  className,
}: {
  label: ReactNode;
  href: ComponentProps<typeof Link>["href"];
  className: string;
}) {
  const t = useTranslations("ui");
  return (
    <a className={className} href={String(href)} rel="external noreferrer">
      {label}
      <Icon name="external" className={styles.external} />
      <span className="visually-hidden"> {t("external")}</span>
    </a>
  );
}

/** First thing on the page for the keyboard: jumps over the header to the content. */
export function SkipLink({ href = "#main" }: { href?: string }) {
  const t = useTranslations("ui");
  return (
    <a className={cx("utrecht-skip-link", styles.skip)} href={href}>
      {t("skip")}
    </a>
  );
}
