import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, type Query } from "@/components/addresses";
import { ChangeMany } from "@/components/table/change-many";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/heading";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { listChapters } from "@/domain/requirements/queries";
import { MAX_CHOSEN } from "@/domain/table/model";
import { chosenRequirements } from "@/domain/table/queries";
import { proposeChangeAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("table.change"))("title") };
}

/** What many requirements get at once. */
export default async function ChangeManyPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWriteRequirements(scope)) forbidden();
  const ids = idsOf(await searchParams, "requirement").slice(0, MAX_CHOSEN);
  const [chosen, chapters] = await Promise.all([
    chosenRequirements(scope, ids),
    listChapters(scope),
  ]);
  const t = await getTranslations("table");
  const to = addresses.dossier(scope.slug);
  const way = { href: to.table(), label: t("plan.back") };
  return (
    <>
      <PageTitle
        back={way}
        title={t("change.title")}
        lead={chosen.length > 0 ? t("change.lead", { count: chosen.length }) : undefined}
      />
      {chosen.length === 0 ? (
        <EmptyState
          title={t("change.noneTitle")}
          action={<ButtonLink href={to.table()}>{t("change.cancel")}</ButtonLink>}
        >
          <p>{t("change.noneBody")}</p>
        </EmptyState>
      ) : (
        <ChangeMany
          slug={scope.slug}
          chosen={chosen}
          chapters={chapters}
          action={proposeChangeAction}
        />
      )}
    </>
  );
}
