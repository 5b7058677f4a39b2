import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { cx } from "@/components/ui/cx";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { POSITIONS } from "@/db/vocabulary";
import { formatDate } from "@/domain/kernel/dates";
import {
  type ClosedResult,
  type ConsultationPage,
  OTHERS_SHOWN_AT_ONCE,
  type OthersRead,
} from "@/domain/participation/model";
import { PositionBar } from "./position-bar";
import styles from "./reacting.module.css";

/**
 * Who reads what one writes, where it appears, and whom one can ask.
 *
 * @param invited of who was invited, until which day (YYYY-MM-DD) that is kept; null for who came by an open address.
 */
export function PrivacyScreen({
  page,
  code,
  invited,
}: {
  page: ConsultationPage;
  code: string;
  invited: { keptUntil: string | null } | null;
}) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  return (
    <>
      <Heading level={1}>{t("privacy.title")}</Heading>
      <Paragraph className={styles.lines}>{page.house.privacy}</Paragraph>
      <ul className={styles.plain}>
        {invited === null ? (
          <li>{t("privacy.noName")}</li>
        ) : (
          <>
            <li>{t("privacy.invitedNumber")}</li>
            <li>{t("privacy.invited")}</li>
            <li>{t("privacy.invitedSeen")}</li>
            {invited.keptUntil ? (
              <li>{t("privacy.invitedKept", { day: formatDate(invited.keptUntil, language) })}</li>
            ) : null}
          </>
        )}
        <li>{t("privacy.drafts")}</li>
        <li>{t(`privacy.others.${page.others}`)}</li>
        <li>{t(`privacy.moderation.${page.moderation}`)}</li>
        <li>{t("privacy.withdraw")}</li>
        <li>{t("privacy.device")}</li>
        <li>{t("privacy.wiped", { days: page.keepDays })}</li>
        <li>{t("privacy.receipt")}</li>
        {page.takesFiles ? <li>{t("privacy.files", { days: page.keepDays })}</li> : null}
      </ul>
      <TextLink href={addresses.stakeholderPage(code)}>{t("privacy.back")}</TextLink>
    </>
  );
}

/** What others wrote, as far as it may be read; null when it may not be read (yet). */
export function OthersScreen({
  page,
  code,
  others,
  n,
  results,
  flagged,
}: {
  page: ConsultationPage;
  code: string;
  others: OthersRead | null;
  /** Which fifty of each stelling, from 1. */
  n: number;
  /** What people thought of each; null when that is not to be read. */
  results: ReadonlyMap<string, ClosedResult> | null;
  /** Somebody just flagged one. */
  flagged: boolean;
}) {
  const t = useTranslations("participation.react");
  const moderation = useTranslations("moderation");
  // As they are counted where one reacts, and in the log of what was not placed.
  const places = new Map(page.statements.map(({ id }, i) => [id, i + 1]));
  // Among the older ones a stelling stands only with what is to be read of it.
  const statements = page.statements.filter(
    ({ id }) => n === 1 || (others?.byStatement.get(id) ?? []).length > 0,
  );
  return (
    <>
      <Heading level={1}>{t("others.title")}</Heading>
      {flagged ? <Alert tone="ok" role="status" title={moderation("flag.done")} /> : null}
      {others !== null && (n > 1 || others.older) ? (
        <Paragraph muted>
          {t("others.page", {
            from: (n - 1) * OTHERS_SHOWN_AT_ONCE + 1,
            until: n * OTHERS_SHOWN_AT_ONCE,
          })}
        </Paragraph>
      ) : null}
      {others === null ? (
        <Paragraph>{t(`others.when.${page.others}`)}</Paragraph>
      ) : (
        statements.map(({ id, text }) => {
          const read = others.byStatement.get(id) ?? [];
          const result = results?.get(id);
          return (
            <section key={id} className={cx(styles.form, styles.others)}>
              <Heading level={2}>
                {places.get(id)}. {text}
              </Heading>
              {result ? <Result result={result} words={page.positionWords} /> : null}
              {read.length === 0 ? <Paragraph muted>{t("others.none")}</Paragraph> : null}
              {read.map((one) =>
                one.refused ? (
                  <p key={one.id} className={styles.notPlaced}>
                    {moderation("outside.placeholder", {
                      reason: moderation(`reasons.${one.refused}`).toLowerCase(),
                    })}
                  </p>
                ) : (
                  <blockquote key={one.id} className={styles.said}>
                    {one.position ? (
                      <b>{page.positionWords?.[one.position] ?? t(`position.${one.position}`)}. </b>
                    ) : null}
                    {one.text}
                    <TextLink
                      href={addresses.reactFlag(code, { reaction: one.id })}
                      className={styles.flag}
                    >
                      {moderation("flag.link")}
                      <span className="visually-hidden">: {one.text.slice(0, 60)}</span>
                    </TextLink>
                  </blockquote>
                ),
              )}
            </section>
          );
        })
      )}
      {n > 1 && others !== null && statements.length === 0 ? (
        <Paragraph muted>{t("others.noOlder")}</Paragraph>
      ) : null}
      {others?.older ? (
        <TextLink href={addresses.reactOthers(code, { page: n + 1 })} rel="next">
          {t("others.older")}
        </TextLink>
      ) : null}
      {n > 1 ? (
        <TextLink href={addresses.reactOthers(code, { page: n - 1 })} rel="prev">
          {t("others.newer")}
        </TextLink>
      ) : null}
      {others === null ? null : (
        <TextLink href={addresses.reactLog(code)}>{moderation("outside.link")}</TextLink>
      )}
      <TextLink href={addresses.stakeholderPage(code)}>{t("privacy.back")}</TextLink>
    </>
  );
}

/** What people thought of a stelling: a bar, and the same in words. */
function Result({
  result: { total, positions, earlier },
  words,
}: {
  result: ClosedResult;
  words: ConsultationPage["positionWords"];
}) {
  const t = useTranslations("participation.react");
  const all = useTranslations("participation");
  if (!positions) return <Paragraph muted>{t("others.few", { count: total })}</Paragraph>;
  const held = POSITIONS.filter((one) => positions[one] > 0);
  return (
    <div className={styles.result}>
      <PositionBar positions={positions} total={total} />
      <p>
        <b>{t("others.people", { count: total })}</b>{" "}
        {held.map((one) => `${words?.[one] ?? t(`position.${one}`)} ${positions[one]}`).join(", ")}
      </p>
      {earlier > 0 ? <Paragraph muted>{all("earlierWords", { count: earlier })}</Paragraph> : null}
    </div>
  );
}
