"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PARAMETERS } from "@/components/addresses";
import { type Draft, DraftKeeper, forgetDraft, readDraft } from "@/components/editor/draft";
import { RichTextEditor } from "@/components/editor/rich-text-editor";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonGroup, ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-fields";
import { cx } from "@/components/ui/cx";
import type { Option } from "@/components/ui/field";
import { HiddenField, SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, FormFields } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import type { RequirementKind } from "@/db/vocabulary";
import { formatMoment } from "@/domain/kernel/dates";
import { MEASURES } from "@/domain/requirements/model";
import { type Body, bodyOfLines } from "@/domain/requirements/rules/text";
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

const DRAFT_FIELDS = [
  "title",
  "kind",
  "body",
  "bodyFormat",
  "explanation",
  "evidence",
  "verification",
  "score",
  "weight",
  "reason",
  "chapterId",
  "chapterTitle",
] as const;

/** Writes a requirement: a new one, or the next version of one. */
export function RequirementForm({
  action,
  hidden,
  values,
  kinds,
  draftKey,
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
  draftKey: string;
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
  const [offered, setOffered] = useState<Draft | null>(null);
  const [restored, setRestored] = useState<Draft | null>(null);

  useEffect(() => {
    const draft = readDraft(draftKey);
    if (draft && !isSame(draft, values)) setOffered(draft);
  }, [draftKey, values]);

  const shown = restored ? draftValues(restored, values) : values;
  const base = restored?.base ?? change?.lockVersion ?? 0;

  return (
    <div className={styles.form}>
      {offered ? (
        <DraftOffer
          draft={offered}
          onRestore={() => {
            setRestored(offered);
            setOffered(null);
          }}
          onForget={() => {
            forgetDraft(draftKey);
            setOffered(null);
          }}
        />
      ) : null}
      <ActionForm
        key={restored?.savedAt ?? "stored"}
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
        <DraftKeeper draftKey={draftKey} base={base} fields={DRAFT_FIELDS} />
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
              defaultValue={restored?.values.chapterTitle || t("form.firstChapterName")}
              className={styles.wide}
            />
          ) : null}
          {chapters && chapters.length > 0 ? (
            <SelectField
              name="chapterId"
              label={t("form.chapter")}
              options={chapters}
              defaultValue={restored?.values.chapterId || chapterId}
            />
          ) : null}
          <TextField
            name="title"
            label={t("field.title")}
            hint={t("form.titleHint")}
            defaultValue={shown.title}
            className={styles.wide}
          />
          <RadioGroup
            name="kind"
            label={t("field.kind")}
            hint={change ? t("form.kindHint") : undefined}
            options={kinds}
            defaultValue={shown.kind}
          />
          <MeasureFields values={shown} />
          <RichTextEditor
            name="body"
            label={t("field.bodyText")}
            hint={t("form.bodyHint")}
            defaultValue={shown.body}
          />
          <TextareaField
            name="explanation"
            label={t("field.explanation")}
            hint={t("form.explanationHint")}
            rows={4}
            optional
            defaultValue={shown.explanation}
          />
          <TextareaField
            name="evidence"
            label={t("field.evidence")}
            hint={t("form.evidenceHint")}
            rows={2}
            optional
            defaultValue={shown.evidence}
          />
          <TextareaField
            name="verification"
            label={t("field.verification")}
            hint={t("form.verificationHint")}
            rows={2}
            optional
            defaultValue={shown.verification}
          />
          {change ? (
            <TextField
              name="reason"
              label={t("field.reason")}
              hint={t("form.reasonHint")}
              optional={!change.reasonDemanded}
              defaultValue={restored?.values.reason ?? change.reason}
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

function DraftOffer({
  draft,
  onRestore,
  onForget,
}: {
  draft: Draft;
  onRestore: () => void;
  onForget: () => void;
}) {
  const t = useTranslations("requirements");
  const locale = useLocale();
  return (
    <Alert tone="info" role="status" title={t("draft.title")}>
      <div className={styles.offer}>
        <p>{t("draft.body", { moment: formatMoment(draft.savedAt, locale) })}</p>
        <ButtonGroup>
          <Button size="small" variant="primary" onClick={onRestore}>
            {t("draft.restore")}
          </Button>
          <Button size="small" onClick={onForget}>
            {t("draft.forget")}
          </Button>
        </ButtonGroup>
      </div>
    </Alert>
  );
}

function bodyOfDraft(draft: Draft): Body | null {
  const { body = "", bodyFormat } = draft.values;
  if (!body) return null;
  if (bodyFormat !== "json") return bodyOfLines(body);
  try {
    return JSON.parse(body) as Body;
  } catch {
    return null;
  }
}

function draftValues(draft: Draft, stored: RequirementFormValues): RequirementFormValues {
  const { title, kind, explanation, evidence, verification, score, weight } = draft.values;
  return {
    title: title ?? stored.title,
    kind: (kind as RequirementKind | undefined) || stored.kind,
    body: bodyOfDraft(draft) ?? stored.body,
    explanation: explanation ?? stored.explanation,
    evidence: evidence ?? stored.evidence,
    verification: verification ?? stored.verification,
    score: score ?? stored.score,
    weight: weight ?? stored.weight,
  };
}

/** Whether a draft says what is stored already: then there is nothing to offer. */
function isSame(draft: Draft, stored: RequirementFormValues): boolean {
  const words = (body: Body | null) => (body ? withoutDefaults(body) : "");
  const typed = draftValues(draft, stored);
  return (
    typed.title === stored.title &&
    typed.kind === stored.kind &&
    typed.explanation === stored.explanation &&
    typed.evidence === stored.evidence &&
    typed.verification === stored.verification &&
    typed.score === stored.score &&
    typed.weight === stored.weight &&
    words(typed.body) === words(stored.body)
  );
}

/** JSON without the attributes that the editor adds by itself, keys in one order. */
function withoutDefaults(body: Body): string {
  return JSON.stringify(body, (key, value: unknown) => {
    if (
      value === null ||
      key === "rel" ||
      (key === "content" && Array.isArray(value) && value.length === 0)
    ) {
      return undefined;
    }
    if (typeof value !== "object" || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
