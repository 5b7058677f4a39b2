import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import type { AuditAct, AuditFilter } from "@/domain/audit/model";
import type { Paged } from "@/domain/kernel/paging";
import { AuditFilters } from "./audit-filters";
import { AuditTable } from "./audit-table";

/** The log, filtered and page by page, and the whole of what is shown as a file. */
export function AuditLog({
  list,
  filter,
  choices,
  href,
  fileHref,
  hrefFor,
  headingLevel,
}: {
  list: Omit<Paged<AuditAct>, "rows"> & { acts: AuditAct[] };
  filter: AuditFilter;
  choices: ComponentProps<typeof AuditFilters>["choices"];
  /** Of the log without filters. */
  href: string;
  fileHref: string;
  hrefFor: (page: number) => string;
  headingLevel: 2 | 3;
}) {
  const t = useTranslations("audit");
  const chosen = Object.values(filter).some(Boolean);
  return (
    <>
      <AuditFilters
        action={href}
        filter={filter}
        choices={choices}
        clearHref={chosen ? href : undefined}
      />
      {list.total === 0 ? (
        <EmptyState
          title={t("nothing")}
          headingLevel={headingLevel}
          action={chosen ? <TextLink href={href}>{t("all")}</TextLink> : null}
        >
          <p>{chosen ? t("nothingFound") : t("nothingYet")}</p>
        </EmptyState>
      ) : (
        <>
          <AuditTable
            acts={list.acts}
            caption={t("count", { count: list.total })}
            where={choices.dossiers !== undefined}
          />
          <ButtonGroup>
            <ButtonLink size="small" href={fileHref} download>
              {t("file.download")}
            </ButtonLink>
          </ButtonGroup>
        </>
      )}
      <Pagination page={list.page} pages={list.pages} total={list.total} hrefFor={hrefFor} />
    </>
  );
}
