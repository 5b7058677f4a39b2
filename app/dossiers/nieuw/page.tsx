import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/_lib/session";
import { visitOf } from "@/app/_lib/visit";
import { addresses } from "@/components/addresses";
import { DetailsFields } from "@/components/dossiers/details-fields";
import { SitePage } from "@/components/shell/site-page";
import { ButtonLink } from "@/components/ui/button";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { mayStartDossier } from "@/domain/accounts/policy";
import { start } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossiers.new"))("title") };
}

export default async function NewDossierPage() {
  const actor = await requireActor();
  if (!mayStartDossier(actor)) forbidden();
  const t = await getTranslations("dossiers.new");
  const nav = await getTranslations("navigation");
  return (
    <SitePage visit={await visitOf()}>
      <PageTitle
        back={{ href: addresses.home(), label: nav("myDossiers") }}
        title={t("title")}
        lead={t("lead")}
      />
      <ActionForm
        name="dossier.start"
        action={start}
        submitLabel={t("submit")}
        showRequiredHint
        secondary={
          <ButtonLink href={addresses.home()} variant="subtle">
            {t("cancel")}
          </ButtonLink>
        }
      >
        <DetailsFields />
      </ActionForm>
    </SitePage>
  );
}
