import { useTranslations } from "next-intl";
import { OwnSide } from "@/components/requirements/diff-text";
import { Unfold } from "@/components/ui/unfold";
import { diffWords } from "@/domain/requirements/rules/diff";
import type { BlockRow, PlaceRow } from "@/domain/sources/model";
import { PlaceLines } from "./place-lines";
import { joinsBetween, nearest, type Piece, piecesAround, wordsBetween } from "./place-words";
import styles from "./places.module.css";

/** A passage in the version in which it was quoted, and beside it what stands there in the newest. */
export function PlaceSides({
  at,
  n,
  before,
  after,
}: {
  at: PlaceRow;
  /** Number of the newest version. */
  n: number;
  before: readonly BlockRow[];
  after: readonly BlockRow[];
}) {
  const t = useTranslations("sources.places");
  const parts = diffWords(at.exact, wordsBetween(after, at.now));
  const old = piecesAround(before, at.old);
  // Where nothing stands any more all of it is beside.
  const end = after.at(-1)?.end ?? 0;
  const now = piecesAround(after, at.now ?? { start: end, end });
  const joins = joinsBetween([...old.before, ...old.after], [...now.before, ...now.after]);
  return (
    <div className={styles.sides}>
      <section aria-label={t("version", { n: at.n })} className={styles.side}>
        <h2 className={styles.heading}>{t("version", { n: at.n })}</h2>
        <Around pieces={old.before} side="before" joins={joins} />
        <div className={at.now ? styles.alike : styles.lost} data-join="place">
          <p className={styles.tag}>{t(`status.${at.status}`)}</p>
          {at.now ? <OwnSide parts={parts} own="removed" /> : <p>{at.exact}</p>}
        </div>
        <Around pieces={old.after} side="after" joins={joins} />
      </section>
      <PlaceLines key={at.passageId} />
      <section aria-label={t("version", { n })} className={styles.side}>
        <h2 className={styles.heading}>{t("version", { n })}</h2>
        {at.now ? null : <p className={styles.tag}>{t("notThere")}</p>}
        <Around pieces={now.before} side="before" joins={joins} />
        {at.now ? (
          <div className={styles.alike} data-join="place">
            <p className={styles.tag}>
              {at.decision === "elsewhere" ? t("pointedOut") : t("status.proposed")}
            </p>
            <OwnSide parts={parts} own="added" />
          </div>
        ) : null}
        <Around pieces={now.after} side="after" joins={joins} />
      </section>
    </div>
  );
}

/** What stands before or after the passage, a block a piece: of a long one the words nearest to it, the rest to open. */
function Around({
  pieces,
  side,
  joins,
}: {
  pieces: readonly Piece[];
  side: "before" | "after";
  joins: ReadonlyMap<string, number>;
}) {
  const t = useTranslations("sources.places");
  return pieces.map(({ text, whole }, i) => {
    const { near, rest } = nearest(text, side);
    const more = rest ? (
      <Unfold label={t(`more.${side}`)}>
        <p>{rest}</p>
      </Unfold>
    ) : null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a version never change places
      <div key={i} className={styles.around} data-join={whole ? joins.get(text) : undefined}>
        {side === "before" ? more : null}
        <p>{rest && side === "before" ? `… ${near}` : rest ? `${near} …` : near}</p>
        {side === "after" ? more : null}
      </div>
    );
  });
}
