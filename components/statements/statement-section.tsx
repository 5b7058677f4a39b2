import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Section } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { Paged } from "@/domain/kernel/paging";
import type { StatementRow } from "@/domain/statements/model";
import { StatementList } from "./statement-list";
import styles from "./statement-section.module.css";

/** The stellingen; folded away while somebody searches in the reactions below. */
export function StatementSection({
  slug,
  statements,
  folded,
}: {
  slug: string;
  statements: Paged<StatementRow>;
  folded: boolean;
}) {
  const words = useTranslations("statements");
  const to = addresses.dossier(slug);
  const list =
    statements.total === 0 ? (
      <Paragraph muted>{words("list.empty")}</Paragraph>
    ) : (
      <Stack gap="m">
        <StatementList slug={slug} rows={statements.rows} />
        <Pagination
          page={statements.page}
          pages={statements.pages}
          total={statements.total}
          hrefFor={(page) => to.statements({ statementPage: page })}
        />
      </Stack>
    );
  if (folded) {
    return (
      <details className={styles.folded}>
        <summary>{words("headingCount", { count: statements.total })}</summary>
        {list}
      </details>
    );
  }
  return (
    <Section id="stellingen" title={words("heading")}>
      {list}
    </Section>
  );
}
