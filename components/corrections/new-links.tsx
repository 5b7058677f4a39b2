"use client";

import { useTranslations } from "next-intl";
import { CopyField } from "@/components/accounts/copy-field";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { useFormScope } from "@/components/ui/form-context";
import styles from "./corrections.module.css";

/** Makes a link for each name and shows them, this once. */
export function InviteForm({ roundId, action }: { roundId: string; action: FormAction }) {
  const t = useTranslations("corrections.people");
  return (
    <ActionForm
      name="attendee.invite"
      of={roundId}
      action={action}
      hidden={{ roundId }}
      submitLabel={t("submit")}
      resetOnDone
    >
      <TextareaField name="names" label={t("names")} hint={t("namesHint")} rows={4} />
      <MadeLinks />
    </ActionForm>
  );
}

/** Makes a new link in place of the one that somebody had. */
export function RenewForm({ attendeeId, action }: { attendeeId: string; action: FormAction }) {
  const t = useTranslations("corrections.people");
  return (
    <ActionForm
      name={null}
      action={action}
      hidden={{ attendeeId }}
      submitLabel={t("renew")}
      submitVariant="secondary"
    >
      <MadeLinks />
    </ActionForm>
  );
}

/** The links stand only in the answer to the form: another visit to the page does not have them. */
function MadeLinks() {
  const t = useTranslations("corrections.people");
  const { state } = useFormScope();
  if (state.status !== "done" || !state.token) return null;
  const links = JSON.parse(state.token) as { name: string; address: string }[];
  return (
    <div className={styles.links}>
      {links.map(({ name, address }) => (
        <CopyField
          key={name}
          label={t("link", { name })}
          value={address}
          copyLabel={t("copy")}
          copiedText={t("copied")}
        />
      ))}
    </div>
  );
}
