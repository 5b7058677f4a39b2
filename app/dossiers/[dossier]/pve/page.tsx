import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { ChapterOrder } from "@/components/requirements/chapter-order";
import { ChapterPage } from "@/components/requirements/chapter-page";
import { RequirementList } from "@/components/requirements/requirement-list";
import { StartChapters } from "@/components/requirements/start-chapters";
import { StatusMessage } from "@/components/requirements/status-message";
import { ClientMessages } from "@/components/shell/client-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/fields";
import { Heading, PageTitle } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { FilterBar, SearchForm } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { listChapters, listRequirements } from "@/domain/requirements/queries";
import { address, kindOf, one, pageOf, type Search } from "./_address";
import { addStandardChaptersAction, moveRequirementAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requirements");
  return { title: t("title") };
}

/** The Programma van Eisen: one chapter at a time, or what a search finds. */
export default async function SpecificationPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Search>;
}) {
  const scope = await requireDossier((await params).dossier);
  const search = await searchParams;
  const t = await getTranslations("requirements");
  const kinds = await getTranslations("kinds");
  const base = `/dossiers/${scope.slug}/pve`;
  const mayWrite = mayWriteRequirements(scope);
  const chapters = await listChapters(scope);

  const kind = kindOf(one(search, "soort"));
  const words = one(search, "zoek").trim();
  const withoutSource = one(search, "herkomst") === "zonder";
  const filtering = Boolean(kind || words || withoutSource);
  const chapter =
    chapters.find(({ id }) => id === one(search, "hoofdstuk")) ??
    chapters.find(({ total }) => total > 0) ??
    chapters[0];
  const ordering = mayWrite && !filtering && one(search, "ordenen") === "ja";

  const standing = chapters.reduce((sum, { total, dropped }) => sum + total - dropped, 0);
  const gaps = chapters.reduce((sum, row) => sum + row.withoutSource, 0);
  const title = (
    <PageTitle
      title={t("title")}
      lead={
        chapters.length > 0
          ? t("lead", { chapters: chapters.length, requirements: standing, gaps })
          : t("leadEmpty")
      }
      actions={
        mayWrite && chapters.length > 0 ? (
          <>
            <ButtonLink
              href={address(`${base}/toevoegen`, { hoofdstuk: chapter?.id })}
              variant="primary"
            >
              {t("add")}
            </ButtonLink>
            <ButtonLink href={`${base}/hoofdstukken`}>{t("chapters.title")}</ButtonLink>
          </>
        ) : null
      }
    />
  );
  const crumbs = (
    <Breadcrumb
      items={[{ label: scope.title, href: `/dossiers/${scope.slug}` }, { label: t("title") }]}
    />
  );

  if (!chapter) {
    return (
      <>
        {crumbs}
        {title}
        <StartChapters
          dossier={scope.slug}
          action={mayWrite ? addStandardChaptersAction : undefined}
          chaptersHref={`${base}/hoofdstukken`}
        />
      </>
    );
  }

  const list = await listRequirements(
    scope,
    filtering
      ? { kind, words, withoutSource, page: pageOf(search) }
      : { chapterId: chapter.id, page: pageOf(search) },
  );
  const pagination = (
    <Pagination
      page={list.page}
      pages={list.pages}
      total={list.total}
      hrefFor={(page) =>
        address(base, {
          hoofdstuk: filtering ? undefined : chapter.id,
          ordenen: ordering ? "ja" : undefined,
          zoek: words,
          soort: kind,
          herkomst: withoutSource ? "zonder" : undefined,
          pagina: page,
        })
      }
    />
  );

  return (
    <>
      {crumbs}
      <StatusMessage search={search} />
      {title}
      <SearchForm
        action={base}
        label={t("search.label")}
        name="zoek"
        defaultValue={words}
        clearHref={filtering ? base : undefined}
      >
        <FilterBar>
          <SelectField
            name="soort"
            label={t("search.kind")}
            emptyLabel={t("search.allKinds")}
            defaultValue={kind ?? ""}
            options={REQUIREMENT_KINDS.map((value) => ({
              value,
              label: kinds(`requirement.${value}`),
            }))}
          />
          <SelectField
            name="herkomst"
            label={t("trace.title")}
            emptyLabel={t("search.allSources")}
            defaultValue={withoutSource ? "zonder" : ""}
            options={[{ value: "zonder", label: t("withoutSource") }]}
          />
        </FilterBar>
      </SearchForm>
      {filtering ? (
        <Stack>
          <Heading level={2}>{t("search.found", { count: list.total })}</Heading>
          {list.total === 0 ? (
            <EmptyState title={t("search.nothing")} headingLevel={3}>
              <p>{t("search.nothingHelp")}</p>
            </EmptyState>
          ) : (
            <RequirementList base={base} rows={list.rows} withChapter />
          )}
          {pagination}
        </Stack>
      ) : (
        <ChapterPage
          base={base}
          chapters={chapters}
          chapter={chapter}
          mayWrite={mayWrite}
          ordering={ordering}
        >
          {ordering ? (
            <ClientMessages namespaces={["requirements"]}>
              <ChapterOrder
                action={moveRequirementAction}
                dossier={scope.slug}
                base={base}
                chapter={chapter}
                chapters={chapters}
                rows={list.rows}
              />
            </ClientMessages>
          ) : (
            <RequirementList base={base} rows={list.rows} />
          )}
          {pagination}
        </ChapterPage>
      )}
    </>
  );
}
