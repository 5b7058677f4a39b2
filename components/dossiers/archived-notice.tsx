import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";

/** Says on every page of an archived dossier why nothing can be changed. */
export function ArchivedNotice() {
  const t = useTranslations("dossiers.manage.banner");
  return (
    <Alert tone="warning" title={t("title")}>
      {t("body")}
    </Alert>
  );
}
