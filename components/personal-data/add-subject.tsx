import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Unfold } from "@/components/ui/unfold";
import { PERSONAL_DATA_KINDS } from "@/db/vocabulary";

/** Adds by hand what was not found. */
export function AddSubject({ add, hidden }: { add: FormAction; hidden: Record<string, string> }) {
  const t = useTranslations("personalData");
  return (
    <Unfold label={t("add.open")} icon="plus">
      <ActionForm
        name="personalSubject.add"
        action={add}
        hidden={hidden}
        submitLabel={t("add.submit")}
        submitVariant="secondary"
        label={t("add.open")}
      >
        <TextField name="text" label={t("add.text")} hint={t("add.hint")} autoComplete="off" />
        <SelectField
          name="kind"
          label={t("add.kind")}
          defaultValue="name"
          options={PERSONAL_DATA_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
      </ActionForm>
    </Unfold>
  );
}
