import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxGroup } from "@/components/ui/choice-fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Stretch } from "@/domain/reactions/rules";
import styles from "./moderation.module.css";

/** The sentences of a reaction under each other: each can be the beginning of a part. */
export function DivideForm({
  pieces,
  action,
  seen,
  secondary,
}: {
  pieces: readonly Stretch[];
  action: FormAction;
  /** What was read: `id@version`. */
  seen: string;
  secondary: ReactNode;
}) {
  const t = useTranslations("moderation.parts");
  const [first, ...others] = pieces;
  return (
    <ActionForm
      name={null}
      action={action}
      hidden={{ seen }}
      submitLabel={t("submit")}
      secondary={secondary}
    >
      <div className={styles.first}>
        <p className={styles.small}>{t("first")}</p>
        <p>{first?.exact}</p>
      </div>
      <CheckboxGroup
        name="cuts"
        label={t("legend")}
        hint={t("hint")}
        options={others.map(({ start, exact }) => ({ value: String(start), label: exact }))}
      />
    </ActionForm>
  );
}
