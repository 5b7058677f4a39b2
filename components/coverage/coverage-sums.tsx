import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { OutcomeShape } from "@/components/dispositions/outcome-shape";
import { OUTCOME_WORDS } from "@/components/reactions/address";
import { TraceShape, type TraceTone } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import type { Coverage, GapList } from "@/domain/coverage/model";
import styles from "./coverage-sums.module.css";

/** Taken over is done, an answer of another kind lies between. */
const OUTCOME_STATES: Record<Outcome, Part["state"]> = {
  adopted: "done",
  partly: "between",
  rejected: "answered",
  elsewhere: "answered",
  outOfScope: "answered",
  noted: "answered",
};

interface Part {
  key: string;
  label: string;
  count: number;
  list?: GapList;
  /** In place of the colour in the bar. */
  mark?: ReactNode;
  /** Where its things are listed, when that is no list of gaps. */
  href?: string;
  state: "done" | "between" | "begun" | "answered" | "open";
}

/** How far the dossier is, as sums one can check: each thing is counted in exactly one part. */
export function CoverageSums({ coverage: c, slug }: { coverage: Coverage; slug: string }) {
  const t = useTranslations("coverage.sums");
  const outcomes = useTranslations("dispositions.outcome");
  const to = addresses.dossier(slug);
  return (
    <div className={styles.sums}>
      <Sum
        tone="requirement"
        title={t("requirements.title")}
        note={
          c.requirements.dropped > 0
            ? t("requirements.dropped", { count: c.requirements.dropped })
            : undefined
        }
        total={c.requirements.total}
        slug={slug}
        parts={[
          {
            key: "with",
            label: t("requirements.with"),
            count: c.requirements.withSource,
            state: "done",
          },
          {
            key: "motivated",
            label: t("requirements.motivated"),
            count: c.requirements.motivated,
            list: "eisen-gemotiveerd",
            state: "between",
          },
          {
            key: "without",
            label: t("requirements.without"),
            count: c.requirements.withoutSource,
            list: "eisen-zonder-herkomst",
            state: "open",
          },
        ]}
      />
      <Sum
        tone="reaction"
        title={t("reactions.title")}
        total={c.reactions.total}
        slug={slug}
        parts={[
          { key: "linked", label: t("reactions.linked"), count: c.reactions.linked, state: "done" },
          {
            key: "via",
            label: t("reactions.via"),
            count: c.reactions.viaCoreValue,
            state: "between",
          },
          {
            key: "coded",
            label: t("reactions.coded"),
            count: c.reactions.codedOnly,
            list: "reacties-zonder-gebruik",
            state: "begun",
          },
          {
            key: "answered",
            label: t("reactions.answered"),
            count: c.reactions.answeredOnly,
            state: "answered",
          },
          {
            key: "unused",
            label: t("reactions.unused"),
            count: c.reactions.unused,
            list: "reacties-niet-gecodeerd",
            state: "open",
          },
        ]}
      />
      <Sum
        tone="reaction"
        title={t("dispositions.title")}
        total={c.reactions.total}
        slug={slug}
        parts={[
          ...OUTCOMES.map((outcome) => ({
            key: outcome,
            label: outcomes(outcome),
            count: c.dispositions[outcome],
            mark: <OutcomeShape outcome={outcome} />,
            href: to.answering({ outcome: OUTCOME_WORDS[outcome] }),
            state: OUTCOME_STATES[outcome],
          })),
          {
            key: "withoutAnswer",
            label: t("dispositions.withoutAnswer"),
            count: c.dispositions.withoutAnswer,
            href: to.answering(),
            state: "open",
          },
        ]}
      />
      <Sum
        tone="coreValue"
        title={t("coreValues.title")}
        total={c.coreValues.total}
        slug={slug}
        parts={[
          {
            key: "with",
            label: t("coreValues.with"),
            count: c.coreValues.withRequirement,
            state: "done",
          },
          {
            key: "without",
            label: t("coreValues.without"),
            count: c.coreValues.withoutRequirement,
            list: "kernwaarden-zonder-eis",
            state: "open",
          },
        ]}
      />
    </div>
  );
}

function Sum({
  tone,
  title,
  note,
  total,
  parts,
  slug,
}: {
  tone: TraceTone;
  title: string;
  note?: string;
  total: number;
  parts: Part[];
  slug: string;
}) {
  const t = useTranslations("coverage.sums");
  const to = addresses.dossier(slug);
  const addressOf = ({ href, list }: Part) =>
    href ?? (list && to.accountability({ list }, "lijst"));
  let at = 0;
  const bars = parts.map((part) => {
    const width = total > 0 ? (part.count / total) * 100 : 0;
    const bar = { ...part, x: at, width };
    at += width;
    return bar;
  });
  return (
    <div className={cx(styles.sum, styles[tone])}>
      <h2 className={styles.title}>
        <TraceShape tone={tone} />
        {title}
      </h2>
      <svg
        className={styles.bar}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect width="100" height="6" className={styles.ground} />
        {bars.map((bar) =>
          bar.width > 0 ? (
            <rect
              key={bar.key}
              x={bar.x}
              width={bar.width}
              height="6"
              className={styles[bar.state]}
            />
          ) : null,
        )}
      </svg>
      <dl className={styles.parts}>
        {parts.map((part, index) => (
          <div key={part.key} className={styles.part}>
            <dt>
              {part.mark ? (
                <span className={styles.mark}>{part.mark}</span>
              ) : (
                <span className={cx(styles.key, styles[part.state])} aria-hidden="true" />
              )}
              {addressOf(part) && part.count > 0 ? (
                <TextLink href={addressOf(part) ?? ""}>{part.label}</TextLink>
              ) : (
                part.label
              )}
            </dt>
            <dd>
              {index > 0 ? <span aria-hidden="true">+ </span> : null}
              {part.count}
            </dd>
          </div>
        ))}
        <div className={cx(styles.part, styles.total)}>
          <dt>{t("total")}</dt>
          <dd>
            <span aria-hidden="true">= </span>
            {total}
          </dd>
        </div>
      </dl>
      {note ? <p className={styles.note}>{note}</p> : null}
    </div>
  );
}
