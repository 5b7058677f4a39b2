import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { requireAdministrator } from "@/app/_lib/administrator";
import { gate } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { ArchiveForm, ArchiveState } from "@/components/dossiers/managed-dossiers";
import { SitePage } from "@/components/shell/site-page";
import { ManagedSources } from "@/components/sources/source-removal";
import { Alert } from "@/components/ui/alert";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { managedDossier } from "@/domain/dossiers/queries";
import { managedSources } from "@/domain/sources/queries";
import { archive, bringBack } from "./actions";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

const dossierAt = cache(async (slug: string) =>
  gate(managedDossier(await requireAdministrator(), slug)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await dossierAt((await params).dossier)).title };
}

/** What an administrator can do with one dossier: archive it, bring it back, remove a source. */
export default async function ManagedDossierPage({ params, searchParams }: Props) {
  const scope = await requireAdministrator();
  const dossier = await dossierAt((await params).dossier);
  const query = await searchParams;
  const sources = await managedSources(scope, dossier.id, pageOf(query));
  const t = await getTranslations("dossiers.manage");
  const removed = (await getTranslations("sources.remove"))("done");
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle
        back={{ href: addresses.managedDossiers(), label: t("title") }}
        title={dossier.title}
        eyebrow={<ArchiveState dossier={dossier} />}
        lead={<TextLink href={addresses.dossier(dossier.slug).overview()}>{t("look")}</TextLink>}
      />
      {textOf(query, "changed") ? (
        <Alert tone="ok" role="status">
          {removed}
        </Alert>
      ) : null}
      <ArchiveForm dossier={dossier} action={dossier.archivedAt ? bringBack : archive} />
      <ManagedSources slug={dossier.slug} list={sources} />
      <Pagination
        page={sources.page}
        pages={sources.pages}
        total={sources.total}
        hrefFor={(page) => addresses.managedDossier(dossier.slug, { page })}
      />
    </SitePage>
  );
}
