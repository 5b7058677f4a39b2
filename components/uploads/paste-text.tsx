"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormState } from "@/components/ui/form";
import { typedIn } from "@/components/ui/form-state";
import { sendForm } from "@/components/ui/send-form";
import { MAX_TEXT_BYTES, MAX_TEXT_MEGABYTES } from "@/domain/sources/model";
import styles from "./paste-text.module.css";

/** For who has no file: text that is pasted, which becomes one. */
export function PasteText({
  address,
  initialState,
}: {
  address: string;
  initialState?: FormState;
}) {
  const t = useTranslations("uploads.paste");
  const all = useTranslations();
  const router = useRouter();

  async function send(_state: FormState, data: FormData): Promise<FormState> {
    if (new Blob([String(data.get("text") ?? "")]).size > MAX_TEXT_BYTES) {
      const message = all("sources.errors.textTooLarge", { limit: MAX_TEXT_MEGABYTES });
      return { status: "error", message, values: typedIn(data) };
    }
    const said = await sendForm(address, data);
    if (!("location" in said)) return said;
    router.refresh();
    return { status: "done" };
  }

  return (
    <details className={styles.paste} open={initialState ? true : undefined}>
      <summary className={styles.summary}>{t("open")}</summary>
      <ActionForm
        name="source.add"
        action={send}
        address={address}
        initialState={initialState}
        submitLabel={t("submit")}
        resetOnDone
      >
        <TextField name="title" label={t("title")} />
        <TextareaField name="text" label={t("text")} hint={t("textHint")} rows={8} />
      </ActionForm>
    </details>
  );
}
