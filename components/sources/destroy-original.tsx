import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import type { FormAction } from "@/components/ui/form";
import { Paragraph } from "@/components/ui/text";
import { TitleAndReason } from "./title-and-reason";

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
      <TitleAndReason
        name="source.destroyOriginal"
        source={source}
        action={action}
        submitLabel={t("submit")}
        reasonHint={t("reasonHint")}
        back={{ href: addresses.dossier(slug).source(source.id), label: t("back") }}
      />
    </ClientMessages>
  );
}
