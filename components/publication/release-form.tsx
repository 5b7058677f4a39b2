import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";
import type { HeldBackList } from "@/domain/publication/model";
import { HeldBackNames } from "./held-back";

/** Takes the responsibility for what goes out while these finds are open. */
export function ReleaseForm({
  slug,
  held,
  action,
}: {
  slug: string;
  held: HeldBackList;
  action: FormAction;
}) {
  const t = useTranslations("publication.release");
  return (
    <ClientMessages namespaces={[]}>
      <Paragraph>{t("lead")}</Paragraph>
      <HeldBackNames held={held} />
      <Paragraph>{t("scope")}</Paragraph>
      <ActionForm
        name="dossier.releasePersonalData"
        of={slug}
        action={action}
        hidden={{ key: held.key }}
        submitLabel={t("submit")}
        secondary={
          <ButtonLink href={addresses.dossier(slug).publication()} variant="subtle">
            {t("back")}
          </ButtonLink>
        }
      >
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} />
      </ActionForm>
    </ClientMessages>
  );
}
