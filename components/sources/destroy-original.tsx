import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";

/** Asks for the title of a source and a reason, and destroys its original. */
export function DestroyOriginal({
  slug,
  source,
  action,
}: {
  slug: string;
  source: { id: string; title: string; fileName: string };
  action: FormAction;
}) {
  const t = useTranslations("sources.destroy");
  return (
    <ClientMessages namespaces={[]}>
      <Paragraph>{t("lead", { fileName: source.fileName })}</Paragraph>
      <Paragraph>{t("stays")}</Paragraph>
      <ActionForm
        name="source.destroyOriginal"
        of={source.id}
        action={action}
        hidden={{ sourceId: source.id }}
        submitLabel={t("submit")}
        secondary={
          <ButtonLink href={addresses.dossier(slug).source(source.id)} variant="subtle">
            {t("back")}
          </ButtonLink>
        }
      >
        <TextField
          name="title"
          label={t("typeTitle")}
          hint={t("typeHint", { title: source.title })}
          autoComplete="off"
        />
        <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
      </ActionForm>
    </ClientMessages>
  );
}
