import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { ConsultationFormFields } from "@/components/consultations/consultation-fields";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { CurrentBeside } from "@/components/ui/current-beside";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { mayChangeConsultations } from "@/domain/consultations/policy";
import { getConsultation } from "@/domain/consultations/queries";
import { change } from "./actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("consultations.change"))("title") };
}

export default async function ChangeConsultationPage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const consultation = await gate(getConsultation(scope, id));
  if (!mayChangeConsultations(scope)) forbidden();
  const t = await getTranslations("consultations");
  const to = addresses.dossier(scope.slug);
  const href = to.consultation(consultation.id);
  const { lockVersion } = consultation;
  return (
    <>
      <PageTitle back={{ href, label: consultation.title }} title={t("change.title")} />
      <ClientMessages namespaces={["consultations", "kinds"]}>
        <ActionForm
          name="consultation.change"
          action={change.bind(null, scope.slug, consultation.id)}
          submitLabel={t("change.submit")}
          showRequiredHint
          secondary={
            <ButtonLink href={href} variant="subtle">
              {t("cancel")}
            </ButtonLink>
          }
        >
          <CurrentBeside
            lockVersion={lockVersion}
            fields={(["title", "heldOn", "startsAt", "sector", "chair"] as const).map((name) => ({
              name,
              label: t(`field.${name}`),
            }))}
          />
          <ConsultationFormFields current={consultation} />
        </ActionForm>
      </ClientMessages>
    </>
  );
}
