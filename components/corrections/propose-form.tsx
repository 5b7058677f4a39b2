import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Button, ButtonLink } from "@/components/ui/button";
import { CurrentBeside } from "@/components/ui/current-beside";
import { TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { CorrectionRow } from "@/domain/corrections/model";
import { isOneLine, wordsOf } from "@/domain/corrections/rules";
import type { BlockRow } from "@/domain/sources/model";

/** Signs on a line of the text box on a phone. */
const LINE = 34;

/** Other words for a block, typed where it stands. */
export function ProposeForm({
  link,
  page,
  block,
  own,
  action,
}: {
  link: string;
  page: number;
  block: BlockRow;
  /** What was proposed before. */
  own: Pick<CorrectionRow, "text" | "remark" | "lockVersion"> | undefined;
  action: FormAction;
}) {
  const t = useTranslations("corrections.own");
  const words = wordsOf({ form: block.form, text: own?.text ?? block.text });
  const hint = block.form === "tableRow" ? "bars" : /[*_~]/.test(words) ? "stars" : "words";
  return (
    <ActionForm
      name="correction.propose"
      of={String(block.n)}
      action={action}
      hidden={{ block: block.n, page }}
      submitLabel={t("submit")}
      label={t("proposeAt", { n: block.n })}
      secondary={
        <>
          <Button type="submit" name="remove" value="yes">
            {t("remove")}
          </Button>
          <ButtonLink
            href={addresses.correction(link, { page }, `blok-${block.n}`)}
            variant="subtle"
          >
            {t("cancel")}
          </ButtonLink>
        </>
      }
    >
      <CurrentBeside
        lockVersion={own?.lockVersion ?? 0}
        fields={[
          { name: "text", label: t("words"), options: [{ value: "", label: t("gone") }] },
          { name: "remark", label: t("why") },
        ]}
      />
      <TextareaField
        name="text"
        label={t("words")}
        hint={t(`hint.${hint}`)}
        rows={isOneLine(block.form) ? 2 : Math.min(14, Math.ceil(words.length / LINE) + 1)}
        defaultValue={words}
      />
      <TextField optional name="remark" label={t("why")} defaultValue={own?.remark} />
    </ActionForm>
  );
}
