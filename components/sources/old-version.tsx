import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";

/** Says that an older version is shown, and leads to the newest. */
export function OldVersion({
  slug,
  source,
}: {
  slug: string;
  source: { id: string; n: number; newest: number };
}) {
  const t = useTranslations("sources.old");
  return (
    <Alert tone="info" title={t("title", { n: source.n })}>
      {t("body")}{" "}
      <TextLink href={addresses.dossier(slug).source(source.id)}>
        {t("newest", { n: source.newest })}
      </TextLink>
    </Alert>
  );
}
