"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { ApprovalRole } from "@/db/vocabulary";
import { MAX_NOTE, type RequirementReview } from "@/domain/review/model";
import styles from "./review.module.css";
import { FORM_ID } from "./review-keys";

/** What one thinks of the requirement that is read: one note, and what is done with it. */
export function JudgeForm({
  judge,
  code,
  review: { requirementId, n, mine },
  hidden,
}: {
  judge: FormAction;
  code: string;
  review: Pick<RequirementReview, "requirementId" | "n" | "mine">;
  hidden: Record<string, string>;
}) {
  const t = useTranslations("review");
  const format = useFormatter();
  const asked = (roles: readonly ApprovalRole[]) =>
    format.list(roles.map((role) => t(`in.${role}`)));
  return (
    <ActionForm
      name="review.judge"
      of={requirementId}
      id={FORM_ID}
      action={judge}
      hidden={{ ...hidden, requirementId, n }}
      submitLabel={null}
      label={t("judge", { code })}
    >
      <TextareaField
        name="note"
        label={t("note.label")}
        hint={mine.mayReturn ? t("note.hintReturn") : t("note.hint")}
        optional
        counter={MAX_NOTE}
        rows={2}
        data-note=""
      />
      <div className={styles.bar}>
        {mine.roles.length > 0 ? (
          <Button type="submit" variant="primary" name="act" value="approve" data-act="a">
            {t("act.approve", { roles: asked(mine.roles) })} <kbd>A</kbd>
          </Button>
        ) : null}
        {mine.mayReturn ? (
          <Button type="submit" name="act" value="return" data-act="t">
            {t("act.return")} <kbd>T</kbd>
          </Button>
        ) : null}
        {mine.mayCheck ? (
          <Button type="submit" name="act" value="check" data-act="n">
            {t("act.check")} <kbd>N</kbd>
          </Button>
        ) : null}
      </div>
    </ActionForm>
  );
}
