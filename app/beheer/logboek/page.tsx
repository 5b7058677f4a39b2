import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { visitOf } from "@/app/_lib/visit";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { auditAskedBy, auditFilterOf } from "@/components/audit/address";
import { AuditLog } from "@/components/audit/audit-log";
import { PageHead } from "@/components/shell/page-head";
import { SitePage } from "@/components/shell/site-page";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
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
  const filter = auditFilterOf(query);
  const [list, choices] = await Promise.all([
    listAudit(scope, filter, pageOf(query)),
    auditChoices(scope),
  ]);
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
        <AuditLog
          list={list}
          filter={filter}
          choices={choices}
          href={addresses.auditLog()}
          fileHref={addresses.auditFile(auditAskedBy(filter))}
          hrefFor={(page) => addresses.auditLog({ ...auditAskedBy(filter), page })}
          headingLevel={3}
        />
      </Section>
    </SitePage>
  );
}
