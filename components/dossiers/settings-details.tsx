import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { CurrentBeside } from "@/components/ui/current-beside";
import { DataItem, DataList } from "@/components/ui/data-list";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Details } from "@/domain/dossiers/model";
import { DetailsFields } from "./details-fields";

const FIELDS = ["title", "contractingAuthority", "subject"] as const;

/** Title, contracting authority and what is bought; a form for who may change them. */
export function SettingsDetails({ details, save }: { details: Details; save: FormAction | null }) {
  const t = useTranslations("dossiers");
  return (
    <Section id="gegevens" title={t("details.title")} lead={save ? t("details.lead") : undefined}>
      {save ? (
        <ActionForm
          name="dossier.details"
          action={save}
          submitLabel={t("save")}
          label={t("details.title")}
        >
          <CurrentBeside
            lockVersion={details.lockVersion}
            fields={FIELDS.map((name) => ({ name, label: t(`fields.${name}`) }))}
          />
          <DetailsFields {...details} />
        </ActionForm>
      ) : (
        <DataList>
          {FIELDS.map((name) => (
            <DataItem key={name} term={t(`fields.${name}`)}>
              {details[name] || t("details.empty")}
            </DataItem>
          ))}
        </DataList>
      )}
    </Section>
  );
}
