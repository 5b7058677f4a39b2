import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
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
  const filter = {
    action: textOf(query, "action"),
    person: textOf(query, "person"),
    from: textOf(query, "since"),
    until: textOf(query, "until"),
  };
  const list = await dossierAudit(scope, filter, pageOf(query));
  const actions = await dossierAuditActions(scope);
  const to = addresses.dossier(scope.slug);
  const chosen = Object.values(filter).some(Boolean);
  return (
    <>
      <PageHead title={t("dossier.title")} meta={t("dossier.lead")} />
      <AuditFilters
        action={to.log()}
        filter={filter}
        choices={{ actions }}
        clearHref={chosen ? to.log() : undefined}
      />
      {list.total === 0 ? (
        <EmptyState
          title={t("nothing")}
          action={chosen ? <TextLink href={to.log()}>{t("all")}</TextLink> : null}
        >
          <p>{chosen ? t("nothingFound") : t("nothingYet")}</p>
        </EmptyState>
      ) : (
        <AuditTable acts={list.acts} caption={t("count", { count: list.total })} where={false} />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) =>
          to.log({
            action: filter.action,
            person: filter.person,
            since: filter.from,
            until: filter.until,
            page,
          })
        }
      />
    </>
  );
}
