import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { mayWrite } from "@/domain/dossiers/policy";
import { reactionOptions } from "@/domain/reactions/queries";
import { add } from "../actions";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statements.new"))("title") };
}

export default async function NewStatementPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("statements");
  const list = await getTranslations("reactions");
  const { consultations } = await reactionOptions(scope);
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <PageTitle
        back={{ href: to.statements(), label: list("title") }}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <ActionForm
        name="statement.add"
        action={add.bind(null, scope.slug)}
        submitLabel={t("new.submit")}
        showRequiredHint
        secondary={
          <ButtonLink href={to.statements()} variant="subtle">
            {t("new.cancel")}
          </ButtonLink>
        }
      >
        <TextareaField
          name="text"
          label={t("fields.text")}
          hint={t("fields.textHint")}
          rows={3}
          counter={1_000}
        />
        <TextareaField name="explanation" label={t("fields.explanation")} optional />
        <SelectField
          name="consultationId"
          label={t("fields.consultation")}
          optional
          emptyLabel={t("fields.noConsultation")}
          defaultValue={textOf(await searchParams, "consultation")}
          options={consultations.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          name="number"
          label={t("fields.number")}
          hint={t("fields.numberHint")}
          optional
          inputMode="numeric"
          size={6}
        />
      </ActionForm>
    </>
  );
}
