import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/shell/client-messages";
import { DateField, TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Unfold } from "@/components/ui/unfold";
import type { SourceDetail } from "@/domain/sources/model";

/** Says that the newest version is adopted: when, and by whom; or puts right what was said of that. */
export function AdoptForm({
  source,
  action,
}: {
  source: Pick<SourceDetail, "id" | "newest" | "adopted">;
  action: FormAction;
}) {
  const t = useTranslations("sources.adopt");
  const said = source.adopted?.n === source.newest ? source.adopted : null;
  return (
    <ClientMessages namespaces={[]}>
      <Unfold
        label={said ? t("change") : t("open", { n: source.newest })}
        icon={said ? "edit" : "check"}
      >
        <ActionForm
          name="source.adopt"
          of={source.id}
          action={action}
          hidden={{ sourceId: source.id, n: source.newest }}
          submitLabel={t("submit")}
        >
          <DateField name="adoptedOn" label={t("on")} defaultValue={said?.on} />
          <TextField name="adoptedBy" label={t("by")} hint={t("byHint")} defaultValue={said?.by} />
        </ActionForm>
      </Unfold>
    </ClientMessages>
  );
}
