import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SiteBar, type Visit } from "./bar";
import { PageShell } from "./page-shell";

/** A page outside the dossiers: the bar, and under it the page. */
export function SitePage({ visit, children }: { visit: Visit; children: ReactNode }) {
  const t = useTranslations("app");
  return (
    <>
      <SiteBar appName={t("name")} visit={visit} />
      <PageShell>{children}</PageShell>
    </>
  );
}
