import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, pageOf, type Query, textOf } from "@/components/addresses";
import { ChangesScreen } from "@/components/editions/changes-screen";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { openEditionOfDossier } from "@/domain/editions/gate";
import { changesView, listEditions } from "@/domain/editions/queries";
import { comparedBefore } from "@/domain/editions/rules/beside";
import { CHANGES_PARTS, CHANGES_WORDS } from "@/domain/editions/rules/site";

type Props = {
  params: Promise<{ dossier: string; edition: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("editions");
  return { title: t("changes.titleOf", { number: (await params).edition }) };
}

/** What is different in an edition from another one, for who works on the dossier: of any two, published or not. */
export default async function EditionChangesPage({ params, searchParams }: Props) {
  const { dossier, edition: number } = await params;
  const scope = await requireDossier(dossier);
  const edition = await gate(openEditionOfDossier(scope, number));
  const query = await searchParams;
  const editions = await listEditions(scope);
  const others = editions.filter((one) => one.number !== number);
  const from = textOf(query, "from") || comparedBefore(number, others)?.number || others[0]?.number;
  const t = await getTranslations("editions");
  const to = addresses.dossier(scope.slug);
  const words = oneOf(query, "kind", Object.values(CHANGES_WORDS));
  const only = CHANGES_PARTS.find((part) => CHANGES_WORDS[part] === words) ?? null;
  const base = from ? await gate(openEditionOfDossier(scope, from)) : null;
  return (
    <>
      <PageHead
        back={{ href: to.edition(number), label: t("frozen.edition", { number }) }}
        title={t("changes.titleOf", { number })}
      />
      {base ? (
        <ChangesScreen
          slug={scope.slug}
          number={number}
          others={others}
          view={await gate(changesView(edition, base, { only, page: pageOf(query) }))}
        />
      ) : (
        <EmptyState title={t("changes.noOther.title")}>{t("changes.noOther.body")}</EmptyState>
      )}
    </>
  );
}
