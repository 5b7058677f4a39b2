import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice-fields";
import { DateField, TextareaField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import type { Adoption, EditionPreview } from "@/domain/editions/model";
import { Refused } from "./refused";

/** What is decided, by whom and why: adopts exactly what the page shows beside it. */
export function AdoptForm({
  slug,
  preview: { next, contentSha256, refused, previous },
  today,
  asked,
  action,
}: {
  slug: string;
  preview: EditionPreview;
  /** Calendar date. */
  today: string;
  /** What was sent before, and came to nothing. */
  asked: Adoption["asked"];
  action: FormAction;
}) {
  const t = useTranslations("editions.adopt");
  const kind = refused.definitive === null ? "definitive" : "concept";
  return (
    <ClientMessages namespaces={[]}>
      {refused.definitive ? (
        <Refused slug={slug} why={refused.definitive} conceptToo={refused.concept !== null} />
      ) : null}
      <ActionForm
        name="edition.adopt"
        of={slug}
        action={action}
        hidden={{ contentSha256, previous: previous?.number ?? "" }}
        submitLabel={t("submit")}
        secondary={
          <ButtonLink href={addresses.dossier(slug).publication()} variant="subtle">
            {t("back")}
          </ButtonLink>
        }
      >
        <RadioGroup
          name="kind"
          label={t("kind")}
          defaultValue={asked?.kind ?? kind}
          options={(["definitive", "concept"] as const).map((value) => ({
            value,
            label: t(`${value}.label`, { number: next[value] }),
            hint: t(`${value}.hint`),
          }))}
        />
        <TextField
          name="decidedBy"
          label={t("decidedBy")}
          hint={t("decidedByHint")}
          defaultValue={asked?.decidedBy}
        />
        <DateField
          name="decidedOn"
          label={t("decidedOn")}
          defaultValue={asked?.decidedOn ?? today}
        />
        <TextField
          name="decisionNumber"
          label={t("decisionNumber")}
          defaultValue={asked?.decisionNumber}
          optional
        />
        <TextField
          name="mandate"
          label={t("mandate")}
          hint={t("mandateHint")}
          defaultValue={asked?.mandate}
          optional
        />
        <TextareaField
          name="reason"
          label={previous ? t("reasonNew") : t("reason")}
          hint={t("reasonHint")}
          defaultValue={asked?.reason}
          rows={3}
        />
      </ActionForm>
    </ClientMessages>
  );
}
