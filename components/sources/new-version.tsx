"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormState } from "@/components/ui/form";
import { typedIn } from "@/components/ui/form-state";
import { sendForm } from "@/components/ui/send-form";
import { Unfold } from "@/components/ui/unfold";
import { MAX_FILE_BYTES } from "@/domain/sources/model";
import styles from "./new-version.module.css";

/** Two ways to the next version of a source: a corrected file, or its text changed here. */
export function NewVersion({
  address,
  accept,
  formats,
  limit,
  source,
  text,
  initialState,
}: {
  /** Of the route that takes it in. */
  address: string;
  accept: string;
  /** What can be sent, in words. */
  formats: string;
  /** Megabytes of a file. */
  limit: number;
  source: { id: string; title: string; newest: number };
  /** The text that stands now; null when it is too long to be changed here. */
  text: string | null;
  initialState?: FormState;
}) {
  const t = useTranslations("sources.newVersion");
  const all = useTranslations();
  const router = useRouter();
  const fileId = useId();

  async function send(_state: FormState, data: FormData): Promise<FormState> {
    const file = data.get("file");
    if (file instanceof File && file.size > MAX_FILE_BYTES) {
      const message = all("sources.errors.tooLarge", { fileName: file.name, limit });
      return { status: "error", message, values: typedIn(data) };
    }
    const said = await sendForm(address, data);
    if (!("location" in said)) return said;
    router.push(said.location);
    return { status: "done" };
  }

  const hidden = { base: source.newest, title: source.title };
  const note = <TextField name="note" label={t("note")} hint={t("noteHint")} />;
  return (
    <div className={styles.ways}>
      <section aria-labelledby={`${fileId}-title`} className={styles.way}>
        <h2 id={`${fileId}-title`} className={styles.heading}>
          {t("byFile")}
        </h2>
        <ActionForm
          name="source.newVersionFile"
          of={source.id}
          action={send}
          address={address}
          initialState={initialState}
          hidden={hidden}
          submitLabel={t("submit")}
        >
          {note}
          <div>
            <label htmlFor={fileId} className={styles.label}>
              {t("file")}
            </label>
            <p className={styles.hint}>{t("fileHint", { formats, limit })}</p>
            <input id={fileId} type="file" name="file" accept={accept} required />
          </div>
        </ActionForm>
      </section>
      {text === null ? (
        <p className={styles.hint}>{t("tooLong")}</p>
      ) : (
        <Unfold label={t("byText")}>
          <ActionForm
            name="source.newVersionText"
            of={source.id}
            action={send}
            address={address}
            hidden={hidden}
            submitLabel={t("submit")}
          >
            {note}
            <TextareaField
              name="text"
              label={t("text")}
              hint={t("textHint")}
              rows={24}
              defaultValue={text}
              className={styles.text}
            />
          </ActionForm>
        </Unfold>
      )}
    </div>
  );
}
