import { useTranslations } from "next-intl";
import { SelectField, TextareaField, TextField } from "@/components/ui/fields";
import {
  MAX_REACTION_LENGTH,
  POSITIONS,
  type Position,
  REACTION_KINDS,
  type ReactionKind,
  type ReactionOptions,
} from "@/domain/reactions/model";
import { statementLabel } from "./reaction-filters";

/** What a reaction is: kind, position, group and stelling. */
export function ReactionSorting({
  options,
  values,
}: {
  options: ReactionOptions;
  values?: {
    kind: ReactionKind;
    position: Position;
    groupId: string | null;
    statementId: string | null;
  };
}) {
  const t = useTranslations("reactions");
  return (
    <>
      <SelectField
        name="kind"
        label={t("fields.kind")}
        defaultValue={values?.kind ?? "reaction"}
        options={REACTION_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <SelectField
        name="position"
        label={t("fields.position")}
        defaultValue={values?.position ?? "none"}
        options={POSITIONS.map((position) => ({
          value: position,
          label: t(`position.${position}`),
        }))}
      />
      <SelectField
        name="groupId"
        label={t("fields.group")}
        optional
        emptyLabel={t("fields.groupUnknown")}
        defaultValue={values?.groupId ?? ""}
        options={options.groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="statementId"
        label={t("fields.statement")}
        optional
        emptyLabel={t("fields.noStatement")}
        defaultValue={values?.statementId ?? ""}
        options={options.statements.map((statement) => ({
          value: statement.id,
          label: statementLabel(statement),
        }))}
      />
    </>
  );
}

/** What was said, by whom and where: only of a reaction that is entered by hand. */
export function ReactionWording({
  options,
  values,
}: {
  options: ReactionOptions;
  values?: { text?: string; speaker?: string | null; consultationId?: string };
}) {
  const t = useTranslations("reactions");
  return (
    <>
      <SelectField
        name="consultationId"
        label={t("fields.consultation")}
        emptyLabel={values?.consultationId ? undefined : t("fields.chooseConsultation")}
        defaultValue={values?.consultationId ?? ""}
        options={options.consultations.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextareaField
        name="text"
        label={t("fields.text")}
        hint={t("fields.textHint")}
        defaultValue={values?.text}
        counter={MAX_REACTION_LENGTH}
      />
      <TextField
        name="speaker"
        label={t("fields.speaker")}
        hint={t("fields.speakerHint")}
        optional
        defaultValue={values?.speaker ?? ""}
      />
    </>
  );
}
