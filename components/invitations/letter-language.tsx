import { useTranslations } from "next-intl";
import { PARAMETERS } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { MAIL_LANGUAGES } from "@/db/vocabulary";
import styles from "./invitations.module.css";

/** In which language letters are made, beside the button that makes them. */
export function LetterLanguage({ id }: { id: string }) {
  const t = useTranslations("invitations");
  return (
    <span className={styles.language}>
      <label htmlFor={id}>{t("letter.language")}</label>
      <span className={styles.languageBox}>
        <select id={id} name={PARAMETERS.language} defaultValue="nl">
          {MAIL_LANGUAGES.map((value) => (
            <option key={value} value={value}>
              {t(`mail.languages.${value}`)}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </span>
  );
}
