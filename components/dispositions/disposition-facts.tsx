import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { AnsweredReaction, DispositionVersion } from "@/domain/dispositions/model";
import { formatMoment } from "@/domain/kernel/dates";
import styles from "./disposition-facts.module.css";
import { OutcomeShape } from "./outcome-shape";

/** What was answered to a reaction, by whom, and what before that. */
export function DispositionFacts({
  slug,
  code,
  answered,
  mayWrite,
}: {
  slug: string;
  code: string;
  answered: AnsweredReaction;
  /** Whether the way to the form stands beside it. */
  mayWrite: boolean;
}) {
  const t = useTranslations("dispositions");
  const { standing } = answered;
  return (
    <div className={styles.facts}>
      {standing ? (
        <>
          <OneVersion slug={slug} version={standing} />
          {answered.answered ? null : <Alert tone="warning">{t("lapsed")}</Alert>}
        </>
      ) : (
        <Paragraph muted>{t("facts.none")}</Paragraph>
      )}
      {mayWrite ? (
        <p>
          <ButtonLink
            size="small"
            href={addresses.dossier(slug).answering({ reaction: answered.reactionId })}
          >
            {standing ? t("facts.change") : t("facts.answer", { code })}
          </ButtonLink>
        </p>
      ) : null}
      <EarlierAnswers slug={slug} answered={answered} />
    </div>
  );
}

/** All that was answered before what stands now. */
export function EarlierAnswers({ slug, answered }: { slug: string; answered: AnsweredReaction }) {
  const t = useTranslations("dispositions.facts");
  const earlier = answered.standing ? answered.history.slice(1) : answered.history;
  if (earlier.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{t("history", { count: earlier.length })}</summary>
      <ol>
        {earlier.map((version) => (
          <li key={version.n}>
            <OneVersion slug={slug} version={version} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function OneVersion({ slug, version }: { slug: string; version: DispositionVersion }) {
  const t = useTranslations("dispositions");
  const locale = useLocale();
  const to = addresses.dossier(slug);
  return (
    <div className={styles.version}>
      <p className={styles.outcome}>
        {version.outcome ? (
          <>
            <OutcomeShape outcome={version.outcome} />
            <b>{t(`outcome.${version.outcome}`)}</b>
          </>
        ) : (
          <b>{t("facts.nothing")}</b>
        )}
        {version.takesBack === null ? null : <span>{t("facts.takenBack")}</span>}
      </p>
      {version.reason ? <p className={styles.reason}>{version.reason}</p> : null}
      {version.place ? (
        <p>
          {t("facts.place")} {version.place}
        </p>
      ) : null}
      {version.requirements.length > 0 ? (
        <p>
          {t("facts.in")}{" "}
          {version.requirements.map((one, index) => (
            <span key={one.id}>
              {index > 0 ? ", " : null}
              <TextLink href={to.requirement(one.id)}>
                {one.code} {one.title}
              </TextLink>
            </span>
          ))}
        </p>
      ) : null}
      <p className={styles.by}>
        {t("facts.by", {
          by: version.by ?? t("facts.unknown"),
          at: formatMoment(version.at, locale),
        })}
      </p>
    </div>
  );
}
