import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Paragraph } from "@/components/ui/text";
import { formatDate, today } from "@/domain/kernel/dates";
import type { OnlineFacts } from "@/domain/participation/model";
import styles from "./online.module.css";

/**
 * What who reacted reads once it is closed: thanks, and when they hear at this same address what was done. Where nobody named
 * a day, or it is over, it says whom they can ask.
 */
export function Thanks({
  title,
  thanks,
  answerBy,
  contact,
  answered = false,
}: Pick<OnlineFacts, "thanks" | "answerBy" | "contact"> & {
  /** Other words above it than the thanks themselves. */
  title?: string;
  /** What was done stands there already. */
  answered?: boolean;
}) {
  const t = useTranslations("participation.react.thanks");
  const language = useLocale();
  const day = answerBy && formatDate(answerBy, language);
  const coming = answerBy !== null && answerBy >= today();
  return (
    <Card title={title ?? t("title")}>
      {title ? <Paragraph>{t("title")}</Paragraph> : null}
      {thanks ? <p className={styles.lines}>{thanks}</p> : null}
      {answered ? null : (
        <>
          <Paragraph>
            {day ? (coming ? t("answerBy", { day }) : t("answerLate", { day })) : t("noDay")}
          </Paragraph>
          {coming || contact === "" ? null : (
            <p className={styles.lines}>
              {t("ask")} {contact}
            </p>
          )}
        </>
      )}
    </Card>
  );
}
