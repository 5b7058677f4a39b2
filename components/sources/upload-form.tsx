"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm, type FormState } from "@/components/ui/form";
import { typedIn } from "@/components/ui/form-state";
import { troubleOf } from "@/components/ui/trouble";
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_MEGABYTES } from "@/domain/sources/model";
import { UploadFields } from "./upload-fields";

/** The form that sends a file to a route of ours; without a script the browser sends it itself. */
export function UploadForm({
  address,
  initialState,
  secondary,
}: {
  /** Of the route. */
  address: string;
  /** What it must say when a browser without scripts was led back to it. */
  initialState?: FormState;
  secondary: ReactNode;
}) {
  const t = useTranslations("sources");
  const router = useRouter();

  async function send(_state: FormState, data: FormData): Promise<FormState> {
    const values = typedIn(data);
    const failed = (message: string): FormState => ({ status: "error", message, values });
    const file = data.get("file");
    if (file instanceof File && file.size > MAX_UPLOAD_BYTES) {
      const { name } = file;
      return failed(t("errors.tooLarge", { fileName: name, limit: MAX_UPLOAD_MEGABYTES }));
    }
    if (new Blob([String(data.get("text") ?? "")]).size > MAX_UPLOAD_BYTES) {
      return failed(t("errors.textTooLarge", { limit: MAX_UPLOAD_MEGABYTES }));
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
      router.push(said.location);
      return { status: "done", values };
    } catch (error) {
      return { status: "error", ...troubleOf(error), values };
    }
  }

  return (
    <ActionForm
      name="source.add"
      action={send}
      address={address}
      initialState={initialState}
      submitLabel={t("add.submit")}
      secondary={secondary}
    >
      <UploadFields />
    </ActionForm>
  );
}
