import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { isLeftOut, type SegmentRow } from "@/domain/splitting/model";
import { toneOf } from "./kinds";
import { SegmentLabel } from "./segment-label";
import list from "./segment-list.module.css";
import styles from "./segment-row.module.css";
import { SegmentText } from "./segment-text";

/** The segments of a part to read: of a confirmed one, or for who may not change it. */
export function SegmentList({
  segments,
  made,
}: {
  segments: SegmentRow[];
  /** Of a confirmed part: what each became, and for who may, how to make something of the rest. */
  made?: {
    reactions: ReadonlyMap<number, { id: string; number: number }>;
    slug: string;
    takeInHref: ((start: number) => string) | null;
  };
}) {
  const t = useTranslations("splitting");
  return (
    <ol className={list.list}>
      {segments.map((segment) => (
        <li
          key={segment.start}
          id={`blok-${segment.start}`}
          className={cx(
            list.row,
            styles.row,
            styles[toneOf(segment.kind)],
            styles[segment.decision],
          )}
        >
          <div className={styles.cell}>
            <div className={styles.top}>
              <SegmentLabel segment={segment} />
              <span className={styles.state}>
                {made ? <Became segment={segment} {...made} /> : t(`decision.${segment.decision}`)}
              </span>
            </div>
            <p className={styles.words}>
              <SegmentText segment={segment} />
            </p>
            {segment.decision === "irrelevant" ? (
              <p className={styles.why}>
                {t("row.irrelevantBecause", { reason: segment.irrelevantReason ?? "" })}
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What became of a segment: the reaction, or the way to make one of it after all. */
function Became({
  segment,
  reactions,
  slug,
  takeInHref,
}: {
  segment: SegmentRow;
  reactions: ReadonlyMap<number, { id: string; number: number }>;
  slug: string;
  takeInHref: ((start: number) => string) | null;
}) {
  const t = useTranslations("splitting");
  const reaction = reactions.get(segment.start);
  if (reaction) {
    return (
      <TextLink href={addresses.dossier(slug).reaction(reaction.id)}>R-{reaction.number}</TextLink>
    );
  }
  if (takeInHref && isLeftOut(segment)) {
    return <TextLink href={takeInHref(segment.start)}>{t("takeIn.link")}</TextLink>;
  }
  return segment.decision === "irrelevant" ? t("decision.irrelevant") : null;
}
