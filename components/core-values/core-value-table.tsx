import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { Badge, TraceShape } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { CoreValueRow, CoreValueSort } from "@/domain/core-values/model";
import { isCommonGround } from "@/domain/core-values/rules";
import type { SourceMarks } from "@/domain/trace/model";
import styles from "./core-value-table.module.css";

/** The kernwaarden of a dossier with how far each reaches, in raw counts. */
export function CoreValueTable({
  slug,
  rows,
  suspect,
  sort,
}: {
  slug: string;
  rows: CoreValueRow[];
  /** Those that rest on words of which the source changed, or was removed. */
  suspect: ReadonlyMap<string, SourceMarks>;
  sort: CoreValueSort;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("coreValues.list");
  return (
    <Table
      caption={t("caption")}
      captionHidden
      stack
      head={
        <Tr>
          <Th
            sortHref={to.coreValues({ order: "nummer" })}
            sort={sort === "number" ? "ascending" : "none"}
          >
            {t("name")}
          </Th>
          <Th
            sortHref={to.coreValues()}
            sort={sort === "spread" ? "descending" : "none"}
            align="end"
          >
            {t("groups")}
          </Th>
          <Th align="end">{t("consultations")}</Th>
          <Th align="end">{t("codings")}</Th>
          <Th align="end">{t("requirements")}</Th>
        </Tr>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id}>
          <Th scope="row" className={styles.name}>
            <span className={styles.title}>
              <TraceShape tone="coreValue" />
              <span className={styles.code}>K-{row.number}</span>
              <TextLink href={to.coreValue(row.id)}>{row.name}</TextLink>
              {isCommonGround(row) ? <Badge tone="ok">{t("common")}</Badge> : null}
              <SuspectBadge
                marks={suspect.get(row.id)}
                href={to.overview({}, "gewijzigd")}
                of={`K-${row.number}`}
              />
            </span>
            <span className={styles.definition}>{row.definition || t("noDefinition")}</span>
          </Th>
          <Td label={t("groups")} align="end">
            {row.groups}
          </Td>
          <Td label={t("consultations")} align="end">
            {row.consultations}
          </Td>
          <Td label={t("codings")} align="end">
            {row.words}
          </Td>
          <Td label={t("requirements")} align="end">
            {row.requirements > 0 ? row.requirements : <span className={styles.zero}>0</span>}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
