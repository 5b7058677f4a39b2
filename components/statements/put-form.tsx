import { useLocale, useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Paragraph } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";

/** Puts a stelling in one more consultation. */
export function PutForm({
  action,
  consultations,
}: {
  action: FormAction;
  /** Those in which it does not stand yet. */
  consultations: { id: string; title: string; heldOn: string | null }[];
}) {
  const t = useTranslations("statements.put");
  const fields = useTranslations("statements.fields");
  const locale = useLocale();
  if (consultations.length === 0) return <Paragraph muted>{t("everywhere")}</Paragraph>;
  return (
    <ActionForm name={null} action={action} submitLabel={t("submit")} label={t("title")}>
      <SelectField
        name="consultationId"
        label={t("consultation")}
        emptyLabel={t("choose")}
        options={consultations.map(({ id, title, heldOn }) => ({
          value: id,
          label: heldOn ? `${title}, ${formatDate(heldOn, locale)}` : title,
        }))}
      />
      <TextField
        name="number"
        label={fields("number")}
        hint={fields("numberHint")}
        optional
        inputMode="numeric"
      />
    </ActionForm>
  );
}
