"use client";

import { useTranslations } from "next-intl";
import { PARAMETERS } from "@/components/addresses";
import { RichTextEditor } from "@/components/editor/rich-text-editor";
import { ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-fields";
import { cx } from "@/components/ui/cx";
import type { Option } from "@/components/ui/field";
import { HiddenField, SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, FormFields } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import type { RequirementKind } from "@/db/vocabulary";
import { MEASURES } from "@/domain/requirements/model";
import type { Body } from "@/domain/text/rich-text";
import styles from "./requirement-form.module.css";
import { LockField, SaveConflictPanel } from "./save-conflict";

export interface RequirementFormValues {
  title: string;
  kind: RequirementKind;
  body: Body | null;
  explanation: string;
  evidence: string;
  verification: string;
  /** As typed; "" is none. */
  score: string;
  weight: string;
}

/** Writes a requirement: a new one, or the next version of one. */
export function RequirementForm({
  action,
  hidden,
  values,
  kinds,
  cancelHref,
  chapters,
  chapterId,
  words,
  change,
}: {
  action: FormAction;
  hidden: Record<string, string>;
  values: RequirementFormValues;
  kinds: Option[];
  cancelHref: string;
  /** For a new one: where it can stand. */
  chapters?: Option[];
  chapterId?: string;
  /** For a new one: the words it is linked to, as an address asks for them. */
  words?: { reaction: string[]; passage: string[] };
  /** For a next version: the version the form was opened on, and where "leave theirs" goes. */
  change?: {
    lockVersion: number;
    leaveHref: string;
    /** Filled in when an older version is put back. */
    reason: string;
    reasonDemanded: boolean;
  };
}) {
  const t = useTranslations("requirements");
  const base = change?.lockVersion ?? 0;

  return (
    <div className={styles.form}>
      <ActionForm
        name="requirement.write"
        of={hidden.coreValueId}
        action={action}
        hidden={hidden}
        submitLabel={change ? t("form.save") : t("form.add")}
        secondary={
          <ButtonLink href={cancelHref} variant="subtle">
            {t("form.cancel")}
          </ButtonLink>
        }
        showRequiredHint
      >
        {(["reaction", "passage"] as const).flatMap((type) =>
          (words?.[type] ?? []).map((id) => (
            <input key={id} type="hidden" name={PARAMETERS[type]} value={id} />
          )),
        )}
        {change ? (
          <>
            <LockField lockVersion={base} />
            <HiddenField name="base" value={base} />
            <SaveConflictPanel leaveHref={change.leaveHref} />
          </>
        ) : null}
        <FormFields>
          {chapters?.length === 0 ? (
            <TextField
              name="chapterTitle"
              label={t("form.firstChapter")}
              hint={t("form.firstChapterHint")}
              defaultValue={t("form.firstChapterName")}
              className={styles.wide}
            />
          ) : null}
          {chapters && chapters.length > 0 ? (
            <SelectField
              name="chapterId"
              label={t("form.chapter")}
              options={chapters}
              defaultValue={chapterId}
            />
          ) : null}
          <TextField
            name="title"
            label={t("field.title")}
            hint={t("form.titleHint")}
            defaultValue={values.title}
            className={styles.wide}
          />
          <RadioGroup
            name="kind"
            label={t("field.kind")}
            hint={change ? t("form.kindHint") : undefined}
            options={kinds}
            defaultValue={values.kind}
          />
          <MeasureFields values={values} />
          <RichTextEditor
            name="body"
            label={t("field.bodyText")}
            hint={t("form.bodyHint")}
            defaultValue={values.body}
          />
          <TextareaField
            name="explanation"
            label={t("field.explanation")}
            hint={t("form.explanationHint")}
            rows={4}
            optional
            defaultValue={values.explanation}
          />
          <TextareaField
            name="evidence"
            label={t("field.evidence")}
            hint={t("form.evidenceHint")}
            rows={2}
            optional
            defaultValue={values.evidence}
          />
          <TextareaField
            name="verification"
            label={t("field.verification")}
            hint={t("form.verificationHint")}
            rows={2}
            optional
            defaultValue={values.verification}
          />
          {change ? (
            <TextField
              name="reason"
              label={t("field.reason")}
              hint={t("form.reasonHint")}
              optional={!change.reasonDemanded}
              defaultValue={change.reason}
              className={styles.wide}
            />
          ) : null}
        </FormFields>
      </ActionForm>
    </div>
  );
}

/** Points and weight. The style sheet shows each for the kinds that have it, also without scripts. */
function MeasureFields({ values }: { values: RequirementFormValues }) {
  const t = useTranslations("requirements");
  return MEASURES.map((measure) => (
    <div key={measure} className={cx(styles.measure, styles[measure])}>
      <TextField
        name={measure}
        label={t(`field.${measure}`)}
        hint={t(`form.${measure}Hint`)}
        inputMode="numeric"
        autoComplete="off"
        optional
        defaultValue={values[measure]}
        className={styles.number}
      />
    </div>
  ));
}
