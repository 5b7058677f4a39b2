import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { LinkCounts, RequirementRow } from "@/domain/requirements/model";
import styles from "./source-counts.module.css";
import { SourceShape } from "./source-shape";

const KINDS = [
  ["coreValues", "coreValue"],
  ["reactions", "reaction"],
  ["passages", "passage"],
] as const;

/** How many kernwaarden, reactions and quoted words a requirement rests on, or that it has none. */
export function SourceCounts({
  requirement,
}: {
  requirement: Pick<RequirementRow, "links" | "noSourceReason" | "dropped">;
}) {
  const t = useTranslations("requirements");
  const { links, noSourceReason, dropped } = requirement;
  if (countLinks(links) === 0) {
    if (dropped) return null;
    return noSourceReason ? (
      <Badge tone="neutral">{t("noSource.badge")}</Badge>
    ) : (
      <Badge tone="warning">{t("withoutSource")}</Badge>
    );
  }
  return (
    <ul className={styles.counts} aria-label={t("trace.title")}>
      {KINDS.map(([key, kind]) =>
        links[key] > 0 ? (
          <li key={key} className={styles.count}>
            <SourceShape kind={kind} />
            {t(`count.${key}`, { count: links[key] })}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function countLinks(links: LinkCounts): number {
  return links.coreValues + links.reactions + links.passages;
}
