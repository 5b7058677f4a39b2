import { useLocale, useTranslations } from "next-intl";
import { OutsideChoice, OutsidePreview } from "@/components/statements/outside";
import { RadioGroup } from "@/components/ui/choice-fields";
import { Fieldset, SelectField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { formatDate } from "@/domain/kernel/dates";
import { CONFIRM_FORM } from "./forms-id";

export interface StatementOffer {
  number: number;
  text: string;
  explanation: string | null;
  same: { id: string; text: string; consultations: string[] }[];
}

/**
 * The choices with which a part is confirmed: to which consultation it belongs, and which stellingen were put
 * before. Its button stands in the `ConfirmBar`.
 */
export function ConfirmForm({
  action,
  hidden,
  partTitle,
  consultations,
  consultationId,
  statements,
}: {
  action: FormAction;
  hidden: Record<string, string | number>;
  partTitle: string;
  consultations: { id: string; title: string; heldOn: string | null }[];
  /** The one it was confirmed in before. */
  consultationId: string | null;
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
