import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { SubmissionKey } from "@/components/ui/submission-key";
import { Paragraph } from "@/components/ui/text";
import styles from "./reacting.module.css";
import { Post } from "./reacting-shell";

/** What became of the last time that somebody asked for their receipt by mail. */
export interface AskedMail {
  /** Whether it goes. */
  asked: boolean;
  /** Why it does not; null when nothing is wrong. */
  wrong: string | null;
  /** What they typed then. */
  typed: string;
}

/** The receipt by mail, for who wants that. */
export function ReceiptMail({
  code,
  number,
  mail: { asked, wrong, typed },
}: {
  code: string;
  number: string;
  mail: AskedMail;
}) {
  const t = useTranslations("participation.react.receipt.mail");
  if (asked) {
    return (
      <Card title={t("title")}>
        <p role="status">{t("asked")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("title")}>
      <Post code={code} act="mailReceipt" hidden={{ who: number }} className={styles.form}>
        <SubmissionKey />
        <div className={styles.words}>
          <label htmlFor="mailadres" className={styles.legend}>
            {t("email")}
          </label>
          <p id="mailadres-hint" className={styles.hint}>
            {t("hint")}
          </p>
          {wrong ? (
            <p id="mailadres-error" role="alert" className={styles.error}>
              <Icon name="error" />
              {wrong}
            </p>
          ) : null}
          <input
            id="mailadres"
            type="email"
            name="email"
            autoComplete="email"
            defaultValue={typed}
            aria-describedby={wrong ? "mailadres-hint mailadres-error" : "mailadres-hint"}
            aria-invalid={wrong ? true : undefined}
            className={styles.line}
          />
        </div>
        <Button type="submit" className={styles.main}>
          {t("submit")}
        </Button>
        <Paragraph small muted>
          {t("kept")}
        </Paragraph>
      </Post>
    </Card>
  );
}
