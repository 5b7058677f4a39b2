import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addressOf, pageOf, type Query, textOf } from "@/app/_lib/params";
import { gate, requireDossier } from "@/app/_lib/session";
import { ClientMessages } from "@/components/shell/client-messages";
import { BlockHits } from "@/components/sources/block-hits";
import { DocumentList } from "@/components/sources/document-list";
import { FollowReader } from "@/components/sources/follow-reader";
import { MarkLegend } from "@/components/sources/mark-legend";
import { ReadingText } from "@/components/sources/reading-text";
import { SelectWords } from "@/components/sources/select-words";
import { SourceFacts } from "@/components/sources/source-facts";
import { UnreadSource } from "@/components/sources/unread-source";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { DossierScope } from "@/domain/kernel/actor";
import { NotFound } from "@/domain/kernel/errors";
import type { ReceivedSource, SourceDetail } from "@/domain/sources/model";
import { mayImportSources, mayQuote } from "@/domain/sources/policy";
import {
  getSource,
  listBlocks,
  pageOfBlock,
  pageOfPlace,
  passageWithContext,
  receivedSource,
  searchBlocks,
} from "@/domain/sources/queries";
import { quotedStretches } from "@/domain/trace/queries";
import { quoteWords, readSourceAgain } from "./actions";
import { placeOf } from "./place";

type Props = { params: Promise<{ dossier: string; source: string }>; searchParams: Query };

/** Documents listed above the text; a file with more is better found by searching. */
const DOCUMENTS_SHOWN = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, source } = await params;
  const scope = await requireDossier(dossier);
  return { title: (await gate(receivedSource(scope, source))).title };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const query = await searchParams;
  const scope = await requireDossier(dossier);
  const received = await gate(receivedSource(scope, id));
  if (received.state !== "read") return <Unread scope={scope} source={received} query={query} />;
  const source = await gate(getSource(scope, id));
  const t = await getTranslations("sources");
  const base = `/dossiers/${scope.slug}`;
  const href = `${base}/bronnen/${source.id}`;
  const search = textOf(query.zoek);
  const open = source.parts.some((part) => !part.confirmedAt);
  return (
    <>
      <Breadcrumb
        items={[
          { label: scope.title, href: base },
          { label: t("list.pageTitle"), href: `${base}/bronnen` },
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
              <ButtonLink href={`${href}/splitsen`} variant="primary">
                {t("next.continue")}
              </ButtonLink>
            </ButtonGroup>
          ) : null
        }
      />
      {query.bekend ? <Known title={source.title} /> : null}
      <Stack gap="xs">
        {source.parts.length > 0 ? (
          <Section id="documenten" title={t("reading.documents", { count: source.parts.length })}>
            <DocumentList
              parts={source.parts.slice(0, DOCUMENTS_SHOWN)}
              readHref={(part) =>
                `${addressOf(href, { pagina: pageOfBlock(part.firstBlock) })}#blok-${part.firstBlock}`
              }
              splitHref={(part) => `${href}/splitsen/${part.n}`}
            />
            {source.parts.length > DOCUMENTS_SHOWN ? (
              <Paragraph muted small>
                {t("reading.moreDocuments", { count: source.parts.length - DOCUMENTS_SHOWN })}{" "}
                <TextLink href={`${href}/splitsen`}>{t("reading.allDocuments")}</TextLink>
              </Paragraph>
            ) : null}
          </Section>
        ) : null}
        <SourceFacts source={source} originalHref={`${href}/origineel`} />
      </Stack>
      <Section id="tekst" title={t("reading.text")}>
        <Stack gap="l">
          <SearchForm
            action={href}
            name="zoek"
            label={t("reading.search")}
            defaultValue={search}
            clearHref={search ? href : undefined}
          />
          {search ? (
            <Hits
              scope={scope}
              source={source}
              href={href}
              search={search}
              page={pageOf(query.pagina)}
            />
          ) : (
            <Text scope={scope} source={source} base={base} href={href} query={query} />
          )}
        </Stack>
      </Section>
    </>
  );
}

/** A source that is still to be read, or that could not be. */
async function Unread({
  scope,
  source,
  query,
}: {
  scope: DossierScope;
  source: ReceivedSource;
  query: Awaited<Query>;
}) {
  const t = await getTranslations("sources");
  const base = `/dossiers/${scope.slug}`;
  const href = `${base}/bronnen/${source.id}`;
  return (
    <>
      <Breadcrumb
        items={[
          { label: scope.title, href: base },
          { label: t("list.pageTitle"), href: `${base}/bronnen` },
          { label: source.title },
        ]}
      />
      <PageTitle eyebrow={t("reading.eyebrow")} title={source.title} />
      {query.bekend ? <Known title={source.title} /> : null}
      <UnreadSource
        source={source}
        href={href}
        again={
          mayImportSources(scope) ? (
            <ClientMessages namespaces={[]}>
              <ActionForm
                action={readSourceAgain.bind(null, scope.slug)}
                hidden={{ sourceId: source.id }}
                submitLabel={t("progress.again")}
              />
            </ClientMessages>
          ) : null
        }
      />
    </>
  );
}

async function Known({ title }: { title: string }) {
  const t = await getTranslations("sources.known");
  return (
    <Alert tone="info" title={t("title", { title })} role="status">
      {t("body")}
    </Alert>
  );
}

async function Hits({
  scope,
  source,
  href,
  search,
  page,
}: {
  scope: DossierScope;
  source: SourceDetail;
  href: string;
  search: string;
  page: number;
}) {
  const t = await getTranslations("sources");
  const hits = await searchBlocks(scope, source.versionId, search, page);
  return (
    <Stack gap="m">
      <Paragraph>{t("reading.hits", { count: hits.total, search })}</Paragraph>
      <BlockHits hits={hits.rows} sourceHref={href} />
      <Pagination
        page={hits.page}
        pages={hits.pages}
        total={hits.total}
        hrefFor={(to) => addressOf(href, { zoek: search, pagina: to })}
      />
    </Stack>
  );
}

async function Text({
  scope,
  source,
  base,
  href,
  query,
}: {
  scope: DossierScope;
  source: SourceDetail;
  base: string;
  href: string;
  query: Awaited<Query>;
}) {
  const t = await getTranslations("sources");
  const focus = await focusOf(scope, source, query);
  const wanted =
    focus && !query.pagina
      ? await pageOfPlace(scope, source.versionId, focus.start)
      : pageOf(query.pagina);
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
      hrefFor={(page) => `${addressOf(href, { pagina: page })}#tekst`}
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
          sourceHref={href}
          quote={mayQuote(scope) ? quoteWords.bind(null, scope.slug) : undefined}
        >
          <FollowReader toQuote={focus !== null}>
            <ReadingText
              blocks={blocks.rows}
              stretches={stretches}
              focus={focus}
              base={base}
              sourceHref={href}
            />
          </FollowReader>
        </SelectWords>
      </ClientMessages>
      {pagination}
    </Stack>
  );
}

/** The words the address asks for; a passage of another source is not found. */
async function focusOf(scope: DossierScope, source: SourceDetail, query: Awaited<Query>) {
  const passageId = textOf(query.passage);
  if (!passageId) return placeOf(query);
  const { start, end } = await gate(
    passageWithContext(scope, passageId).then((passage) => {
      if (passage.sourceVersionId !== source.versionId) throw new NotFound();
      return passage;
    }),
  );
  return { start, end };
}
