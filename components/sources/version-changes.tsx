import { useTranslations } from "next-intl";
import { DiffText } from "@/components/requirements/diff-text";
import { Paragraph } from "@/components/ui/text";
import { diffWords } from "@/domain/requirements/rules/diff";
import type { VersionChangeList } from "@/domain/sources/model";
import styles from "./version-changes.module.css";

/** Two versions beside each other, only where they differ; on a narrow screen below each other. */
export function VersionChanges({ n, changes, total }: VersionChangeList & { n: number }) {
  const t = useTranslations("sources.changes");
  const shown = changes.filter(({ type }) => type === "changed").length;
  return (
    <div className={styles.changes}>
      <div className={styles.heads} aria-hidden="true">
        <span>{t("version", { n: n - 1 })}</span>
        <span>{t("version", { n })}</span>
      </div>
      {total === 0 ? <Paragraph muted>{t("none")}</Paragraph> : null}
      {changes.map((change, index) =>
        change.type === "same" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one page never changes
          <p key={index} className={styles.same}>
            {t("same", { count: change.count })}
          </p>
        ) : (
          <div key={`${change.before?.n ?? ""}-${change.after?.n ?? ""}`} className={styles.pair}>
            <Side n={n - 1} block={change.before} other={change.after} own="removed" />
            <Side n={n} block={change.after} other={change.before} own="added" />
          </div>
        ),
      )}
      {shown < total ? <Paragraph muted>{t("more", { shown, total })}</Paragraph> : null}
    </div>
  );
}

function Side({
  n,
  block,
  other,
  own,
}: {
  n: number;
  block: { n: number; text: string } | null;
  other: { text: string } | null;
  own: "removed" | "added";
}) {
  const t = useTranslations("sources.changes");
  if (!block) {
    return (
      <p className={styles.none}>{own === "removed" ? t("added", { n }) : t("removed", { n })}</p>
    );
  }
  const [before, after] = own === "removed" ? [block, other] : [other, block];
  return (
    <div>
      <p className="visually-hidden">{t("block", { n, block: block.n })}</p>
      <DiffText
        parts={diffWords(before?.text ?? "", after?.text ?? "").filter(
          ({ type }) => type === "same" || type === own,
        )}
      />
    </div>
  );
}
