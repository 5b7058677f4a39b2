import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";

/** Whether originals whose time has passed go by themselves, or wait in a list. */
export function SettingsOriginals({
  destroys,
  save,
}: {
  destroys: boolean;
  save: FormAction | null;
}) {
  const t = useTranslations("dossiers.originals");
  return (
    <Section id="originelen" title={t("title")} lead={t("lead")}>
      {save ? (
        <ActionForm
          name="dossier.originals"
          action={save}
          submitLabel={t("save")}
          label={t("title")}
        >
          <RadioGroup
            name="destroy"
            label={t("question")}
            options={(["no", "yes"] as const).map((value) => ({
              value,
              label: t(`choice.${value}`),
            }))}
            defaultValue={destroys ? "yes" : "no"}
          />
        </ActionForm>
      ) : (
        <Paragraph>{t(destroys ? "choice.yes" : "choice.no")}</Paragraph>
      )}
    </Section>
  );
}
