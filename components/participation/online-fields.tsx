"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DateField, TextareaField, TextField, TimeField } from "@/components/ui/fields";
import { FieldRow } from "@/components/ui/form";
import { ADMITTED, MODERATIONS, OTHERS_SHOWN, POSITIONS } from "@/db/vocabulary";
import { clockOf } from "@/domain/kernel/dates";
import { LENGTHS, type OnlineFacts } from "@/domain/participation/model";

/** How a consultation is held online, with what mostly fits filled in. */
export function OnlineFormFields({ current }: { current: OnlineFacts }) {
  const t = useTranslations("participation.prepare.form");
  const words = useTranslations("participation.react.position");
  const opens = current.opensAt ? clockOf(current.opensAt) : null;
  const closes = current.closesAt ? clockOf(current.closesAt) : null;
  return (
    <>
      <TextareaField
        name="introduction"
        label={t("introduction")}
        hint={t("introductionHint")}
        defaultValue={current.introduction}
        rows={3}
      />
      <RadioGroup
        name="admits"
        label={t("admits")}
        defaultValue={current.admits}
        options={ADMITTED.map((value) => ({ value, label: t(`admitted.${value}`) }))}
      />
      <FieldRow>
        <DateField
          optional
          name="opensOn"
          label={t("opensOn")}
          hint={t("opensHint")}
          defaultValue={opens?.day}
        />
        <TimeField optional name="opensTime" label={t("opensTime")} defaultValue={opens?.time} />
      </FieldRow>
      <FieldRow>
        <DateField
          name="closesOn"
          label={t("closesOn")}
          hint={current.endedAt ? t("closesAgain") : undefined}
          defaultValue={closes?.day}
        />
        <TimeField
          name="closesTime"
          label={t("closesTime")}
          defaultValue={closes?.time ?? "23:59"}
        />
      </FieldRow>
      <DateField
        optional
        name="answerBy"
        label={t("answerBy")}
        defaultValue={current.answerBy ?? undefined}
      />
      <RadioGroup
        name="asksPosition"
        label={t("asksPosition")}
        defaultValue={current.asksPosition ? "yes" : "no"}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`asks.${value}`) }))}
      />
      <FieldRow>
        {POSITIONS.map((position) => (
          <TextField
            key={position}
            optional
            name={position}
            label={t("wordFor", { word: words(position) })}
            defaultValue={current.positionWords?.[position]}
          />
        ))}
      </FieldRow>
      <TextField
        name="maxLength"
        label={t("maxLength")}
        inputMode="numeric"
        defaultValue={String(current.maxLength ?? LENGTHS.usual)}
      />
      <RadioGroup
        name="takesFiles"
        label={t("takesFiles")}
        hint={t("takesFilesHint")}
        defaultValue={current.takesFiles ? "yes" : "no"}
        options={(["no", "yes"] as const).map((value) => ({ value, label: t(`takes.${value}`) }))}
      />
      <TextField
        optional
        name="missingQuestion"
        label={t("missingQuestion")}
        hint={t("missingHint")}
        defaultValue={current.missingQuestion ?? undefined}
      />
      <RadioGroup
        name="others"
        label={t("others")}
        defaultValue={current.others}
        options={OTHERS_SHOWN.map((value) => ({ value, label: t(`other.${value}`) }))}
      />
      <RadioGroup
        name="moderation"
        label={t("moderation")}
        defaultValue={current.moderation}
        options={MODERATIONS.map((value) => ({ value, label: t(`moderations.${value}`) }))}
      />
      <TextareaField
        name="privacy"
        label={t("privacy")}
        hint={t("privacyHint")}
        defaultValue={current.privacy}
        rows={4}
      />
      <TextField
        name="keepDays"
        label={t("keepDays")}
        hint={t("keepHint")}
        inputMode="numeric"
        defaultValue={String(current.keepDays)}
      />
      <TextareaField
        name="contact"
        label={t("contact")}
        hint={t("contactHint")}
        defaultValue={current.contact}
        rows={2}
      />
    </>
  );
}
