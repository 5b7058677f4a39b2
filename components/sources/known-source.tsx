import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";

/** Says that a file that was sent was in the dossier already. */
export function KnownSource({ title }: { title: string }) {
  const t = useTranslations("sources.known");
  return (
    <Alert tone="info" title={t("title", { title })} role="status">
      {t("body")}
    </Alert>
  );
}
