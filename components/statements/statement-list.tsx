import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TraceShape } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { StatementRow } from "@/domain/statements/model";
import { ReactionCounts } from "./reaction-counts";
import styles from "./statement-list.module.css";

/** Stellingen under each other, each with where it was put and what it brought. */
export function StatementList({ slug, rows }: { slug: string; rows: StatementRow[] }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("statements.list");
  return (
    <ol className={styles.list}>
      {rows.map((row) => (
        <li key={row.id} className={styles.item}>
          <TraceShape tone="statement" className={styles.shape} />
          <div className={styles.content}>
            <p className={styles.words}>
              <TextLink href={to.statement(row.id)}>{row.text}</TextLink>
            </p>
            <p className={styles.where}>
              {row.occurrences.length === 0
                ? t("nowhere")
                : row.occurrences
                    .map((place) =>
                      t("place", { number: place.number, consultation: place.consultationTitle }),
                    )
                    .join(" · ")}
            </p>
            <ReactionCounts counts={row.counts} />
          </div>
        </li>
      ))}
    </ol>
  );
}
