import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { type ChosenRequirement, REQUIREMENT_ACTS } from "@/domain/table/model";
import styles from "./table.module.css";

/** What the chosen requirements can get at once, and which they are. */
export function ChangeMany({
  slug,
  chosen,
  chapters,
  action,
}: {
  slug: string;
  chosen: ChosenRequirement[];
  chapters: { id: string; number: number; title: string }[];
  action: FormAction;
}) {
  const t = useTranslations("table");
  const kinds = useTranslations("kinds");
  const to = addresses.dossier(slug);
  const keep = { emptyLabel: t("change.keep"), optional: true } as const;
  return (
    <>
      <ActionForm
        name={null}
        action={action}
        hidden={{ dossier: slug }}
        submitLabel={t("change.submit")}
        secondary={
          <ButtonLink href={to.table()} variant="subtle">
            {t("change.cancel")}
          </ButtonLink>
        }
      >
        {chosen.map(({ id }) => (
          <input key={id} type="hidden" name={PARAMETERS.requirement} value={id} />
        ))}
        <SelectField
          name="kind"
          label={t("column.kind")}
          {...keep}
          options={REQUIREMENT_KINDS.map((kind) => ({
            value: kind,
            label: kinds(`requirement.${kind}`),
          }))}
        />
        <SelectField
          name="chapterId"
          label={t("change.chapter")}
          {...keep}
          options={chapters.map(({ id, number, title }) => ({
            value: id,
            label: t("filter.chapter", { number, title }),
          }))}
        />
        <SelectField
          name="act"
          label={t("change.act")}
          {...keep}
          options={REQUIREMENT_ACTS.map((act) => ({ value: act, label: t(`change.acts.${act}`) }))}
        />
        <TextareaField name="evidence" label={t("column.evidence")} rows={2} optional />
        <TextareaField name="verification" label={t("column.verification")} rows={2} optional />
        <TextField
          name="reason"
          label={t("change.reason")}
          hint={t("change.reasonHint")}
          optional
        />
      </ActionForm>
      <Section id="gekozen" title={t("change.chosen")}>
        <ul className={styles.chosen}>
          {chosen.map(({ id, code, title }) => (
            <li key={id}>
              <CodeTag>{code}</CodeTag> <TextLink href={to.requirement(id)}>{title}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
