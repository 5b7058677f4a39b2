import { useTranslations } from "next-intl";
import { CurrentBeside } from "@/components/ui/current-beside";
import { SelectField, TextareaField, TextField } from "@/components/ui/fields";
import { POSITIONS, type Position, REACTION_KINDS, type ReactionKind } from "@/db/vocabulary";
import { MAX_REACTION_LENGTH, MAX_SPEAKER, type ReactionOptions } from "@/domain/reactions/model";
import { statementLabel } from "./reaction-filters";

/** The fields in which something is chosen, as the form and a conflict name them. */
export function useChoices(options: ReactionOptions) {
  const t = useTranslations("reactions");
  const kinds = useTranslations("kinds");
  return {
    kind: {
      name: "kind",
      label: t("fields.kind"),
      options: REACTION_KINDS.map((kind) => ({ value: kind, label: kinds(`input.${kind}`) })),
    },
    position: {
      name: "position",
      label: t("fields.position"),
      options: POSITIONS.map((value) => ({ value, label: t(`position.${value}`) })),
    },
    group: {
      name: "groupId",
      label: t("fields.group"),
      options: options.groups.map(({ id, name }) => ({ value: id, label: name })),
    },
    statement: {
      name: "statementId",
      label: t("fields.statement"),
      options: options.statements.map((statement) => ({
        value: statement.id,
        label: statementLabel(statement),
      })),
    },
    consultation: {
      name: "consultationId",
      label: t("fields.consultation"),
      options: options.consultations.map(({ id, title }) => ({ value: id, label: title })),
    },
  };
}

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
    /** Sent online: its position is what its sender chose. */
    online?: boolean;
  };
}) {
  const t = useTranslations("reactions");
  const { kind, position, group, statement } = useChoices(options);
  return (
    <>
      <SelectField {...kind} defaultValue={values?.kind ?? "reaction"} />
      {values?.online ? null : (
        <SelectField {...position} defaultValue={values?.position ?? "none"} />
      )}
      <SelectField
        {...group}
        optional
        emptyLabel={t("fields.groupUnknown")}
        defaultValue={values?.groupId ?? ""}
      />
      <SelectField
        {...statement}
        optional
        emptyLabel={t("fields.noStatement")}
        defaultValue={values?.statementId ?? ""}
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
        {...useChoices(options).consultation}
        emptyLabel={values?.consultationId ? undefined : t("fields.chooseConsultation")}
        defaultValue={values?.consultationId ?? ""}
      />
      <TextareaField
        name="text"
        label={t("fields.text")}
        hint={t("fields.textHint")}
        defaultValue={values?.text}
        counter={MAX_REACTION_LENGTH}
      />
      <SpeakerField value={values?.speaker} />
    </>
  );
}

/** Who said it: a role and no name. */
export function SpeakerField({ value }: { value?: string | null }) {
  const t = useTranslations("reactions.fields");
  return (
    <TextField
      name="speaker"
      label={t("speaker")}
      hint={t("speakerHint")}
      optional
      maxLength={MAX_SPEAKER}
      defaultValue={value ?? ""}
    />
  );
}

/** What stands there now, after a save on an old version of a reaction. */
export function ReactionBeside({
  options,
  lockVersion,
  byHand,
}: {
  options: ReactionOptions;
  lockVersion: number;
  /** Whether the form has the fields of {@link ReactionWording} as well. */
  byHand: boolean;
}) {
  const t = useTranslations("reactions.fields");
  const { consultation, ...sorting } = useChoices(options);
  const speaker = { name: "speaker", label: t("speaker") };
  const wording = [consultation, { name: "text", label: t("text") }];
  return (
    <CurrentBeside
      lockVersion={lockVersion}
      fields={[...Object.values(sorting), speaker, ...(byHand ? wording : [])]}
    />
  );
}
