import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { formatMoment } from "@/domain/kernel/dates";
import type { Queue, QueueCounts, QueueRow } from "@/domain/moderation/model";
import styles from "./moderation.module.css";
import { SHOW_WORDS } from "./show-words";

/** Asked first, for it may hurt somebody. */
const LOUD: ReadonlySet<string> = new Set(["flagged", "personalData", "offensive"]);

/** What somebody is asked to decide on, and how many there are with which nothing seems to be the matter. */
export function QueueList({
  slug,
  consultationId,
  show,
  page,
  rows,
  plain,
  counts,
  chosen,
}: {
  slug: string;
  consultationId: string;
  show: Queue;
  page: number;
  /** Those that are listed one by one. */
  rows: readonly QueueRow[];
  /** How many others there are, to read in one list. */
  plain: number;
  counts: QueueCounts;
  chosen: string | null;
}) {
  const t = useTranslations("moderation");
  const language = useLocale();
  const to = addresses.dossier(slug);
  return (
    <nav aria-label={t("queue")} className={styles.queue}>
      {show === "waiting" && rows.length > 0 ? (
        <h2 className={styles.title}>{t("asking", { count: rows.length })}</h2>
      ) : null}
      {rows.length > 0 ? (
        <ol className={styles.list}>
          {rows.map((row) => (
            <li key={row.reactionId}>
              <TextLink
                href={to.moderation(consultationId, {
                  show: SHOW_WORDS[show],
                  page: page > 1 ? page : undefined,
                  reaction: row.reactionId,
                })}
                className={cx(styles.item, row.reactionId === chosen && styles.current)}
                aria-current={row.reactionId === chosen ? "true" : undefined}
                scroll={false}
              >
                <span className={styles.top}>
                  <b>R-{row.number}</b>
                  <span className={styles.small}>{formatMoment(row.sentAt, language)}</span>
                </span>
                <Why row={row} />
                <span className={styles.start}>
                  {row.group ? `${row.group}: ` : null}
                  {row.text.slice(0, 120)}
                </span>
              </TextLink>
            </li>
          ))}
        </ol>
      ) : null}
      {show === "waiting" && plain > 0 ? (
        <>
          <h2 className={styles.title}>{t("plain", { count: plain })}</h2>
          <p className={styles.small}>
            <ButtonLink
              href={to.moderationList(consultationId, { page: page > 1 ? page : undefined })}
            >
              {t("readPlain", { count: plain })}
            </ButtonLink>
          </p>
        </>
      ) : null}
      {rows.length === 0 && plain === 0 ? <p>{t(`nothing.${show}`)}</p> : null}
      <p className={styles.small}>
        {t("today", { placed: counts.placedToday, refused: counts.refusedToday })}
      </p>
    </nav>
  );
}

/** Why somebody is asked: what a rule saw, or why it was not placed. */
function Why({ row }: { row: QueueRow }) {
  const t = useTranslations("moderation");
  const reasons = useTranslations("moderation.reasons");
  if (row.reason) return <span className={styles.sign}>{reasons(row.reason)}</span>;
  if (row.signs.length === 0) return null;
  const words = row.signs.map((sign) =>
    t(`signs.${sign}`, { number: row.sameAs ?? row.likeTo ?? 0 }),
  );
  return (
    <span className={cx(styles.sign, row.signs.some((sign) => LOUD.has(sign)) && styles.loud)}>
      {words.join(", ")}
    </span>
  );
}
