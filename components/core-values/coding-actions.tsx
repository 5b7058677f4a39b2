import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/ui/button-form";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Unfold } from "@/components/ui/unfold";
import { demandsReason, NEVER_SETTLED } from "@/domain/dossiers/rules";
import styles from "./coding-actions.module.css";

/** What an author can do with coded words. */
export function CodingActions({
  codingId,
  takeAway,
  makeExample,
}: {
  codingId: string;
  takeAway: FormAction;
  /** Left out for words that are the example already, or that stand in no source. */
  makeExample?: (data: FormData) => Promise<void>;
}) {
  const t = useTranslations("coreValues.codings");
  return (
    <>
      {makeExample ? (
        <ButtonForm action={makeExample}>
          <button type="submit" className={styles.quiet}>
            {t("setExample")}
          </button>
        </ButtonForm>
      ) : null}
      <Unfold label={t("remove")}>
        <ActionForm
          name="coding.takeAway"
          of={codingId}
          action={takeAway}
          submitLabel={t("removeSubmit")}
          submitVariant="danger"
        >
          <TextField
            name="reason"
            label={t("removeReason")}
            hint={t("removeHint")}
            optional={!demandsReason(NEVER_SETTLED)}
          />
        </ActionForm>
      </Unfold>
    </>
  );
}
