import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { SelectionBar } from "@/components/reactions/selection-bar";
import { SpecificationHead } from "@/components/requirements/specification-head";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/components/ui/form-state";
import { Pagination } from "@/components/ui/pagination";
import type { FindingSums } from "@/domain/findings/model";
import {
  MAX_CHOSEN,
  type TablePage as Page,
  type TableColumn,
  type TableFilter,
} from "@/domain/table/model";
import { askedBy, narrowedBy } from "./address";
import { ColumnChoice } from "./column-choice";
import { RequirementTable } from "./requirement-table";
import styles from "./table.module.css";
import { TableFilters } from "./table-filters";

/** The form that the boxes before the rows belong to. */
const BOXES = "gekozen";

/** The table with what narrows it, or why there is nothing in it. */
export function TablePage({
  slug,
  mayWrite,
  chapters,
  table,
  filter,
  columns,
  findings,
  opened,
  ticked,
  actions,
}: {
  slug: string;
  mayWrite: boolean;
  chapters: { id: string; number: number; title: string }[];
  table: Page;
  filter: TableFilter;
  columns: readonly TableColumn[];
  findings: Record<string, FindingSums["open"]>;
  opened?: string;
  /** All boxes are ticked. */
  ticked: boolean;
  actions: { columns: FormAction; cell: FormAction };
}) {
  const t = useTranslations("table");
  const words = useTranslations("requirements");
  const to = addresses.dossier(slug);
  const narrowed = narrowedBy(filter) > 0 || filter.search !== undefined;
  return (
    <ClientMessages
      namespaces={[
        ...(["table", "kinds", "review.state", "requirements.count"] as const),
        ...(["requirements.trace", "requirements.noSource", "requirements.withoutSource"] as const),
      ]}
    >
      <SpecificationHead
        slug={slug}
        view="table"
        meta={
          table.all > 0
            ? t("found", {
                total: table.total,
                all: table.all,
                narrowed: narrowed ? "yes" : "no",
              })
            : null
        }
        actions={
          mayWrite && table.all > 0 ? (
            <ButtonLink
              href={to.addRequirement({ chapter: filter.chapterId })}
              variant="primary"
              size="small"
            >
              {words("add")}
            </ButtonLink>
          ) : null
        }
      />
      {table.all === 0 ? (
        <EmptyState title={t("none.title")}>
          <p>{t("none.body")}</p>
          {mayWrite ? (
            <p>
              <ButtonLink href={to.addRequirement()} variant="primary">
                {t("none.add")}
              </ButtonLink>
            </p>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <div className={styles.tools}>
            <TableFilters slug={slug} filter={filter} chapters={chapters} />
            <ColumnChoice action={actions.columns} shown={columns} />
          </div>
          {table.total === 0 ? (
            <EmptyState
              title={t("nothing.title")}
              action={<ButtonLink href={to.table()}>{t("nothing.clear")}</ButtonLink>}
            >
              <p>{t("nothing.body")}</p>
            </EmptyState>
          ) : (
            <>
              <RequirementTable
                // Another page or order has other cells; nothing of it stays open.
                key={JSON.stringify([askedBy(filter), opened])}
                slug={slug}
                rows={table.rows}
                columns={columns}
                filter={filter}
                findings={findings}
                action={mayWrite ? actions.cell : undefined}
                opened={opened}
                boxes={mayWrite ? BOXES : undefined}
                ticked={ticked}
              />
              {mayWrite ? (
                <form id={BOXES} className={styles.boxes} action={to.changeTable()}>
                  <SelectionBar
                    slug={slug}
                    what="requirement"
                    label={t("selection.label")}
                    max={MAX_CHOSEN}
                    allHref={to.table({ ...askedBy(filter), choose: "alles" })}
                  >
                    <Button type="submit" variant="primary" size="small">
                      {t("selection.change")}
                    </Button>
                  </SelectionBar>
                </form>
              ) : null}
              <Pagination
                {...table}
                hrefFor={(page) => to.table(askedBy({ ...filter, page }))}
                below
              />
            </>
          )}
        </>
      )}
    </ClientMessages>
  );
}
