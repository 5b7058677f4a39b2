import { useLocale, useTranslations } from "next-intl";
import { OutsideChoice, OutsidePreview } from "@/components/statements/outside";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { Fieldset, SelectField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { formatDate } from "@/domain/kernel/dates";
import type { GroupChoice } from "@/domain/splitting/model";
import { CONFIRM_FORM } from "./forms-id";

export interface StatementOffer {
  number: number;
  text: string;
  explanation: string | null;
  same: { id: string; text: string; consultations: string[] }[];
}

/**
 * The choices with which a part is confirmed: to which consultation it belongs, whose words they are, and
 * which stellingen were put before. Its button stands in the `ConfirmBar`.
 */
export function ConfirmForm({
  action,
  hidden,
  partTitle,
  consultations,
  consultationId,
  newGroups,
  groups,
  defaultGroupId,
  statements,
}: {
  action: FormAction;
  hidden: Record<string, string | number>;
  partTitle: string;
  consultations: { id: string; title: string; heldOn: string | null }[];
  /** The one it was confirmed in before. */
  consultationId: string | null;
  /** Names that may become groups, with how many reactions are theirs. */
  newGroups: { name: string; reactions: number }[];
  groups: GroupChoice[];
  /** The group of what has none of its own. */
  defaultGroupId: string | null;
  statements: StatementOffer[];
}) {
  const t = useTranslations("splitting.confirm");
  const locale = useLocale();
  const offered = statements.filter((one) => one.same.length > 0);
  return (
    <ActionForm
      name="part.confirm"
      action={action}
      hidden={hidden}
      id={CONFIRM_FORM}
      submitLabel={null}
    >
      {consultations.length > 0 ? (
        <SelectField
          name="consultationId"
          label={t("consultation")}
          hint={t("consultationHint")}
          emptyLabel={t("newConsultation", { title: partTitle })}
          optional
          defaultValue={consultationId ?? ""}
          options={consultations.map((one) => ({
            value: one.id,
            label: one.heldOn
              ? t("existing", { title: one.title, date: formatDate(one.heldOn, locale) })
              : one.title,
          }))}
        />
      ) : null}
      {newGroups.length > 0 ? (
        <Fieldset legend={t("newGroups")} hint={t("newGroupsHint")}>
          {newGroups.map(({ name, reactions }, n) => (
            <CheckboxField
              key={name}
              name={`newGroup-${n}`}
              value={name}
              label={t("newGroup", { name, count: reactions })}
              defaultChecked
            />
          ))}
        </Fieldset>
      ) : null}
      {groups.length > 0 ? (
        <SelectField
          name="groupId"
          label={t("restGroup")}
          options={[
            { value: "none", label: t("noGroup") },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={defaultGroupId ?? "none"}
        />
      ) : null}
      {offered.length > 0 ? (
        <Fieldset legend={t("sameTitle")} hint={t("sameHint")}>
          {offered.map((one) => (
            <RadioGroup
              key={one.number}
              name={`same-${one.number}`}
              label={t("sameLabel", { number: one.number, text: one.text })}
              defaultValue={one.same[0]?.id}
              options={[
                ...one.same.map((earlier) => ({
                  value: earlier.id,
                  label: t("sameAs"),
                  hint: earlier.consultations.length
                    ? t("putIn", { consultations: earlier.consultations.join(", ") })
                    : undefined,
                })),
                { value: "new", label: t("another") },
              ]}
            />
          ))}
        </Fieldset>
      ) : null}
      {statements.length > 0 ? (
        <>
          <OutsideChoice shown="nothing" />
          <OutsidePreview statements={statements} />
        </>
      ) : null}
    </ActionForm>
  );
}
