import type { ReactNode } from "react";
import { requireMembership } from "@/app/_lib/session";
import { DossierFrame } from "@/components/dossiers/dossier-frame";
import { PageShell } from "@/components/shell/page-shell";
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
  return (
    <>
      {mayRead(scope) ? <DossierFrame slug={scope.slug} title={scope.title} /> : null}
      <PageShell>{children}</PageShell>
    </>
  );
}
