import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { PreviewScreens } from "@/components/participation/preview";
import { PageHead } from "@/components/shell/page-head";
import { consultationPreview } from "@/domain/participation/queries";

type Props = {
  params: Promise<{ dossier: string; consultation: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participation.prepare"))("preview") };
}

/** An online consultation as a participant sees it, before it is open. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const page = await gate(consultationPreview(scope, id));
  const t = await getTranslations("participation.prepare");
  const to = addresses.dossier(scope.slug);
  const at = pageOf(await searchParams);
  return (
    <>
      <PageHead back={{ href: to.online(id), label: t("title") }} title={t("preview")} />
      <PreviewScreens
        page={page}
        at={at}
        href={(n) => to.previewOnline(id, { page: n })}
        pictureAt={(picture) => to.picture(id, picture)}
      />
    </>
  );
}
