import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TraceShape, type TraceTone } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import type { Coverage, GapList } from "@/domain/coverage/model";
import styles from "./coverage-sums.module.css";

interface Part {
  key: string;
  label: string;
  count: number;
  list?: GapList;
  state: "done" | "between" | "begun" | "open";
}

/** How far the dossier is, as sums one can check: each thing is counted in exactly one part. */
export function CoverageSums({ coverage: c, slug }: { coverage: Coverage; slug: string }) {
  const t = useTranslations("coverage.sums");
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
            key: "unused",
            label: t("reactions.unused"),
            count: c.reactions.unused,
            list: "reacties-niet-gecodeerd",
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
              <span className={cx(styles.key, styles[part.state])} aria-hidden="true" />
              {part.list && part.count > 0 ? (
                <TextLink
                  href={addresses.dossier(slug).accountability({ list: part.list }, "lijst")}
                >
                  {part.label}
                </TextLink>
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
