import type { Metadata } from "next";
import { forbidden, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, wholeOf } from "@/components/addresses";
import { RequirementForm } from "@/components/requirements/requirement-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { PageTitle } from "@/components/ui/heading";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { demandsReason, NEVER_SETTLED } from "@/domain/dossiers/rules";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { getVersion } from "@/domain/requirements/queries";
import { editableBody } from "@/domain/text/rich-body";
import { requirementOf } from "../_requirement";
import { saveRequirementAction } from "../actions";

interface Props {
  params: Promise<{ dossier: string; requirement: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { dossier, requirement } = await params;
  const t = await getTranslations("requirements");
  const { code } = await requirementOf(await requireDossier(dossier), requirement);
  return { title: t("form.changeTitle", { code }) };
}

/** Writes the next version of a requirement, from the one that stands or from an older one. */
export default async function ChangeRequirementPage({ params, searchParams }: Props) {
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
  const asked = wholeOf(await searchParams, "from");
  const older =
    asked && asked < view.lockVersion ? await gate(getVersion(scope, view.id, asked)) : null;
  const { version } = view;
  const { title, kind, explanation, evidence, verification, score, weight } = older ?? version;
  return (
    <>
      <PageTitle
        back={{ href: here, label: `${view.code} ${version.title}` }}
        title={t("form.changeTitle", { code: view.code })}
        lead={t("form.changeLead")}
      />
      {older ? <Alert tone="info">{t("versions.restoring", { n: older.n })}</Alert> : null}
      <ClientMessages namespaces={["requirements", "editor", "kinds"]}>
        <RequirementForm
          action={saveRequirementAction}
          hidden={{ dossier: scope.slug, requirementId: view.id }}
          values={{
            ...{ title, kind, explanation, evidence, verification },
            body: editableBody(older ?? version),
            score: String(score ?? ""),
            weight: String(weight ?? ""),
          }}
          kinds={REQUIREMENT_KINDS.map((value) => ({
            value,
            label: kinds(`requirement.${value}`),
            hint: t(`kindHelp.${value}`),
          }))}
          cancelHref={here}
          change={{
            lockVersion: view.lockVersion,
            reason: older ? t("versions.restoreReason", { n: older.n }) : "",
            reasonDemanded: demandsReason(NEVER_SETTLED),
            leaveHref: to.requirement(view.id, { message: "gelaten" }),
          }}
        />
      </ClientMessages>
    </>
  );
}
