import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { DateField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";

/** Begins a round for the version that stands now. */
export function StartRound({
  source,
  closesOn,
  action,
}: {
  source: { id: string; newest: number };
  /** The day that is proposed. */
  closesOn: string;
  action: FormAction;
}) {
  const t = useTranslations("corrections.start");
  return (
    <Stack gap="m">
      <Paragraph className="measure">{t("lead")}</Paragraph>
      <Alert tone="info">{t("names")}</Alert>
      <ClientMessages namespaces={[]}>
        <ActionForm
          name="correctionRound.start"
          of={source.id}
          action={action}
          hidden={{ sourceId: source.id, n: source.newest }}
          submitLabel={t("submit")}
        >
          <DateField
            name="closesOn"
            label={t("closesOn")}
            hint={t("closesOnHint")}
            defaultValue={closesOn}
          />
        </ActionForm>
      </ClientMessages>
    </Stack>
  );
}
