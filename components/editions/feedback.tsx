import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { OutcomeShape } from "@/components/dispositions/outcome-shape";
import { TraceShape } from "@/components/ui/badge";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import type { Position } from "@/db/vocabulary";
import type { Feedback } from "@/domain/editions/model";
import { editionFolder, sitePath } from "@/domain/editions/rules/site";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./feedback.module.css";

type PositionWords = Partial<Record<Exclude<Position, "none">, string>> | null | undefined;

/** What was done with each reaction of somebody: the outcome first, then their words, why, and the requirement it went into. */
export function FeedbackOn({
  feedback: { slug, number, decidedOn, reactions },
  words,
}: {
  feedback: Feedback;
  /** How positions are called in this consultation. */
  words: PositionWords;
}) {
  const t = useTranslations("editions.feedback");
  const outcomes = useTranslations("dispositions.outcome");
  const positions = useTranslations("participation.react.position");
  const locale = useLocale();
  const folder = addresses.published(slug, editionFolder(number));
  return (
    <section aria-labelledby="gedaan" className={styles.feedback}>
      <Heading level={2} id="gedaan">
        {t("title")}
      </Heading>
      <p>{t("lead", { count: reactions.length, number, date: formatDate(decidedOn, locale) })}</p>
      <ol className={styles.list}>
        {reactions.map(({ key, asked, text, position, answer, requirements }) => (
          <li key={key} className={styles.one}>
            {answer ? (
              <p className={styles.outcome}>
                <OutcomeShape outcome={answer.outcome} />
                {outcomes(answer.outcome)}
              </p>
            ) : (
              <p className="muted">{t("draft")}</p>
            )}
            <p className="muted small">{asked}</p>
            <blockquote className={styles.said}>
              {position === "none" ? null : <b>{words?.[position] ?? positions(position)}. </b>}
              {text}
            </blockquote>
            {answer?.reason ? (
              <p>
                <b>
                  {answer.outcome === "rejected"
                    ? t("why")
                    : answer.outcome === "partly"
                      ? t("what")
                      : t("answer")}
                </b>{" "}
                {answer.reason}
              </p>
            ) : null}
            {answer?.where ? <p>{t("where", { where: answer.where })}</p> : null}
            {requirements.map((one) => (
              <div key={one.key} className={styles.requirement}>
                <p className={styles.code}>
                  <TraceShape tone="requirement" />
                  {t("requirement", { code: one.key })}
                </p>
                <p>{one.text}</p>
                <TextLink href={`${folder}/${sitePath({ kind: "requirement", key: one.key })}`}>
                  {t("way")}
                  <span className="visually-hidden"> {one.key}</span>
                </TextLink>
              </div>
            ))}
          </li>
        ))}
      </ol>
      <TextLink href={`${folder}/${sitePath({ kind: "reactions", filter: {}, page: 1 })}`}>
        {t("all")}
      </TextLink>
    </section>
  );
}
