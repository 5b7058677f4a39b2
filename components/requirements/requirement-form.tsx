"use client";

import { useTranslations } from "next-intl";
import { RichTextEditor } from "@/components/editor/rich-text-editor";
import { ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-fields";
import type { Option } from "@/components/ui/field";
import { HiddenField, SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, FormFields } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import type { RequirementKind } from "@/db/vocabulary";
import type { Body } from "@/domain/requirements/rules/text";
import styles from "./requirement-form.module.css";
import { LockField, SaveConflictPanel } from "./save-conflict";

export interface RequirementFormValues {
  title: string;
  kind: RequirementKind;
  body: Body | null;
  explanation: string;
  evidence: string;
  verification: string;
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
  /** For a next version: the version the form was opened on, and where "leave theirs" goes. */
  change?: { lockVersion: number; leaveHref: string };
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
        {change ? (
          <>
            <LockField lockVersion={base} />
            <HiddenField name="base" value={base} />
            <SaveConflictPanel leaveHref={change.leaveHref} />
          </>
        ) : null}
        <FormFields>
          {chapters ? (
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
              className={styles.wide}
            />
          ) : null}
        </FormFields>
      </ActionForm>
    </div>
  );
}
