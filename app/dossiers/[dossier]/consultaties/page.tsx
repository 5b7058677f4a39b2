import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { ConsultationTable } from "@/components/consultations/consultation-table";
import { SourcesHead } from "@/components/sources/sources-head";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Paragraph } from "@/components/ui/text";
import { mayChangeConsultations } from "@/domain/consultations/policy";
import { listConsultations } from "@/domain/consultations/queries";
import { countOpen } from "@/domain/personal-data/queries";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("list.consultations") };
}

/** The occasions at which people were heard, a page at a time. */
export default async function ConsultationsPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const list = await listConsultations(scope, pageOf(await searchParams));
  const t = await getTranslations("consultations");
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <SourcesHead
        slug={scope.slug}
        view="consultations"
        open={await countOpen(scope)}
        meta={list.total > 0 ? t("list.heading", { count: list.total }) : null}
        actions={
          mayChangeConsultations(scope) ? (
            <ButtonLink href={to.addConsultation()} variant="primary" size="small">
              {t("list.add")}
            </ButtonLink>
          ) : null
        }
      />
      <Section id="consultaties" titleHidden title={t("list.heading", { count: list.total })}>
        {list.total === 0 ? (
          <Paragraph muted>{t("list.none")}</Paragraph>
        ) : (
          <ConsultationTable rows={list.rows} slug={scope.slug} />
        )}
        <Pagination
          page={list.page}
          pages={list.pages}
          total={list.total}
          hrefFor={(page) => to.consultations({ page })}
        />
      </Section>
    </>
  );
}
