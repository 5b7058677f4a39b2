import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { visitOf } from "@/app/_lib/visit";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { ManagedDossiers } from "@/components/dossiers/managed-dossiers";
import { PageHead } from "@/components/shell/page-head";
import { SitePage } from "@/components/shell/site-page";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { listDossiers } from "@/domain/dossiers/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossiers.manage"))("title") };
}

/** Every dossier of the installation, by name, for who manages it. */
export default async function ManagedDossiersPage({
  searchParams,
}: {
  searchParams: Promise<Query>;
}) {
  const scope = await requireAdministrator();
  const t = await getTranslations("dossiers.manage");
  const list = await listDossiers(scope, pageOf(await searchParams));
  return (
    <SitePage visit={await visitOf()}>
      <PageHead title={t("title")} meta={t("lead")} />
      {list.total === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      ) : (
        <ManagedDossiers dossiers={list.rows} caption={t("count", { count: list.total })} />
      )}
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) => addresses.managedDossiers({ page })}
      />
    </SitePage>
  );
}
