import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";
import type { CorrectedBlock } from "@/domain/corrections/model";

/** Takes a proposal over or not, with a reply. */
export function DecideForm({
  proposal,
  page,
  action,
  taken,
}: {
  proposal: CorrectedBlock["corrections"][number];
  page: number;
  action: FormAction;
  /** Why it cannot be accepted, in words. */
  taken: string | null;
}) {
  const t = useTranslations("corrections.decide");
  const { id, block, name, lockVersion } = proposal;
  return (
    <ActionForm
      name="correction.decide"
      of={id}
      action={action}
      hidden={{ correctionId: id, lockVersion, block, page }}
      submitLabel={null}
      label={t("label", { name, n: block })}
      secondary={
        <>
          {taken ? null : (
            <Button type="submit" name="decision" value="accepted">
              {t("accept")}
            </Button>
          )}
          <Button type="submit" name="decision" value="rejected">
            {t("reject")}
          </Button>
        </>
      }
    >
      <TextareaField
        optional
        name="reply"
        label={t("reply", { name })}
        hint={t("replyHint")}
        rows={2}
      />
      {taken ? <Paragraph muted>{taken}</Paragraph> : null}
    </ActionForm>
  );
}
