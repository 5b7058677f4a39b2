import { useTranslations } from "next-intl";
import { VersionDiff } from "@/components/requirements/version-diff";
import type { RequirementVersion } from "@/domain/requirements/model";
import styles from "./review.module.css";

/** What was changed since it was approved: by this the approval lapsed. */
export function ReviewChanges({
  before,
  after,
  own,
}: {
  before: RequirementVersion;
  after: RequirementVersion;
  /** Whether it was who reads that approved it. */
  own: boolean;
}) {
  const t = useTranslations("review.changes");
  const versions = { before: before.n, after: after.n };
  return (
    <details open className={styles.changes} data-changes="">
      <summary>{own ? t("own", versions) : t("other", versions)}</summary>
      <VersionDiff before={before} after={after} />
      <p className={styles.quiet}>{t("back")}</p>
    </details>
  );
}
