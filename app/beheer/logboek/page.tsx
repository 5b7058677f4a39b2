import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { visitOf } from "@/app/_lib/visit";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { PageHead } from "@/components/shell/page-head";
import { SitePage } from "@/components/shell/site-page";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ActionForm } from "@/components/ui/form";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Paragraph } from "@/components/ui/text";
import { auditChoices, listAudit } from "@/domain/audit/queries";
import { verify } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const scope = await requireAdministrator();
  const t = await getTranslations("audit");
  const query = await searchParams;
  const filter = {
    dossier: textOf(query, "dossier"),
    action: textOf(query, "action"),
    person: textOf(query, "person"),
    from: textOf(query, "since"),
    until: textOf(query, "until"),
  };
  const [list, choices] = await Promise.all([
    listAudit(scope, filter, pageOf(query)),
    auditChoices(scope),
  ]);
  const path = addresses.auditLog();
  const chosen = Object.values(filter).some(Boolean);
  return (
    <SitePage visit={await visitOf()}>
      <PageHead title={t("title")} meta={t("lead")} />
      <Section id="keten" title={t("verify.title")} lead={t("verify.lead")}>
        <ActionForm
          name={null}
          action={verify}
          submitLabel={t("verify.submit")}
          submitVariant="secondary"
          label={t("verify.title")}
        />
        <Paragraph small muted>
          {t("heads.lead")}
        </Paragraph>
        <ButtonGroup>
          <ButtonLink size="small" href={addresses.auditHeads()} download>
            {t("heads.download")}
          </ButtonLink>
        </ButtonGroup>
      </Section>
      <Section id="gebeurtenissen" title={t("events")}>
        <AuditFilters
          action={path}
          filter={filter}
          choices={choices}
          clearHref={chosen ? path : undefined}
        />
        {list.total === 0 ? (
          <EmptyState
            title={t("nothing")}
            headingLevel={3}
            action={chosen ? <TextLink href={path}>{t("all")}</TextLink> : null}
          >
            <p>{chosen ? t("nothingFound") : t("nothingYet")}</p>
          </EmptyState>
        ) : (
          <AuditTable acts={list.acts} caption={t("count", { count: list.total })} />
        )}
        <Pagination
          page={list.page}
          pages={list.pages}
          total={list.total}
          hrefFor={(page) =>
            addresses.auditLog({
              dossier: filter.dossier,
              action: filter.action,
              person: filter.person,
              since: filter.from,
              until: filter.until,
              page,
            })
          }
        />
      </Section>
    </SitePage>
  );
}
