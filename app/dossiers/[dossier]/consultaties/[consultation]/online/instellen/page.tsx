import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { OnlineFormFields } from "@/components/participation/online-fields";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { CurrentBeside } from "@/components/ui/current-beside";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { mayWrite } from "@/domain/dossiers/policy";
import { consultationOverview } from "@/domain/participation/queries";
import { change } from "./actions";

type Props = { params: Promise<{ dossier: string; consultation: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("participation.prepare.form"))("title") };
}

/** The form of how a consultation is held online. */
export default async function SetOnlinePage({ params }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const online = await consultationOverview(scope, id);
  if (!online) notFound();
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("participation.prepare");
  const href = addresses.dossier(scope.slug).online(id);
  return (
    <>
      <PageTitle back={{ href, label: t("title") }} title={t("form.title")} />
      <ClientMessages namespaces={["participation.prepare", "participation.react"]}>
        <ActionForm
          name="consultation.online"
          action={change.bind(null, scope.slug, id)}
          submitLabel={t("form.submit")}
          showRequiredHint
          secondary={
            <ButtonLink href={href} variant="subtle">
              {t("form.cancel")}
            </ButtonLink>
          }
        >
          <CurrentBeside
            lockVersion={online.lockVersion}
            fields={(["introduction", "missingQuestion", "privacy", "contact"] as const).map(
              (name) => ({ name, label: t(`form.${name}`) }),
            )}
          />
          <OnlineFormFields current={online} />
        </ActionForm>
      </ClientMessages>
    </>
  );
}
