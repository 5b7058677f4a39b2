import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import {
  addresses,
  oneOf,
  PARAMETERS,
  pageOf,
  type Query,
  textOf,
  wholeOf,
} from "@/components/addresses";
import { FindingMark } from "@/components/findings/finding-mark";
import { ChapterOrder } from "@/components/requirements/chapter-order";
import { ChapterPage } from "@/components/requirements/chapter-page";
import { SaveWords } from "@/components/requirements/save-words";
import { SpecificationDocument } from "@/components/requirements/specification-document";
import { SpecificationHead } from "@/components/requirements/specification-head";
import { StartChapters } from "@/components/requirements/start-chapters";
import { StatusMessage } from "@/components/requirements/status-message";
import { StateMark } from "@/components/review/state-badge";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/fields";
import { Heading } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { FilterBar, SearchForm } from "@/components/ui/search-form";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { findingCounts } from "@/domain/findings/queries";
import { ORDER_PAGE_SIZE } from "@/domain/requirements/model";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { listChapters, listRequirements, ownDrafts } from "@/domain/requirements/queries";
import { reviewStandings } from "@/domain/review/queries";
import { suspectAmong } from "@/domain/trace/queries";
import {
  carryAction,
  draftRequirementAction,
  writeRequirementAction,
} from "./[requirement]/actions";
import { addStandardChaptersAction, moveRequirementAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requirements");
  return { title: t("title") };
}

/** The Programma van Eisen as a document, or what a search finds in it; or a chapter of which the order is changed. */
export default async function SpecificationPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("requirements");
  const kinds = await getTranslations("kinds");
  const to = addresses.dossier(scope.slug);
  const mayWrite = mayWriteRequirements(scope);
  const chapters = await listChapters(scope);

  const kind = oneOf(query, "kind", REQUIREMENT_KINDS);
  const words = textOf(query, "search");
  const withoutSource = textOf(query, "trace") === "zonder";
  const filtering = Boolean(kind || words || withoutSource);
  const asked = textOf(query, "chapter");
  const chapter =
    chapters.find(({ id }) => id === asked) ??
    chapters.find(({ total }) => total > 0) ??
    chapters[0];
  const ordering = mayWrite && !filtering && textOf(query, "ordering") === "ja";

  const standing = chapters.reduce((sum, { total, dropped }) => sum + total - dropped, 0);
  const gaps = chapters.reduce((sum, row) => sum + row.withoutSource, 0);
  const title = (
    <SpecificationHead
      slug={scope.slug}
      view="document"
      meta={chapters.length > 0 ? t("counted", { requirements: standing, gaps }) : null}
      state={
        mayWrite ? (
          <ClientMessages namespaces={["requirements.document"]}>
            <SaveWords />
          </ClientMessages>
        ) : null
      }
      actions={
        mayWrite && chapters.length > 0 ? (
          <ButtonLink
            href={to.addRequirement({ chapter: chapter?.id })}
            variant="primary"
            size="small"
          >
            {t("add")}
          </ButtonLink>
        ) : null
      }
      tools={
        chapter ? (
          <SearchForm
            compact
            action={to.specification()}
            label={t("search.label")}
            name={PARAMETERS.search}
            defaultValue={words}
            clearHref={filtering ? to.specification() : undefined}
          >
            <FilterBar>
              <SelectField
                name={PARAMETERS.kind}
                label={t("search.kind")}
                emptyLabel={t("search.allKinds")}
                defaultValue={kind ?? ""}
                options={REQUIREMENT_KINDS.map((value) => ({
                  value,
                  label: kinds(`requirement.${value}`),
                }))}
              />
              <SelectField
                name={PARAMETERS.trace}
                label={t("trace.title")}
                emptyLabel={t("search.allSources")}
                defaultValue={withoutSource ? "zonder" : ""}
                options={[{ value: "zonder", label: t("withoutSource") }]}
              />
            </FilterBar>
          </SearchForm>
        ) : null
      }
    />
  );
  if (!chapter) {
    return (
      <>
        {title}
        <StartChapters
          slug={scope.slug}
          action={mayWrite ? addStandardChaptersAction : undefined}
          chaptersHref={to.chapters()}
        />
      </>
    );
  }

  if (ordering) {
    const list = await listRequirements(scope, {
      chapterId: chapter.id,
      page: pageOf(query),
      pageSize: ORDER_PAGE_SIZE,
    });
    return (
      <>
        {title}
        <StatusMessage query={query} />
        <ChapterPage slug={scope.slug} chapters={chapters} chapter={chapter}>
          <ClientMessages namespaces={["requirements"]}>
            <ChapterOrder
              action={moveRequirementAction}
              slug={scope.slug}
              chapter={chapter}
              chapters={chapters}
              rows={list.rows}
            />
          </ClientMessages>
          <Pagination
            {...list}
            hrefFor={(page) => to.specification({ chapter: chapter.id, ordering: "ja", page })}
          />
        </ChapterPage>
      </>
    );
  }

  const code = textOf(query, "requirement");
  const list = await listRequirements(scope, {
    ...(filtering ? { kind, words, withoutSource } : {}),
    ...(wholeOf(query, "page") === null ? {} : { page: pageOf(query) }),
    ...(code ? { at: { code } } : asked ? { at: { chapter: chapter.number } } : {}),
  });
  const ids = list.rows.map(({ id }) => id);
  const suspect = await suspectAmong(scope, "requirement", ids);
  const findings = await findingCounts(scope, ids);
  const reviews = await reviewStandings(scope, ids);
  return (
    <>
      {title}
      <StatusMessage query={query} />
      {filtering ? <Heading level={2}>{t("search.found", { count: list.total })}</Heading> : null}
      {filtering && list.total === 0 ? (
        <EmptyState title={t("search.nothing")} headingLevel={3}>
          <p>{t("search.nothingHelp")}</p>
        </EmptyState>
      ) : (
        <SpecificationDocument
          slug={scope.slug}
          chapters={chapters}
          list={list}
          suspect={suspect}
          marksOf={(row) => (
            <>
              <StateMark slug={scope.slug} requirement={row} standing={reviews.get(row.id)} />
              <FindingMark slug={scope.slug} requirement={row} open={findings.get(row.id)} />
            </>
          )}
          filtering={filtering}
          asked={code}
          mayWrite={mayWrite}
          drafts={mayWrite ? await ownDrafts(scope) : []}
          actions={{
            write: writeRequirementAction,
            draft: draftRequirementAction,
            carry: carryAction,
            move: moveRequirementAction,
          }}
          hrefFor={(page) =>
            to.specification({
              search: words,
              kind,
              trace: withoutSource ? "zonder" : undefined,
              page,
            })
          }
        />
      )}
    </>
  );
}
