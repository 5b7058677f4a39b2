import { useTranslations } from "next-intl";
import { SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { SEGMENT_KINDS } from "@/db/vocabulary";
import {
  type GroupChoice,
  MAX_SPEAKER,
  type SegmentRow,
  type StatementChoice,
} from "@/domain/splitting/model";
import { FORMS_ID } from "./forms-id";
import styles from "./segment-forms.module.css";
import { SegmentText } from "./segment-text";
import { wordsAround, wordsOf } from "./segment-words";

/** Everything that can be done with one segment as plain forms, for who has no JavaScript. */
export function SegmentForms({
  segment,
  statements,
  groups,
  action,
  hidden,
}: {
  segment: SegmentRow;
  statements: StatementChoice[];
  groups: GroupChoice[];
  action: FormAction;
  hidden: Record<string, string | number>;
}) {
  const t = useTranslations("splitting");
  const kinds = useTranslations("kinds");
  const words = wordsOf(segment);
  const between = (i: number) => t("split.between", wordsAround(words, i));
  const one = { ...hidden, start: segment.start };
  return (
    <section id={FORMS_ID} aria-label={t("forms.title")} className={styles.forms}>
      <h2>{t("forms.title")}</h2>
      <p>
        <SegmentText segment={segment} />
      </p>
      <ActionForm
        name={null}
        action={action}
        hidden={{
          ...one,
          type: "describe",
          wasKind: segment.kind,
          wasStatement: segment.statement ?? "",
          wasSpeaker: segment.speaker ?? "",
          wasGroupId: segment.groupId ?? "",
        }}
        submitLabel={t("forms.save")}
      >
        <SelectField
          name="kind"
          label={t("field.kind")}
          defaultValue={segment.kind}
          options={SEGMENT_KINDS.map((kind) => ({ value: kind, label: kinds(`input.${kind}`) }))}
        />
        <SelectField
          name="statement"
          label={t("field.statement")}
          optional
          emptyLabel={t("field.noStatement")}
          defaultValue={segment.statement === null ? "" : String(segment.statement)}
          options={statements.map(({ number, text }) => ({
            value: String(number),
            label: t("field.statementOption", { number, text }),
          }))}
        />
        <SelectField
          name="groupId"
          label={t("field.group")}
          optional
          emptyLabel={t("group.noneOfOwn")}
          defaultValue={segment.groupId ?? ""}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="speaker"
          label={t("field.speaker")}
          optional
          maxLength={MAX_SPEAKER}
          defaultValue={segment.speaker ?? ""}
        />
      </ActionForm>
      <ActionForm
        name={null}
        action={action}
        hidden={{ ...one, type: "accept" }}
        submitLabel={t("do.accept")}
      />
      {words.length > 1 ? (
        <ActionForm
          name={null}
          action={action}
          hidden={{ ...one, type: "split" }}
          submitLabel={t("split.here")}
        >
          <SelectField
            name="offset"
            label={t("split.label")}
            options={words.slice(1).map((word, i) => ({
              value: String(word.offset),
              label: between(i + 1),
            }))}
          />
        </ActionForm>
      ) : null}
      <ActionForm
        name={null}
        action={action}
        hidden={{ ...one, type: "joinWithNext" }}
        submitLabel={t("do.join")}
        submitVariant="secondary"
      />
      <ActionForm
        name={null}
        action={action}
        hidden={{ ...one, type: "markIrrelevant" }}
        submitLabel={t("irrelevant.save")}
        submitVariant="secondary"
      >
        <TextareaField name="reason" label={t("irrelevant.label")} rows={2} />
      </ActionForm>
    </section>
  );
}
