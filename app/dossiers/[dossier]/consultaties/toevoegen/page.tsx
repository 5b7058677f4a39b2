import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { ConsultationFormFields } from "@/components/consultations/consultation-fields";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { mayChangeConsultations } from "@/domain/consultations/policy";
import { add } from "./actions";

type Props = { params: Promise<{ dossier: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations.add"))("title") };
}

export default async function AddConsultationPage({ params }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayChangeConsultations(scope)) forbidden();
  const t = await getTranslations("consultations");
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <PageTitle
        back={{ href: to.sources(), label: t("crumb") }}
        title={t("add.title")}
        lead={t("add.lead")}
      />
      <ClientMessages namespaces={["consultations", "kinds"]}>
        <ActionForm
          name="consultation.add"
          action={add.bind(null, scope.slug)}
          submitLabel={t("add.submit")}
          showRequiredHint
          secondary={
            <ButtonLink href={to.sources()} variant="subtle">
              {t("cancel")}
            </ButtonLink>
          }
        >
          <ConsultationFormFields />
        </ActionForm>
      </ClientMessages>
    </>
  );
}
