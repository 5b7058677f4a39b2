import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, PARAMETERS, pageOf, type Query, textOf } from "@/components/addresses";
import { SearchResults } from "@/components/search/search-results";
import { PageHead } from "@/components/shell/page-head";
import { SearchForm } from "@/components/ui/search-form";
import { SEARCH_KINDS } from "@/domain/search/model";
import { searchEverything, thingWithCode } from "@/domain/search/queries";
import styles from "./page.module.css";

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
  const to = addresses.dossier(scope.slug);
  if (textOf(query, "jump")) {
    // From the bar: a code leads on to the thing itself.
    const found = await thingWithCode(scope, typed);
    if (found) redirect(to.thing(found.kind, found.id));
  }
  const result = await searchEverything(
    scope,
    typed,
    kind ? { kind, page: pageOf(query) } : undefined,
  );
  return (
    <>
      <PageHead title={typed ? t("titleFor", { words: typed }) : t("title")} />
      <div className={typed ? styles.field : undefined}>
        <SearchForm
          action={to.search()}
          label={t("label")}
          name={PARAMETERS.search}
          defaultValue={typed}
          clearHref={typed ? to.search() : undefined}
        />
      </div>
      <SearchResults result={result} only={kind ?? null} slug={scope.slug} />
    </>
  );
}
