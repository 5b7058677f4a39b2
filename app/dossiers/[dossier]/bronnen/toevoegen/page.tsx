import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { UploadFields } from "@/components/sources/upload-fields";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Columns } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayImportSources } from "@/domain/sources/policy";
import { addSource } from "./actions";

type Props = { params: Promise<{ dossier: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.add"))("pageTitle") };
}

export default async function AddSourcePage({ params }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayImportSources(scope)) forbidden();
  const t = await getTranslations("sources");
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <Breadcrumb
        items={[
          { label: scope.title, href: to.overview() },
          { label: t("list.pageTitle"), href: to.sources() },
          { label: t("add.pageTitle") },
        ]}
      />
      <PageTitle title={t("add.pageTitle")} lead={t("add.lead")} />
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
          <ActionForm
            action={addSource.bind(null, scope.slug)}
            submitLabel={t("add.submit")}
            secondary={
              <ButtonLink href={to.sources()} variant="subtle">
                {t("cancel")}
              </ButtonLink>
            }
          >
            <UploadFields />
          </ActionForm>
        </ClientMessages>
      </Columns>
    </>
  );
}
