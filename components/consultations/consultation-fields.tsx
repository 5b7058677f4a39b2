"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DateField, SelectField, TextField, TimeField } from "@/components/ui/fields";
import { FieldRow } from "@/components/ui/form";
import { AUDIENCES, CONSULTATION_KINDS } from "@/db/vocabulary";
import type { ConsultationFields } from "@/domain/consultations/model";

/** The fields of a consultation, empty or as it stands. */
export function ConsultationFormFields({ current }: { current?: ConsultationFields }) {
  const t = useTranslations("consultations");
  const kinds = useTranslations("kinds");
  return (
    <>
      <TextField
        name="title"
        label={t("field.title")}
        hint={t("field.titleHint")}
        defaultValue={current?.title}
      />
      <SelectField
        name="kind"
        label={t("field.kind")}
        defaultValue={current?.kind ?? "meeting"}
        options={CONSULTATION_KINDS.map((kind) => ({
          value: kind,
          label: kinds(`consultation.${kind}`),
        }))}
      />
      <RadioGroup
        name="audience"
        label={t("field.audience")}
        defaultValue={current?.audience ?? "stakeholder"}
        options={AUDIENCES.map((audience) => ({
          value: audience,
          label: t(`audience.${audience}`),
          hint: t(`audienceHint.${audience}`),
        }))}
      />
      <FieldRow>
        <DateField
          optional
          name="heldOn"
          label={t("field.heldOn")}
          defaultValue={current?.heldOn ?? undefined}
        />
        <TimeField
          optional
          name="startsAt"
          label={t("field.startsAt")}
          defaultValue={current?.startsAt ?? undefined}
        />
      </FieldRow>
      <TextField
        optional
        name="sector"
        label={t("field.sector")}
        hint={t("field.sectorHint")}
        defaultValue={current?.sector ?? undefined}
      />
      <TextField
        optional
        name="chair"
        label={t("field.chair")}
        hint={t("field.chairHint")}
        defaultValue={current?.chair ?? undefined}
      />
    </>
  );
}
