import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keptForm } from "@/app/_lib/kept-form";
import { requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { UploadForm } from "@/components/sources/upload-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { Columns } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayImportSources } from "@/domain/sources/policy";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.add"))("pageTitle") };
}

export default async function AddSourcePage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayImportSources(scope)) forbidden();
  const t = await getTranslations("sources");
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <PageTitle
        back={{ href: to.sources(), label: t("list.pageTitle") }}
        title={t("add.pageTitle")}
        lead={t("add.lead")}
      />
      <Columns
        aside={
          <Card title={t("add.afterTitle")} tone="quiet">
            <Paragraph small>{t("add.afterKept")}</Paragraph>
            <Paragraph small>{t("add.afterSplit")}</Paragraph>
            <Paragraph small>{t("add.afterSeveral")}</Paragraph>
          </Card>
        }
      >
        <ClientMessages namespaces={["sources"]}>
          <UploadForm
            address={to.sendSource()}
            initialState={await keptForm(textOf(await searchParams, "failed"))}
            secondary={
              <ButtonLink href={to.sources()} variant="subtle">
                {t("cancel")}
              </ButtonLink>
            }
          />
        </ClientMessages>
      </Columns>
    </>
  );
}
