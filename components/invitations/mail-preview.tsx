import { useTranslations } from "next-intl";
import type { Letter } from "@/domain/mail/rules/letters";
import styles from "./invitations.module.css";

/** A mail as who gets it sees it; its button leads nowhere here. */
export function MailPreview({ letter, language }: { letter: Letter; language: string }) {
  const t = useTranslations("invitations.mail");
  return (
    <div className={styles.preview} lang={language}>
      <p>
        {t("subject")}: <strong>{letter.subject}</strong>
      </p>
      {letter.pieces.map((piece, i) => {
        // The pieces are fixed: their place is what they are.
        const key = `${i}`;
        if ("button" in piece) {
          return (
            <p key={key}>
              <span className={styles.fake}>{piece.button}</span>
            </p>
          );
        }
        if ("note" in piece) {
          return (
            <p key={key}>
              <small>{piece.note}</small>
            </p>
          );
        }
        if ("heading" in piece) {
          return (
            <p key={key}>
              <strong>{piece.heading}</strong>
              {"\n"}
              {piece.paragraph}
            </p>
          );
        }
        return <p key={key}>{piece.paragraph}</p>;
      })}
    </div>
  );
}
