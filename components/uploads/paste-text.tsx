"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormState } from "@/components/ui/form";
import { typedIn } from "@/components/ui/form-state";
import { troubleOf } from "@/components/ui/trouble";
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
    const values = typedIn(data);
    if (new Blob([String(data.get("text") ?? "")]).size > MAX_TEXT_BYTES) {
      const message = all("sources.errors.textTooLarge", { limit: MAX_TEXT_MEGABYTES });
      return { status: "error", message, values };
    }
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: data,
        headers: { accept: "application/json" },
      });
      if (answer.status === 401) return { status: "error", trouble: "signedOut", values };
      const said = (await answer.json()) as FormState | { location: string };
      if (!("location" in said)) return { ...said, values };
      router.refresh();
      return { status: "done" };
    } catch (error) {
      return { status: "error", ...troubleOf(error), values };
    }
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
