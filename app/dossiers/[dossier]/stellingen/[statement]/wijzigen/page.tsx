import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { Occurrences } from "@/components/statements/occurrences";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CurrentBeside } from "@/components/ui/current-beside";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Columns } from "@/components/ui/stack";
import { mayWrite } from "@/domain/dossiers/policy";
import { getStatement } from "@/domain/statements/queries";
import { change } from "../../actions";

interface Props {
  params: Promise<{ dossier: string; statement: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statements.edit"))("title") };
}

export default async function ChangeStatementPage({ params }: Props) {
  const { dossier, statement: id } = await params;
  const scope = await requireDossier(dossier);
  const statement = await gate(getStatement(scope, id));
  if (!mayWrite(scope)) forbidden();
  const t = await getTranslations("statements");
  const _list = await getTranslations("reactions");
  const to = addresses.dossier(scope.slug);
  const back = to.statement(id);
  const form = (
    <ActionForm
      name="statement.change"
      action={change.bind(null, scope.slug, id)}
      submitLabel={t("edit.submit")}
      secondary={
        <ButtonLink href={back} variant="subtle">
          {t("edit.cancel")}
        </ButtonLink>
      }
    >
      <CurrentBeside
        lockVersion={statement.lockVersion}
        fields={(["text", "explanation"] as const).map((name) => ({
          name,
          label: t(`fields.${name}`),
        }))}
      />
      <TextareaField
        name="text"
        label={t("fields.text")}
        hint={t("fields.textHint")}
        rows={3}
        counter={1_000}
        defaultValue={statement.text}
      />
      <TextareaField
        name="explanation"
        label={t("fields.explanation")}
        optional
        rows={8}
        defaultValue={statement.explanation ?? ""}
      />
    </ActionForm>
  );
  return (
    <>
      <PageTitle
        back={{ href: back, label: t("detail.eyebrow") }}
        title={t("edit.title")}
        lead={t("edit.lead")}
      />
      {statement.occurrences.length > 0 ? (
        <Columns
          aside={
            <Card tone="quiet" title={t("edit.quoted")}>
              <Occurrences slug={scope.slug} places={statement.occurrences} />
            </Card>
          }
        >
          {form}
        </Columns>
      ) : (
        form
      )}
    </>
  );
}
