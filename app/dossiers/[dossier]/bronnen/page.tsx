import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { ConsultationTable } from "@/components/consultations/consultation-table";
import { PageHead } from "@/components/shell/page-head";
import { SourceTable } from "@/components/sources/source-table";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Refresh } from "@/components/ui/refresh";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayChangeConsultations } from "@/domain/consultations/policy";
import { listConsultations } from "@/domain/consultations/queries";
import { mayImportSources } from "@/domain/sources/policy";
import { listSources } from "@/domain/sources/queries";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("list.pageTitle") };
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("sources");
  const tc = await getTranslations("consultations");
  const [consultations, sources] = await Promise.all([
    listConsultations(scope),
    listSources(scope, pageOf(await searchParams)),
  ]);
  const to = addresses.dossier(scope.slug);
  const nothing = sources.total === 0 && consultations.length === 0;
  const size = nothing ? "default" : "small";
  const addSource = mayImportSources(scope) ? (
    <ButtonLink href={to.addSource()} variant="primary" size={size}>
      {t("list.add")}
    </ButtonLink>
  ) : null;
  const addConsultation = mayChangeConsultations(scope) ? (
    <ButtonLink href={to.addConsultation()} size={size}>
      {tc("list.add")}
    </ButtonLink>
  ) : null;
  const buttons =
    addSource || addConsultation ? (
      <ButtonGroup>
        {/* The main one is last in the row above the work, first in an empty page. */}
        {nothing ? addSource : addConsultation}
        {nothing ? addConsultation : addSource}
      </ButtonGroup>
    ) : null;
  return (
    <>
      <PageHead
        title={t("list.pageTitle")}
        meta={
          nothing
            ? null
            : t("list.meta", { sources: sources.total, consultations: consultations.length })
        }
        actions={nothing ? null : buttons}
      />
      {nothing ? (
        <EmptyState title={t("empty.title")} action={buttons}>
          <Paragraph>{t("empty.body")}</Paragraph>
          <Paragraph>{addSource ? t("empty.next") : t("empty.reader")}</Paragraph>
        </EmptyState>
      ) : (
        <Stack gap="xl">
          <Section id="bronnen" titleHidden title={t("list.sources", { count: sources.total })}>
            {sources.total === 0 ? (
              <Paragraph muted>{t("list.noSources")}</Paragraph>
            ) : (
              <SourceTable sources={sources.rows} slug={scope.slug} />
            )}
            {sources.rows.some(({ state }) => state === "waiting" || state === "reading") ? (
              <Refresh />
            ) : null}
            <Pagination
              page={sources.page}
              pages={sources.pages}
              total={sources.total}
              hrefFor={(page) => to.sources({ page })}
            />
          </Section>
          <Section id="consultaties" title={tc("list.heading", { count: consultations.length })}>
            {consultations.length === 0 ? (
              <Paragraph muted>{tc("list.none")}</Paragraph>
            ) : (
              <ConsultationTable rows={consultations} slug={scope.slug} />
            )}
          </Section>
        </Stack>
      )}
    </>
  );
}
