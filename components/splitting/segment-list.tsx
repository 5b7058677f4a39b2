import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { SegmentRow } from "@/domain/splitting/model";
import { becomesNothing } from "@/domain/splitting/rules/sure";
import { toneOf } from "./kinds";
import { SegmentLabel } from "./segment-label";
import list from "./segment-list.module.css";
import styles from "./segment-row.module.css";
import { SegmentText } from "./segment-text";
import { cellsOf } from "./table-cells";

/** The segments of a part to read: of a confirmed one, or for who may not change it. */
export function SegmentList({
  segments,
  numbers,
  made,
}: {
  segments: SegmentRow[];
  /** Place in the part of each, from 1. */
  numbers: number[];
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
      {segments.map((segment, i) => (
        <li
          key={segment.start}
          id={`blok-${segment.start}`}
          className={cx(
            list.row,
            styles.row,
            styles[toneOf(segment.kind)],
            styles[segment.decision],
            cellsOf(segment) && styles.tableRow,
          )}
        >
          <div className={styles.cell}>
            <span className={styles.number}>{numbers[i]}</span>
            <div className={styles.what}>
              <SegmentLabel segment={segment} unsure={false} />
            </div>
            <div className={styles.text}>
              <p className={cx(styles.words, segment.kind === "heading" && styles.heading)}>
                <SegmentText segment={segment} />
              </p>
              {segment.decision === "irrelevant" ? (
                <p className={styles.why}>
                  {t("row.irrelevantBecause", { reason: segment.irrelevantReason ?? "" })}
                </p>
              ) : null}
            </div>
            {made ? (
              <Became segment={segment} {...made} />
            ) : (
              <span className={styles.state}>
                {segment.decision === "accepted" ? <Icon name="check" /> : null}
                <span className="visually-hidden">{t(`decision.${segment.decision}`)}</span>
              </span>
            )}
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
  if (takeInHref && becomesNothing(segment)) {
    return <TextLink href={takeInHref(segment.start)}>{t("takeIn.link")}</TextLink>;
  }
  return segment.decision === "irrelevant" ? t("decision.irrelevant") : null;
}
