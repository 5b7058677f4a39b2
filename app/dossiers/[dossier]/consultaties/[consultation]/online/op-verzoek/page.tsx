import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { RequestForm } from "@/components/participation/request-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { maySeeNames, mayWrite } from "@/domain/dossiers/policy";
import { consultationOverview } from "@/domain/participation/queries";
import { look } from "./actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participation.request"))("title") };
}

/** What is kept of somebody who asks for it, by the number on their receipt, and removing it. */
export default async function OnRequestPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const online = await consultationOverview(scope, id);
  if (!online) notFound();
  if (!mayWrite(scope) || !maySeeNames(scope)) forbidden();
  const t = await getTranslations("participation.request");
  const back = addresses.dossier(scope.slug).online(id);
  return (
    <>
      <PageTitle back={{ href: back, label: t("back") }} title={t("title")} />
      <Stack gap="m">
        <Paragraph>{t("lead")}</Paragraph>
        <ClientMessages
          namespaces={["participation.request", "participation.files", "participation.react"]}
        >
          <RequestForm slug={scope.slug} action={look.bind(null, scope.slug, id)} />
        </ClientMessages>
      </Stack>
    </>
  );
}
