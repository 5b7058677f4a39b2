import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { RequirementForm } from "@/components/requirements/requirement-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageTitle } from "@/components/ui/heading";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { requirementOf } from "../_requirement";
import { saveRequirementAction } from "../actions";

interface Props {
  params: Promise<{ dossier: string; requirement: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, requirement } = await params;
  const t = await getTranslations("requirements");
  const { code } = await requirementOf(await requireDossier(dossier), requirement);
  return { title: t("form.changeTitle", { code }) };
}

/** Writes the next version of a requirement. */
export default async function ChangeRequirementPage({ params }: Props) {
  const { dossier, requirement } = await params;
  const scope = await requireDossier(dossier);
  if (!mayWriteRequirements(scope)) forbidden();
  const view = await requirementOf(scope, requirement);
  const t = await getTranslations("requirements");
  const kinds = await getTranslations("kinds");
  const to = addresses.dossier(scope.slug);
  const here = to.requirement(view.id);
  // A dropped one is restored first; its page has the button.
  if (view.droppedAt) redirect(here);
  const { title, kind, body, explanation, evidence, verification } = view.version;
  return (
    <>
      <PageTitle
        back={{ href: here, label: `${view.code} ${title}` }}
        title={t("form.changeTitle", { code: view.code })}
        lead={t("form.changeLead", { n: view.lockVersion + 1 })}
      />
      <ClientMessages namespaces={["requirements", "editor", "kinds"]}>
        <RequirementForm
          action={saveRequirementAction}
          hidden={{ dossier: scope.slug, requirementId: view.id }}
          values={{ title, kind, body, explanation, evidence, verification }}
          kinds={REQUIREMENT_KINDS.map((value) => ({
            value,
            label: kinds(`requirement.${value}`),
            hint: t(`kindHelp.${value}`),
          }))}
          cancelHref={here}
          change={{
            lockVersion: view.lockVersion,
            leaveHref: to.requirement(view.id, { message: "gelaten" }),
          }}
        />
      </ClientMessages>
    </>
  );
}
