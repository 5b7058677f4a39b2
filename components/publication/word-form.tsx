import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import styles from "./word-form.module.css";

/**
 * Takes the Programma van Eisen along as a Word document. A form and not a link with `download`:
 * when it cannot be made the answer is a page that says why, and that must not be saved as a file.
 */
export function WordForm({
  slug,
  withNames = false,
  anyway = false,
}: {
  slug: string;
  /** Whether the box for names of speakers is ticked. */
  withNames?: boolean;
  /** Also when some requirements can only be there as plain words. */
  anyway?: boolean;
}) {
  const t = useTranslations("publication");
  return (
    // The answer is a file, which the browser's own form takes and Next's navigation does not.
    <form action={addresses.dossier(slug).word()} className={styles.form}>
      {anyway ? <input type="hidden" name={PARAMETERS.anyway} value="ja" /> : null}
      <label className={styles.names}>
        <input type="checkbox" name={PARAMETERS.names} value="ja" defaultChecked={withNames} />
        {t("names.label")}
      </label>
      <Button type="submit" variant="primary" size="small">
        <Icon name="download" />
        {anyway ? t("downloadAnyway") : t("download")}
      </Button>
    </form>
  );
}
