import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { OwnSide } from "@/components/requirements/diff-text";
import { TextLink } from "@/components/ui/link";
import { diffWords } from "@/domain/requirements/rules/diff";
import type { BlockRow, PlaceRow } from "@/domain/sources/model";
import { wordsAround, wordsBetween } from "./place-words";
import styles from "./places.module.css";

/** A passage in the version in which it was quoted, and beside it what stands there in the newest. */
export function PlaceSides({
  at,
  n,
  before,
  after,
  slug,
  sourceId,
}: {
  slug: string;
  sourceId: string;
  at: PlaceRow;
  /** Number of the newest version. */
  n: number;
  before: readonly BlockRow[];
  after: readonly BlockRow[];
}) {
  const t = useTranslations("sources.places");
  const rests = useTranslations("sources.restsOn");
  const read = ({ start, end }: { start: number; end: number }, version: number) =>
    addresses.dossier(slug).quote(sourceId, { from: start, until: end, version });
  const words = wordsBetween(after, at.now);
  const parts = diffWords(at.exact, words);
  const old = wordsAround(before, at.old);
  const now = at.now ? wordsAround(after, at.now) : null;
  const [first, last] = [after[0], after.at(-1)];
  return (
    <div className={styles.sides}>
      <section aria-label={t("version", { n: at.n })} className={styles.side}>
        <h2 className={styles.heading}>{t("version", { n: at.n })}</h2>
        <p className={styles.around}>{old.before.trimEnd()}</p>
        <div className={at.now ? styles.alike : styles.lost}>
          <p className={styles.tag}>{t(`status.${at.status}`)}</p>
          {at.now ? <OwnSide parts={parts} own="removed" /> : <p>{at.exact}</p>}
        </div>
        <p className={styles.around}>{old.after.trimStart()}</p>
        <TextLink href={read(at.old, at.n)}>{rests("readInSource")}</TextLink>
      </section>
      <section aria-label={t("version", { n })} className={styles.side}>
        <h2 className={styles.heading}>{t("version", { n })}</h2>
        {now ? (
          <>
            <p className={styles.around}>{now.before.trimEnd()}</p>
            <div className={styles.alike}>
              <p className={styles.tag}>
                {at.decision === "elsewhere" ? t("pointedOut") : t("status.proposed")}
              </p>
              <OwnSide parts={parts} own="added" />
            </div>
            <p className={styles.around}>{now.after.trimStart()}</p>
            {at.now ? <TextLink href={read(at.now, n)}>{rests("readInSource")}</TextLink> : null}
          </>
        ) : (
          <>
            <p className={styles.tag}>{t("notThere")}</p>
            <p className={styles.around}>
              {first && last ? wordsBetween(after, { start: first.start, end: last.end }) : ""}
            </p>
          </>
        )}
      </section>
    </div>
  );
}
