import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { demandsReason, NEVER_SETTLED } from "@/domain/dossiers/rules";
import styles from "./requirement-acts.module.css";

interface ActProps {
  action: FormAction;
  hidden: Record<string, string>;
}

/** Lets the requirement lapse, with the reason. Folded: it is seldom wanted. */
export function DropForm({ action, hidden }: ActProps) {
  const t = useTranslations("requirements");
  return (
    <Folded title={t("drop.title")}>
      <p className={styles.help}>{t("drop.help")}</p>
      <ActionForm
        name="requirement.drop"
        action={action}
        hidden={hidden}
        submitLabel={t("drop.button")}
        submitVariant="danger"
        label={t("drop.title")}
      >
        <TextField
          name="reason"
          label={t("drop.reason")}
          optional={!demandsReason(NEVER_SETTLED)}
        />
      </ActionForm>
    </Folded>
  );
}

/** Takes a dropped requirement back in. */
export function RestoreForm({ action, hidden }: ActProps) {
  const t = useTranslations("requirements");
  return (
    <Folded title={t("restore.title")}>
      <p className={styles.help}>{t("restore.help")}</p>
      <ActionForm
        name="requirement.restore"
        action={action}
        hidden={hidden}
        submitLabel={t("restore.button")}
        label={t("restore.title")}
      >
        <TextField name="reason" label={t("restore.reason")} optional />
      </ActionForm>
    </Folded>
  );
}

/** Why a requirement needs no source; an empty reason takes it back. */
export function NoSourceForm({ action, hidden, reason }: ActProps & { reason: string | null }) {
  const t = useTranslations("requirements");
  return (
    <Folded title={reason ? t("noSource.change") : t("noSource.give")}>
      <ActionForm
        name="requirement.noSource"
        action={action}
        hidden={hidden}
        submitLabel={t("noSource.save")}
        label={t("noSource.title")}
      >
        <TextareaField
          name="reason"
          label={t("noSource.reason")}
          hint={t("noSource.hint")}
          rows={3}
          optional={reason !== null}
          defaultValue={reason ?? ""}
        />
      </ActionForm>
    </Folded>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={styles.folded}>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
