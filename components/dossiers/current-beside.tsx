import { useTranslations } from "next-intl";
import { CurrentValues } from "./current-values";

/**
 * Stands in the form of a thing with a `lockVersion`. After a save on an old version it shows what
 * stands now, beside what was typed (which is still in the fields), and brings along the version
 * that was shown, so that saving again is a choice. Its action goes through `formResult`.
 */
export function CurrentBeside({
  lockVersion,
  fields,
  texts,
}: {
  lockVersion: number;
  /** The fields of the form, under the names that the conflict calls them by. */
  fields: { name: string; label: string }[];
  /** Other words, for a form that these do not fit. */
  texts?: { title: string; empty: string; next: string };
}) {
  const t = useTranslations("dossiers.stale");
  return (
    <CurrentValues
      lockVersion={lockVersion}
      fields={fields}
      texts={texts ?? { title: t("title"), empty: t("empty"), next: t("next") }}
    />
  );
}
