import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { SenderBar, type Visit } from "@/components/shell/bar";
import { PageShell } from "@/components/shell/page-shell";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import type { ConsultationPage } from "@/domain/participation/model";
import styles from "./reacting.module.css";

/** Around every screen of who reacts: the municipality above it, and whom one can ask below. */
export function ReactingShell({
  page,
  code,
  visit,
  wide = false,
  children,
}: {
  page: ConsultationPage;
  code: string;
  visit: Visit;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("participation.react");
  return (
    <>
      <SenderBar sender={page.contractingAuthority} visit={visit} anonymous />
      <PageShell>
        <div className={cx(styles.screen, wide && styles.wide)}>
          {children}
          <footer className={styles.house}>
            {page.house.contact ? (
              <p className={styles.lines}>
                <b>{t("questions")}</b>
                {"\n"}
                {page.house.contact}
              </p>
            ) : null}
            <TextLink href={addresses.reactPrivacy(code)}>{t("privacy.link")}</TextLink>
          </footer>
        </div>
      </PageShell>
    </>
  );
}

/** A small form that does one thing: an ordinary post, with scripts and without. */
export function Post({
  code,
  act,
  hidden = {},
  className,
  children,
}: {
  code: string;
  act: string;
  hidden?: Record<string, string>;
  className?: string;
  children: ReactNode;
}) {
  return (
    <form method="post" action={addresses.reactSend(code)} className={className}>
      {Object.entries({ act, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
