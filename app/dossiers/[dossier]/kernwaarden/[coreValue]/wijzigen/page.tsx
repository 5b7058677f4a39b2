import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, wholeOf } from "@/components/addresses";
import { CoreValueFields } from "@/components/core-values/core-value-fields";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { CurrentBeside } from "@/components/ui/current-beside";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { getCoreValue } from "@/domain/core-values/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { demandsReason, NEVER_SETTLED } from "@/domain/dossiers/rules";
import { change } from "../../actions";

interface Props {
  params: Promise<{ dossier: string; coreValue: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coreValues.edit"))("title") };
}

export default async function ChangeCoreValuePage({ params, searchParams }: Props) {
  const { dossier, coreValue: id } = await params;
  const scope = await requireDossier(dossier);
  const coreValue = await gate(getCoreValue(scope, id));
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("coreValues");
  const to = addresses.dossier(scope.slug);
  const back = to.coreValue(id);
  const asked = wholeOf(await searchParams, "from");
  const older = coreValue.versions.find(({ n }) => n === asked && n < coreValue.lockVersion);
  return (
    <>
      <PageTitle
        back={{ href: back, label: `K-${coreValue.number} ${coreValue.name}` }}
        title={t("edit.title")}
        lead={t("edit.lead")}
      />
      {older ? <Alert tone="info">{t("versions.restoring", { n: older.n })}</Alert> : null}
      <ActionForm
        name="coreValue.change"
        action={change.bind(null, scope.slug, id)}
        submitLabel={t("edit.submit")}
        showRequiredHint
        secondary={
          <ButtonLink href={back} variant="subtle">
            {t("edit.cancel")}
          </ButtonLink>
        }
      >
        <CurrentBeside
          lockVersion={coreValue.lockVersion}
          fields={(["name", "definition", "rule"] as const).map((name) => ({
            name,
            label: t(`fields.${name}`),
          }))}
        />
        <CoreValueFields values={older ?? coreValue} />
        <TextField
          name="reason"
          label={t("fields.reason")}
          hint={t("fields.reasonHint")}
          optional={!demandsReason(NEVER_SETTLED)}
          defaultValue={older ? t("versions.restoreReason", { n: older.n }) : ""}
        />
      </ActionForm>
    </>
  );
}
