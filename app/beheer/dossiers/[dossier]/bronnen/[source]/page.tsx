import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/app/_lib/administrator";
import { gate } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { RemoveSource } from "@/components/removal/remove-source";
import { SitePage } from "@/components/shell/site-page";
import { PageTitle } from "@/components/ui/heading";
import { managedDossier } from "@/domain/dossiers/queries";
import { sourceToRemove } from "@/domain/removal/queries";
import { remove } from "./actions";

type Props = { params: Promise<{ dossier: string; source: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.remove"))("pageTitle") };
}

/** Removes a source for good, and says what rests on it. */
export default async function RemoveSourcePage({ params }: Props) {
  const scope = await requireAdministrator();
  const { dossier: slug, source: sourceId } = await params;
  const dossier = await gate(managedDossier(scope, slug));
  const source = await gate(sourceToRemove(scope, dossier.id, sourceId));
  const t = await getTranslations("sources.remove");
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle
        back={{ href: addresses.managedDossier(dossier.slug), label: dossier.title }}
        eyebrow={t("pageTitle")}
        title={source.title}
      />
      <RemoveSource slug={dossier.slug} source={source} action={remove.bind(null, dossier.slug)} />
    </SitePage>
  );
}
