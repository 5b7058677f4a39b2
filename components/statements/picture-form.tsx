"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FileField, TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormState } from "@/components/ui/form";
import { typedIn } from "@/components/ui/form-state";
import { sendForm } from "@/components/ui/send-form";
import { MAX_PICTURE_BYTES, MAX_PICTURE_MEGABYTES } from "@/domain/statements/model";

/** Sends a picture with what it shows; where there is one already, what it shows alone will do. */
export function PictureForm({
  address,
  of,
  alternative,
  initialState,
}: {
  /** Of the route that takes it in. */
  address: string;
  /** Of which stelling in which consultation. */
  of: string;
  /** Of the picture that is there; null for none. */
  alternative: string | null;
  initialState?: FormState;
}) {
  const t = useTranslations("statements.picture");
  const errors = useTranslations("statements.errors");
  const router = useRouter();

  async function send(_state: FormState, data: FormData): Promise<FormState> {
    const file = data.get("file");
    if (file instanceof File && file.size > MAX_PICTURE_BYTES) {
      const message = errors("pictureTooLarge", { limit: MAX_PICTURE_MEGABYTES });
      return { status: "error", message, fields: { file: message }, values: typedIn(data) };
    }
    const said = await sendForm(address, data);
    if (!("location" in said)) return said;
    router.push(said.location);
    return { status: "done" };
  }

  return (
    <ActionForm
      name="statement.picture"
      of={of}
      action={send}
      address={address}
      initialState={initialState}
      submitLabel={t("submit")}
    >
      <FileField
        name="file"
        label={alternative === null ? t("file") : t("another")}
        hint={t("fileHint", { limit: MAX_PICTURE_MEGABYTES })}
        accept="image/png,image/jpeg,image/webp"
        optional={alternative !== null}
      />
      <TextareaField
        name="alternative"
        label={t("alternative")}
        hint={t("alternativeHint")}
        rows={3}
        defaultValue={alternative ?? undefined}
      />
    </ActionForm>
  );
}
