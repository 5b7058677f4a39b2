import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS, pageOf, type Query, textOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { BlockHits } from "@/components/sources/block-hits";
import { DocumentList } from "@/components/sources/document-list";
import { FollowReader } from "@/components/sources/follow-reader";
import { MarkLegend } from "@/components/sources/mark-legend";
import { ReadingText } from "@/components/sources/reading-text";
import { SelectWords } from "@/components/sources/select-words";
import { SourceFacts } from "@/components/sources/source-facts";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { DossierScope } from "@/domain/kernel/actor";
import { NotFound } from "@/domain/kernel/errors";
import type { SourceDetail } from "@/domain/sources/model";
import { mayQuote } from "@/domain/sources/policy";
import {
  getSource,
  listBlocks,
  pageOfBlock,
  pageOfPlace,
  passageWithContext,
  searchBlocks,
} from "@/domain/sources/queries";
import { quotedStretches } from "@/domain/trace/queries";
import { quoteWords } from "./actions";
import { placeOf } from "./place";

type Props = { params: Promise<{ dossier: string; source: string }>; searchParams: Promise<Query> };

/** Documents listed above the text; a file with more is better found by searching. */
const DOCUMENTS_SHOWN = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, source } = await params;
  const scope = await requireDossier(dossier);
  return { title: (await gate(getSource(scope, source))).title };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const query = await searchParams;
  const scope = await requireDossier(dossier);
  const source = await gate(getSource(scope, id));
  const t = await getTranslations("sources");
  const to = addresses.dossier(scope.slug);
  const href = to.source(source.id);
  const search = textOf(query, "search");
  const open = source.parts.some((part) => !part.confirmedAt);
  return (
    <>
      <Breadcrumb
        items={[
          { label: scope.title, href: to.overview() },
          { label: t("list.pageTitle"), href: to.sources() },
          { label: source.title },
        ]}
      />
      <PageTitle
        eyebrow={t("reading.eyebrow")}
        title={source.title}
        lead={t("reading.lead")}
        actions={
          open && mayQuote(scope) ? (
            <ButtonGroup>
              <ButtonLink href={to.parts(source.id)} variant="primary">
                {t("next.continue")}
              </ButtonLink>
            </ButtonGroup>
          ) : null
        }
      />
      {textOf(query, "known") ? (
        <Alert tone="info" title={t("known.title", { title: source.title })} role="status">
          {t("known.body")}
        </Alert>
      ) : null}
      <Stack gap="xs">
        {source.parts.length > 0 ? (
          <Section id="documenten" title={t("reading.documents", { count: source.parts.length })}>
            <DocumentList
              parts={source.parts.slice(0, DOCUMENTS_SHOWN)}
              readHref={(part) =>
                to.source(
                  source.id,
                  { page: pageOfBlock(part.firstBlock) },
                  `blok-${part.firstBlock}`,
                )
              }
              splitHref={(part) => to.part(source.id, part.n)}
            />
            {source.parts.length > DOCUMENTS_SHOWN ? (
              <Paragraph muted small>
                {t("reading.moreDocuments", { count: source.parts.length - DOCUMENTS_SHOWN })}{" "}
                <TextLink href={to.parts(source.id)}>{t("reading.allDocuments")}</TextLink>
              </Paragraph>
            ) : null}
          </Section>
        ) : null}
        <SourceFacts source={source} originalHref={to.original(source.id)} />
      </Stack>
      <Section id="tekst" title={t("reading.text")}>
        <Stack gap="l">
          <SearchForm
            action={href}
            name={PARAMETERS.search}
            label={t("reading.search")}
            defaultValue={search}
            clearHref={search ? href : undefined}
          />
          {search ? (
            <Hits scope={scope} source={source} search={search} page={pageOf(query)} />
          ) : (
            <Text scope={scope} source={source} query={query} />
          )}
        </Stack>
      </Section>
    </>
  );
}

async function Hits({
  scope,
  source,
  search,
  page,
}: {
  scope: DossierScope;
  source: SourceDetail;
  search: string;
  page: number;
}) {
  const t = await getTranslations("sources");
  const to = addresses.dossier(scope.slug);
  const hits = await searchBlocks(scope, source.versionId, search, page);
  return (
    <Stack gap="m">
      <Paragraph>{t("reading.hits", { count: hits.total, search })}</Paragraph>
      <BlockHits hits={hits.rows} slug={scope.slug} sourceId={source.id} />
      <Pagination
        page={hits.page}
        pages={hits.pages}
        total={hits.total}
        hrefFor={(page) => to.source(source.id, { search, page })}
      />
    </Stack>
  );
}

async function Text({
  scope,
  source,
  query,
}: {
  scope: DossierScope;
  source: SourceDetail;
  query: Query;
}) {
  const t = await getTranslations("sources");
  const to = addresses.dossier(scope.slug);
  const focus = await focusOf(scope, source, query);
  const wanted =
    focus && !textOf(query, "page")
      ? await pageOfPlace(scope, source.versionId, focus.start)
      : pageOf(query);
  const blocks = await listBlocks(scope, source, wanted);
  const stretches = await quotedStretches(scope, {
    sourceVersionId: source.versionId,
    start: blocks.rows[0]?.start ?? 0,
    end: blocks.rows.at(-1)?.end ?? 0,
  });
  const pagination = (
    <Pagination
      page={blocks.page}
      pages={blocks.pages}
      total={blocks.total}
      hrefFor={(page) => to.source(source.id, { page }, "tekst")}
    />
  );
  return (
    <Stack gap="m">
      <Stack gap="xs">
        {stretches.length > 0 ? (
          <MarkLegend />
        ) : (
          <Paragraph muted>{t("reading.nothingRests")}</Paragraph>
        )}
        <Paragraph muted>{t("reading.how")}</Paragraph>
      </Stack>
      {pagination}
      <ClientMessages namespaces={["sources"]}>
        <SelectWords
          sourceVersionId={source.versionId}
          slug={scope.slug}
          sourceId={source.id}
          quote={mayQuote(scope) ? quoteWords.bind(null, scope.slug) : undefined}
        >
          <FollowReader toQuote={focus !== null}>
            <ReadingText
              blocks={blocks.rows}
              stretches={stretches}
              focus={focus}
              slug={scope.slug}
              sourceId={source.id}
            />
          </FollowReader>
        </SelectWords>
      </ClientMessages>
      {pagination}
    </Stack>
  );
}

/** The words the address asks for; a passage of another source is not found. */
async function focusOf(scope: DossierScope, source: SourceDetail, query: Query) {
  const passageId = textOf(query, "passage");
  if (!passageId) return placeOf(query);
  const { start, end } = await gate(
    passageWithContext(scope, passageId).then((passage) => {
      if (passage.sourceVersionId !== source.versionId) throw new NotFound();
      return passage;
    }),
  );
  return { start, end };
}
