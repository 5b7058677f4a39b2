"use client";

import { useTranslations } from "next-intl";
import { FileField, TextareaField, TextField } from "@/components/ui/fields";
import { FormFields } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import { MAX_UPLOAD_MEGABYTES, MEDIA_TYPES } from "@/domain/sources/model";
import styles from "./upload-fields.module.css";
import { UploadProgress } from "./upload-progress";

/** A file, or for who has none, text that is pasted. */
export function UploadFields() {
  const t = useTranslations("sources.add");
  const { state } = useFormScope();
  // What was pasted may not disappear behind a fold when something is wrong.
  const pasted = Boolean(state.values?.text || state.fields?.text);
  return (
    <>
      <FileField
        name="file"
        label={t("file")}
        hint={t("fileHint", { limit: MAX_UPLOAD_MEGABYTES })}
        accept={Object.keys(MEDIA_TYPES)
          .map((ending) => `.${ending}`)
          .join(",")}
      />
      <details className={styles.paste} open={pasted || undefined}>
        <summary className={styles.summary}>{t("paste")}</summary>
        <FormFields>
          <TextareaField optional name="text" label={t("text")} hint={t("textHint")} rows={8} />
        </FormFields>
      </details>
      <TextField optional name="title" label={t("title")} hint={t("titleHint")} />
      <UploadProgress />
    </>
  );
}
