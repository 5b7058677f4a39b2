import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";

/** What was done, or why the Word document was not made, by the address that led to the page. */
export const PUBLICATION_MESSAGES = [
  "opmaak",
  "mislukt",
  "persoonsgegevens",
  "overgeslagen",
  "teruggedraaid",
  "niet-teruggedraaid",
] as const;

/** What was just passed over, or taken back: it works without JavaScript. */
export function ReadinessDone({
  message,
}: {
  message: (typeof PUBLICATION_MESSAGES)[number] | undefined;
}) {
  const t = useTranslations("publication.readiness");
  if (message === "overgeslagen") return <Alert tone="ok">{t("done")}</Alert>;
  if (message === "teruggedraaid") return <Alert tone="ok">{t("undone")}</Alert>;
  if (message === "niet-teruggedraaid") return <Alert tone="warning">{t("notUndone")}</Alert>;
  return null;
}
