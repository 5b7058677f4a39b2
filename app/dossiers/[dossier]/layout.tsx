import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ownPreferences, requireMembership } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { saveLetterKeys } from "@/app/voorkeuren/actions";
import { ArchivedNotice } from "@/components/dossiers/archived-notice";
import { DossierFrame } from "@/components/dossiers/dossier-frame";
import { PageShell } from "@/components/shell/page-shell";
import { SitePage } from "@/components/shell/site-page";
import { mayRead } from "@/domain/dossiers/policy";

/** The frame of every page in a dossier; a stakeholder gets it without the way through the work. */
export default async function DossierLayout({
  params,
  children,
}: {
  params: Promise<{ dossier: string }>;
  children: ReactNode;
}) {
  const scope = await requireMembership((await params).dossier);
  if (!mayRead(scope)) return <SitePage visit={await visitOf()}>{children}</SitePage>;
  const [t, visit, { letterKeys }] = await Promise.all([
    getTranslations("app"),
    visitOf(),
    ownPreferences(),
  ]);
  return (
    <DossierFrame
      appName={t("name")}
      slug={scope.slug}
      title={scope.title}
      visit={visit}
      letterKeys={letterKeys}
      saveLetterKeys={saveLetterKeys}
    >
      <PageShell>
        {scope.archived ? <ArchivedNotice /> : null}
        {children}
      </PageShell>
    </DossierFrame>
  );
}
