import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Paragraph } from "@/components/ui/text";
import type { CoreValueDetail } from "@/domain/core-values/model";
import { formatMoment } from "@/domain/kernel/dates";
import { CodedWords } from "./coding-list";
import styles from "./removed-codings.module.css";

type Row = CoreValueDetail["removed"][number];

/** What was taken away, by whom and why, with the way back. */
export function RemovedCodings({
  slug,
  rows,
  putBack,
}: {
  slug: string;
  rows: Row[];
  /** Left out for who may not write. */
  putBack?: (row: Row) => FormAction;
}) {
  const t = useTranslations("coreValues");
  const language = useLocale();
  if (rows.length === 0) return null;
  return (
    <Section id="weggehaald" title={t("detail.removed", { count: rows.length })}>
      <ul className={styles.list}>
        {rows.map((row) => {
          const moment = formatMoment(row.removedAt, language);
          return (
            <li key={row.id} className={styles.item}>
              <CodedWords slug={slug} row={row} />
              <Paragraph small muted>
                {row.removedBy
                  ? t("codings.removed", { moment, name: row.removedBy })
                  : t("codings.removedUnnamed", { moment })}
                {row.removedReason
                  ? ` ${t("versions.reason", { reason: row.removedReason })}`
                  : null}
              </Paragraph>
              {putBack ? (
                <ActionForm
                  name={null}
                  action={putBack(row)}
                  submitLabel={t("codings.restore")}
                  submitVariant="secondary"
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
