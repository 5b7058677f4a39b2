import { useTranslations } from "next-intl";
import { DateField, Fieldset, SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { ACCESSIBILITY } from "@/db/vocabulary";
import type { Declarations } from "@/domain/declarations/model";

/** What the pages on accessibility and privacy say of the organisation. */
export function DeclareForm({ declared, action }: { declared: Declarations; action: FormAction }) {
  const t = useTranslations("declarations.form");
  return (
    <ActionForm
      name="declaration.change"
      action={action}
      submitLabel={t("submit")}
      hidden={{ lockVersion: declared.lockVersion }}
      showRequiredHint
    >
      <Fieldset legend={t("who")}>
        <TextField
          name="organisation"
          label={t("organisation")}
          defaultValue={declared.organisation}
          autoComplete="organization"
        />
        <TextareaField
          name="contact"
          label={t("contact")}
          hint={t("contactHint")}
          defaultValue={declared.contact}
          rows={3}
        />
      </Fieldset>
      <Fieldset legend={t("accessibility")}>
        <SelectField
          name="accessibility"
          label={t("status")}
          hint={t("statusHint")}
          defaultValue={declared.accessibility}
          options={ACCESSIBILITY.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        />
        <DateField
          name="examinedOn"
          label={t("examinedOn")}
          hint={t("examinedOnHint")}
          defaultValue={declared.examinedOn ?? ""}
          optional
        />
        <TextField
          name="register"
          type="url"
          label={t("register")}
          hint={t("registerHint")}
          defaultValue={declared.register}
          optional
        />
        <TextareaField
          name="shortcomings"
          label={t("shortcomings")}
          hint={t("shortcomingsHint")}
          defaultValue={declared.shortcomings}
          optional
        />
      </Fieldset>
      <Fieldset legend={t("privacy")}>
        <TextareaField
          name="officer"
          label={t("officer")}
          defaultValue={declared.officer}
          rows={3}
          optional
        />
        <TextareaField
          name="privacy"
          label={t("own")}
          hint={t("ownHint")}
          defaultValue={declared.privacy}
          optional
        />
      </Fieldset>
    </ActionForm>
  );
}
