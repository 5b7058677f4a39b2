import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, PARAMETERS, pageOf, type Query, textOf } from "@/components/addresses";
import { SearchResults } from "@/components/search/search-results";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageTitle } from "@/components/ui/heading";
import { SearchForm } from "@/components/ui/search-form";
import { SEARCH_KINDS } from "@/domain/search/model";
import { searchEverything } from "@/domain/search/queries";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const scope = await requireDossier((await params).dossier);
  const words = textOf(await searchParams, "search");
  const t = await getTranslations("search");
  return {
    title: words ? t("pageTitleFor", { words }) : t("pageTitle", { title: scope.title }),
  };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("search");
  const typed = textOf(query, "search");
  const kind = oneOf(query, "kind", SEARCH_KINDS);
  const result = await searchEverything(
    scope,
    typed,
    kind ? { kind, page: pageOf(query) } : undefined,
  );
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <Breadcrumb items={[{ label: scope.title, href: to.overview() }, { label: t("title") }]} />
      <PageTitle title={t("title")} lead={t("lead")} />
      <SearchForm
        action={to.search()}
        label={t("label")}
        name={PARAMETERS.search}
        defaultValue={typed}
        clearHref={typed ? to.search() : undefined}
      />
      <SearchResults result={result} only={kind ?? null} slug={scope.slug} />
    </>
  );
}
