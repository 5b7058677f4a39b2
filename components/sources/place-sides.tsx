import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { DiffText } from "@/components/requirements/diff-text";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { Unfold } from "@/components/ui/unfold";
import { formatDate } from "@/domain/kernel/dates";
import { diffWords } from "@/domain/requirements/rules/diff";
import type { BlockRow, PlaceBeside, PlaceRow } from "@/domain/sources/model";
import type { RestingCode } from "@/domain/trace/model";
import { PlaceLines } from "./place-lines";
import { joinsBetween, nearest, type Piece, piecesAround } from "./place-words";
import styles from "./places.module.css";
import { useRestingCode } from "./resting";

interface Beside {
  slug: string;
  sourceId: string;
  joins: ReadonlyMap<string, number>;
  others: readonly PlaceBeside[];
  codes: ReadonlyMap<string, RestingCode>;
}

/** A passage in the version in which it was quoted, and beside it what stands there in the newest. */
export function PlaceSides({
  slug,
  sourceId,
  at,
  number,
  total,
  n,
  adopted,
  before,
  after,
  others,
  codes,
}: Pick<Beside, "slug" | "sourceId" | "others" | "codes"> & {
  at: PlaceRow;
  number: number;
  total: number;
  /** Number of the newest version. */
  n: number;
  /** The version that was adopted. */
  adopted: { n: number; on: string } | null;
  before: readonly BlockRow[];
  after: readonly BlockRow[];
}) {
  const t = useTranslations("sources.places");
  const codeOf = useRestingCode();
  const parts = diffWords(at.exact, at.standing);
  const old = piecesAround(before, at.old);
  // Where nothing stands any more all of it is beside.
  const end = after.at(-1)?.end ?? 0;
  const now = piecesAround(after, at.now ?? { start: end, end });
  const joins = joinsBetween([...old.before, ...old.after], [...now.before, ...now.after]);
  const beside = { slug, sourceId, joins, others, codes };
  const code = codes.get(at.passageId);
  return (
    <div className={styles.sides}>
      <section aria-label={t("version", { n: at.n })} className={styles.side}>
        <VersionHead n={at.n} adopted={adopted} />
        <Around {...beside} pieces={old.before} side="before" version="old" />
        <div
          className={at.now ? styles.alike : styles.lost}
          data-join="place"
          data-line={at.now ? "place" : "orphan"}
        >
          <p className={styles.tag}>
            {code ? `${codeOf(code)} · ` : null}
            {t("of", { number, total })}
          </p>
          {at.now ? (
            <DiffText parts={parts.filter(({ type }) => type !== "added")} />
          ) : (
            <p>{at.exact}</p>
          )}
        </div>
        <Around {...beside} pieces={old.after} side="after" version="old" />
      </section>
      <PlaceLines key={at.passageId} />
      <section aria-label={t("version", { n })} className={styles.side}>
        <VersionHead n={n} adopted={adopted} />
        {at.now ? null : <p className={styles.tag}>{t("notThere")}</p>}
        <Around {...beside} pieces={now.before} side="before" version="now" />
        {at.now ? (
          <div className={styles.alike} data-join="place">
            <p className={styles.tag}>
              {at.decision === "elsewhere" ? t("pointedOut") : t("status.proposed")}
            </p>
            <DiffText parts={parts.filter(({ type }) => type !== "removed")} />
          </div>
        ) : null}
        <Around {...beside} pieces={now.after} side="after" version="now" />
      </section>
    </div>
  );
}

/** Which version, and whether those who were there agreed to it. */
function VersionHead({ n, adopted }: { n: number; adopted: { n: number; on: string } | null }) {
  const t = useTranslations("sources.places");
  const language = useLocale();
  return (
    <h2 className={styles.heading}>
      {t("version", { n })}{" "}
      {adopted?.n === n ? (
        <Badge tone="ok">{t("adopted", { on: formatDate(adopted.on, language) })}</Badge>
      ) : null}
    </h2>
  );
}

/**
 * What stands before or after the passage, a block a piece: of a long one the words nearest to it, the rest to open.
 * A block in which another passage stands that did not stay as it was says so.
 */
function Around({
  slug,
  sourceId,
  pieces,
  side,
  version,
  joins,
  others,
  codes,
}: Beside & {
  pieces: readonly Piece[];
  side: "before" | "after";
  version: "old" | "now";
}) {
  const t = useTranslations("sources.places");
  const codeOf = useRestingCode();
  return pieces.map((piece) => {
    const { start, end, text, whole } = piece;
    const other = others.find((one) => {
      const place = one[version];
      return place !== null && place.start < end && place.end > start;
    });
    const { near, rest } = nearest(text, side);
    const more = rest ? (
      <Unfold label={t(`more.${side}`)}>
        <p>{rest}</p>
      </Unfold>
    ) : null;
    const code = other ? codes.get(other.passageId) : undefined;
    return (
      <div
        key={start}
        className={other ? `${styles.around} ${styles[other.status]}` : styles.around}
        data-join={other?.passageId ?? (whole ? joins.get(text) : undefined)}
        data-line={other?.status}
      >
        {other ? (
          <p className={styles.tag}>
            {code && other.status !== "moved" ? (
              <>
                <TextLink
                  href={addresses.dossier(slug).places(sourceId, { passage: other.passageId })}
                >
                  {codeOf(code)}
                </TextLink>
                {" · "}
              </>
            ) : null}
            {other.status === "moved" ? t("movedAlike") : t(`status.${other.status}`)}
          </p>
        ) : null}
        {side === "before" ? more : null}
        <p>{rest && side === "before" ? `… ${near}` : rest ? `${near} …` : near}</p>
        {side === "after" ? more : null}
      </div>
    );
  });
}
