import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { SEGMENT_KINDS } from "@/db/vocabulary";
import {
  type GroupChoice,
  MAX_IRRELEVANT_REASON,
  type StatementChoice,
} from "@/domain/splitting/model";
import { BENCH_FORM } from "./forms-id";
import styles from "./segment-forms.module.css";

/**
 * What can be done at once with the ticked segments, as a plain form, for who has no JavaScript. The ticks,
 * the choices of a segment and the buttons of the bars belong to it.
 */
export function RangeForm({
  statements,
  groups,
  action,
  hidden,
}: {
  statements: StatementChoice[];
  groups: GroupChoice[];
  action: FormAction;
  hidden: Record<string, string | number>;
}) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  return (
    <section aria-label={t("range.label")} className={styles.forms}>
      <h2>{t("range.label")}</h2>
      <p>{t("range.form")}</p>
      <ActionForm
        name={null}
        id={BENCH_FORM}
        action={action}
        hidden={hidden}
        submitLabel={t("range.apply")}
      >
        <SelectField
          name="kind"
          label={t("field.kind")}
          optional
          emptyLabel={t("range.asItIs")}
          options={SEGMENT_KINDS.map((kind) => ({ value: kind, label: kinds(`input.${kind}`) }))}
        />
        <SelectField
          name="statement"
          label={t("field.statement")}
          optional
          emptyLabel={t("range.asItIs")}
          options={[
            { value: "none", label: t("field.noStatement") },
            ...statements.map(({ number, text }) => ({
              value: String(number),
              label: t("field.statementOption", { number, text }),
            })),
          ]}
        />
        <SelectField
          name="groupId"
          label={t("field.group")}
          optional
          emptyLabel={t("range.asItIs")}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="reason"
          label={t("range.reason")}
          hint={t("range.reasonHint")}
          optional
          maxLength={MAX_IRRELEVANT_REASON}
        />
      </ActionForm>
    </section>
  );
}
