import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageOf, type Query, textOf } from "@/app/_lib/params";
import { requireDossier } from "@/app/_lib/session";
import { SearchResults } from "@/components/search/search-results";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageTitle } from "@/components/ui/heading";
import { SearchForm } from "@/components/ui/search-form";
import { SEARCH_KINDS } from "@/domain/search/model";
import { searchEverything } from "@/domain/search/queries";

type Props = { params: Promise<{ dossier: string }>; searchParams: Query };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const scope = await requireDossier((await params).dossier);
  const words = textOf((await searchParams).zoek);
  const t = await getTranslations("search");
  return {
    title: words ? t("pageTitleFor", { words }) : t("pageTitle", { title: scope.title }),
  };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("search");
  const typed = textOf(query.zoek);
  const asked = textOf(query.soort);
  const kind = SEARCH_KINDS.find((name) => name === asked);
  const result = await searchEverything(
    scope,
    typed,
    kind ? { kind, page: pageOf(query.pagina) } : undefined,
  );
  const base = `/dossiers/${scope.slug}`;
  const here = `${base}/zoeken`;
  return (
    <>
      <Breadcrumb items={[{ label: scope.title, href: base }, { label: t("title") }]} />
      <PageTitle title={t("title")} lead={t("lead")} />
      <SearchForm
        action={here}
        label={t("label")}
        name="zoek"
        defaultValue={typed}
        clearHref={typed ? here : undefined}
      />
      <SearchResults result={result} only={kind ?? null} base={base} here={here} />
    </>
  );
}
