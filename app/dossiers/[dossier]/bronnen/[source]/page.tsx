import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS, pageOf, type Query, textOf, wholeOf } from "@/components/addresses";
import { FoundBlocks } from "@/components/sources/block-hits";
import { KnownSource } from "@/components/sources/known-source";
import { OldVersion } from "@/components/sources/old-version";
import { RemovedSource } from "@/components/sources/removed-source";
import { SourceFacts } from "@/components/sources/source-facts";
import { SourceHead } from "@/components/sources/source-head";
import { SourceRemarks } from "@/components/sources/source-remarks";
import { SourceState } from "@/components/sources/source-state";
import { SourceText } from "@/components/sources/source-text";
import { UnreadSource } from "@/components/sources/unread-source";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { SearchForm } from "@/components/ui/search-form";
import { maySeeNames } from "@/domain/dossiers/policy";
import type { ReaderScope } from "@/domain/kernel/scope";
import { type SourceDetail, waits } from "@/domain/sources/model";
import { mayImportSources, mayKeepOriginals, mayQuote } from "@/domain/sources/policy";
import {
  contentsOf,
  getSource,
  hitPlace,
  hitsOnPage,
  listBlocks,
  pageOfPlace,
  passagesAround,
  placeOfPassage,
  receivedSource,
  searchBlocks,
} from "@/domain/sources/queries";
import { quotedStretches, requirementsOnSources } from "@/domain/trace/queries";
import { keep, quoteWords, readSourceAgain } from "./actions";
import { placeOf } from "./place";

type Props = { params: Promise<{ dossier: string; source: string }>; searchParams: Promise<Query> };

/** The title and the page both need it: asked once per request. */
const sourceOnce = cache((...asked: Parameters<typeof receivedSource>) =>
  gate(receivedSource(...asked)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, source } = await params;
  const scope = await requireDossier(dossier);
  return { title: (await sourceOnce(scope, source)).title };
}

export default async function SourcePage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const query = await searchParams;
  const scope = await requireDossier(dossier);
  const received = await sourceOnce(scope, id);
  if (received.removed) {
    const { blocks, stretches, focus, source } = await wordsLeft(scope, id, query);
    const { removed } = received;
    return <RemovedSource slug={scope.slug} {...{ source, removed, blocks, stretches, focus }} />;
  }
  if (received.state !== "read") {
    const again = mayImportSources(scope) ? readSourceAgain.bind(null, scope.slug) : undefined;
    const known = Boolean(textOf(query, "known"));
    return <UnreadSource slug={scope.slug} source={received} again={again} known={known} />;
  }
  const passageId = textOf(query, "passage");
  const version = wholeOf(query, "version");
  const at = passageId ? await gate(placeOfPassage(scope, id, passageId, version)) : null;
  const source = await gate(getSource(scope, id, at?.n ?? version));
  const old = source.n < source.newest;
  // One searches in the newest.
  const search = old ? "" : textOf(query, "search");
  const searched = search !== "" && !placeOf(query);
  const [resting, hits, text] = await Promise.all([
    requirementsOnSources(scope, [source.id]),
    searched ? searchBlocks(scope, source.versionId, search, pageOf(query)) : null,
    searched ? null : textAt(scope, source, query, at ?? placeOf(query)),
  ]);
  const t = await getTranslations("sources");
  const to = addresses.dossier(scope.slug);
  const href = to.source(source.id);
  const [only] = source.parts.length === 1 ? source.parts : [];
  const open = source.parts.some((part) => waits(part.act));
  return (
    <>
      <SourceHead
        slug={scope.slug}
        sourceId={source.id}
        title={source.title}
        view="text"
        meta={only ? <SourceState part={only} /> : null}
        actions={
          open && !old && mayQuote(scope) ? (
            <ButtonLink href={to.parts(source.id)} variant="primary" size="small">
              {t("next.continue")}
            </ButtonLink>
          ) : null
        }
        tools={
          <>
            {old ? null : (
              <SearchForm
                compact
                action={href}
                name={PARAMETERS.search}
                label={t("reading.search")}
                defaultValue={search}
                clearHref={search ? href : undefined}
              />
            )}
            <TextLink href={to.wordsTrace(source.id)}>
              {t("reading.resting", { count: resting.get(source.id) ?? 0 })}
            </TextLink>
            {maySeeNames(scope) ? (
              <TextLink href={to.personalData({ source: source.id })}>
                {t("reading.personalData")}
              </TextLink>
            ) : null}
          </>
        }
      />
      {textOf(query, "known") ? <KnownSource title={source.title} /> : null}
      {source.n === 1 ? <SourceRemarks remarks={source.remarks} /> : null}
      {old ? <OldVersion slug={scope.slug} source={source} /> : null}
      <Section id="tekst" titleHidden title={t("reading.text")}>
        {hits ? (
          <FoundBlocks slug={scope.slug} sourceId={source.id} search={search} hits={hits} />
        ) : null}
        {text ? (
          <SourceText
            slug={scope.slug}
            source={source}
            search={search}
            {...text}
            quote={mayQuote(scope) ? quoteWords.bind(null, scope.slug) : undefined}
          />
        ) : null}
      </Section>
      <div className="no-print">
        <SourceFacts
          seesNames={maySeeNames(scope)}
          slug={scope.slug}
          source={source}
          keep={mayKeepOriginals(scope) ? keep.bind(null, scope.slug) : undefined}
        />
      </div>
    </>
  );
}

/** Of a source that was removed: the page of what is left of its text. */
async function wordsLeft(scope: ReaderScope, id: string, query: Query) {
  const passageId = textOf(query, "passage");
  const version = wholeOf(query, "version");
  const at = passageId ? await gate(placeOfPassage(scope, id, passageId, version)) : null;
  const source = await gate(getSource(scope, id, at?.n ?? version));
  return { source, ...(await textAt(scope, source, query, at ?? placeOf(query))) };
}

/** The page of the text the address asks for, with what rests on it and what was searched. */
async function textAt(
  scope: ReaderScope,
  source: SourceDetail,
  query: Query,
  focus: { start: number; end: number } | null,
) {
  const search = textOf(query, "search");
  const wanted =
    focus && !textOf(query, "page")
      ? await pageOfPlace(scope, source.versionId, focus.start)
      : pageOf(query);
  const blocks = await listBlocks(scope, source, wanted);
  const shown = { start: blocks.rows[0]?.start ?? 0, end: blocks.rows.at(-1)?.end ?? 0 };
  const [stretches, contents, passages, hits, place] = await Promise.all([
    quotedStretches(scope, { sourceVersionId: source.versionId, ...shown }),
    contentsOf(scope, source, shown.start),
    passagesAround(scope, source.versionId, shown),
    search ? hitsOnPage(scope, source.versionId, search, shown) : [],
    search ? hitPlace(scope, source.versionId, search, focus?.start ?? 0) : null,
  ]);
  return { focus, blocks, stretches, contents, passages, hits, place };
}
