import { useTranslations } from "next-intl";
import { TextareaField, TextField } from "@/components/ui/fields";

/** What a kernwaarde says: name, definition and rule of use. */
export function CoreValueFields({
  values,
}: {
  values?: { name?: string; definition?: string; rule?: string };
}) {
  const t = useTranslations("coreValues.fields");
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={values?.name}
        autoComplete="off"
      />
      <TextareaField
        name="definition"
        label={t("definition")}
        hint={t("definitionHint")}
        optional
        rows={3}
        defaultValue={values?.definition}
      />
      <TextareaField
        name="rule"
        label={t("rule")}
        hint={t("ruleHint")}
        optional
        rows={3}
        defaultValue={values?.rule}
      />
    </>
  );
}
