import { useTranslations } from "next-intl";
import { DateField, SelectField, TextField, TimeField } from "@/components/ui/fields";
import { ActionForm, FieldRow, type FormAction } from "@/components/ui/form";
import { DOCUMENT_KINDS } from "@/domain/proposal/model";
import type { PartCardData } from "./part-card";
import styles from "./part-form.module.css";

/** Corrects what was read about a document in a file. */
export function PartForm({
  part,
  partId,
  lockVersion,
  action,
}: {
  part: PartCardData;
  partId: string;
  lockVersion: number;
  action: FormAction;
}) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  return (
    <details className={styles.unfold}>
      <summary>{t("part.edit")}</summary>
      <div className={styles.body}>
        <ActionForm
          name="part.change"
          of={partId}
          action={action}
          hidden={{ partId, lockVersion }}
          submitLabel={t("part.save")}
          label={t("part.editOf", { n: part.n })}
        >
          <TextField name="title" label={t("part.field.title")} defaultValue={part.title} />
          <SelectField
            name="kind"
            label={t("part.field.kind")}
            defaultValue={part.kind}
            options={DOCUMENT_KINDS.map((kind) => ({
              value: kind,
              label: kinds(`consultation.${kind}`),
            }))}
          />
          <FieldRow>
            <DateField
              name="heldOn"
              label={t("part.field.heldOn")}
              optional
              defaultValue={part.heldOn ?? ""}
            />
            <TimeField
              name="startsAt"
              label={t("part.field.startsAt")}
              optional
              defaultValue={part.startsAt ?? ""}
            />
          </FieldRow>
          <TextField
            name="sector"
            label={t("part.field.sector")}
            hint={t("part.field.sectorHint")}
            optional
            defaultValue={part.sector ?? ""}
          />
        </ActionForm>
      </div>
    </details>
  );
}
