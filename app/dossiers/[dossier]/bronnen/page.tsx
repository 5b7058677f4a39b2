import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { GoOn } from "@/components/sources/go-on";
import { SourceTable } from "@/components/sources/source-table";
import { listAsked, SHOW_WORDS, SORT_WORDS, SourceTools } from "@/components/sources/source-tools";
import { SourcesHead } from "@/components/sources/sources-head";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Refresh } from "@/components/ui/refresh";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayChangeConsultations } from "@/domain/consultations/policy";
import { countConsultations } from "@/domain/consultations/queries";
import { lastPlace } from "@/domain/overview/queries";
import { countOpen } from "@/domain/personal-data/queries";
import { SOURCE_SORTS, type SourcesAsked } from "@/domain/sources/model";
import { mayImportSources } from "@/domain/sources/policy";
import { listSources } from "@/domain/sources/queries";
import { requirementsOnSources } from "@/domain/trace/queries";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("list.pageTitle") };
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("sources");
  const tc = await getTranslations("consultations");
  const writes = mayImportSources(scope);
  const asked: SourcesAsked = {
    search: textOf(query, "search"),
    sort: SOURCE_SORTS.find((sort) => SORT_WORDS[sort] === textOf(query, "sort")),
    sector: textOf(query, "sector") || undefined,
    show: writes ? showOf(textOf(query, "show")) : undefined,
    page: pageOf(query),
  };
  const sources = await listSources(scope, asked);
  const empty = sources.counts.all === 0 && !asked.search;
  const open = await countOpen(scope);
  const nothing = empty && (await countConsultations(scope)) === 0;
  const to = addresses.dossier(scope.slug);
  const size = nothing ? "default" : "small";
  const addSource = writes ? (
    <ButtonLink href={to.addSource()} variant="primary" size={size}>
      {t("list.add")}
    </ButtonLink>
  ) : null;
  const addConsultation =
    nothing && mayChangeConsultations(scope) ? (
      <ButtonLink href={to.addConsultation()} size={size}>
        {tc("list.add")}
      </ButtonLink>
    ) : null;
  if (nothing) {
    const buttons =
      addSource || addConsultation ? (
        <ButtonGroup>
          {addSource}
          {addConsultation}
        </ButtonGroup>
      ) : null;
    return (
      <>
        <SourcesHead slug={scope.slug} view="sources" open={open} />
        <EmptyState title={t("empty.title")} action={buttons}>
          <Paragraph>{t("empty.body")}</Paragraph>
          <Paragraph>{addSource ? t("empty.next") : t("empty.reader")}</Paragraph>
        </EmptyState>
      </>
    );
  }
  const place = writes ? await lastPlace(scope) : null;
  const requirements = await requirementsOnSources(
    scope,
    sources.rows.map(({ id }) => id),
  );
  return (
    <>
      <SourcesHead
        slug={scope.slug}
        view="sources"
        open={open}
        meta={t("list.meta", { count: sources.counts.all })}
        actions={addSource}
        tools={
          empty ? null : (
            <SourceTools slug={scope.slug} asked={asked} counts={sources.counts} writes={writes} />
          )
        }
      />
      <Stack gap="m">
        {place ? <GoOn slug={scope.slug} place={place} /> : null}
        <Section id="bronnen" titleHidden title={t("list.sources", { count: sources.total })}>
          {empty ? (
            <Paragraph muted>{t("list.noSources")}</Paragraph>
          ) : sources.total === 0 ? (
            <Paragraph>
              {t("list.notFound")} <TextLink href={to.sources()}>{t("list.showAll")}</TextLink>
            </Paragraph>
          ) : (
            <SourceTable
              sources={sources.rows}
              requirements={requirements}
              search={asked.search ?? ""}
              slug={scope.slug}
              writes={writes}
            />
          )}
          {sources.rows.some(({ state }) => state === "waiting" || state === "reading") ? (
            <Refresh />
          ) : null}
          <Pagination
            page={sources.page}
            pages={sources.pages}
            total={sources.total}
            hrefFor={(page) => to.sources(listAsked({ ...asked, page }))}
          />
        </Section>
      </Stack>
    </>
  );
}

function showOf(word: string): SourcesAsked["show"] {
  return (["waiting", "due"] as const).find((show) => SHOW_WORDS[show] === word);
}
