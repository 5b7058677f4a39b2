import { useTranslations } from "next-intl";
import { POSITIONS, REACTION_KINDS } from "@/db/vocabulary";
import type { ReactionCounts as Counts } from "@/domain/statements/model";
import styles from "./reaction-counts.module.css";

/** How many reactions there are of each kind and position, in raw counts. */
export function ReactionCounts({ counts }: { counts: Counts }) {
  const t = useTranslations("statements.counts");
  const kinds = useTranslations("kinds");
  const present = REACTION_KINDS.filter((kind) => counts.kinds[kind]);
  const positions = POSITIONS.filter((position) => position !== "none").filter(
    (position) => counts.positions[position],
  );
  if (counts.total === 0) return <p className={styles.none}>{t("none")}</p>;
  return (
    <ul className={styles.counts}>
      {present.map((kind) => (
        <li key={kind}>{kinds(`inputCount.${kind}`, { count: counts.kinds[kind] ?? 0 })}</li>
      ))}
      {positions.map((position) => (
        <li key={position} className={styles.position}>
          {t(`position.${position}`, { count: counts.positions[position] ?? 0 })}
        </li>
      ))}
    </ul>
  );
}
