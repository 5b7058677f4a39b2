"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import styles from "./invitations.module.css";

/** Where one types the code of a letter over. */
export function EnterCode({ action }: { action: FormAction }) {
  const t = useTranslations("invitations.enter");
  return (
    <div className={styles.code}>
      <ActionForm name={null} action={action} submitLabel={t("submit")}>
        <TextField
          name="code"
          label={t("code")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </ActionForm>
    </div>
  );
}
