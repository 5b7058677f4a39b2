import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { DateField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Unfold } from "@/components/ui/unfold";

/** Says that the newest version is adopted: when, and by whom. */
export function AdoptForm({
  source,
  action,
}: {
  source: { id: string; newest: number };
  action: FormAction;
}) {
  const t = useTranslations("sources.adopt");
  return (
    <ClientMessages namespaces={[]}>
      <Unfold label={t("open", { n: source.newest })} icon="check">
        <ActionForm
          name="source.adopt"
          of={source.id}
          action={action}
          hidden={{ sourceId: source.id, n: source.newest }}
          submitLabel={t("submit")}
        >
          <DateField name="adoptedOn" label={t("on")} />
          <TextField name="adoptedBy" label={t("by")} hint={t("byHint")} />
        </ActionForm>
      </Unfold>
    </ClientMessages>
  );
}
