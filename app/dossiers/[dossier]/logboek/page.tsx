import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { auditAskedBy, auditFilterOf } from "@/components/audit/address";
import { AuditLog } from "@/components/audit/audit-log";
import { PageHead } from "@/components/shell/page-head";
import { dossierAudit, dossierAuditActions } from "@/domain/audit/queries";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("dossier.title") };
}

/** What happened in this dossier, in words, for who may read it. */
export default async function DossierLogPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("audit");
  const query = await searchParams;
  // It is the log of this dossier, whatever the address says.
  const { dossier: _, ...filter } = auditFilterOf(query);
  const list = await dossierAudit(scope, filter, pageOf(query));
  const actions = await dossierAuditActions(scope);
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <PageHead title={t("dossier.title")} meta={t("dossier.lead")} />
      <AuditLog
        list={list}
        filter={filter}
        choices={{ actions }}
        href={to.log()}
        fileHref={to.logFile(auditAskedBy(filter))}
        hrefFor={(page) => to.log({ ...auditAskedBy(filter), page })}
        headingLevel={2}
      />
    </>
  );
}
