import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import {
  addressOf,
  filterCount,
  filtersOf,
  one,
  pageOf,
  type SearchParams,
} from "@/components/reactions/address";
import { ReactionFilters } from "@/components/reactions/reaction-filters";
import { ReactionList } from "@/components/reactions/reaction-list";
import { SelectionBar } from "@/components/reactions/selection-bar";
import { StatementList } from "@/components/statements/statement-list";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { reactionNumbers } from "@/domain/coverage/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { reactionOptions, searchReactions } from "@/domain/reactions/queries";
import { listStatements } from "@/domain/statements/queries";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reactions"))("title") };
}

export default async function StatementsPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const base = `/dossiers/${scope.slug}`;
  const here = `${base}/stellingen`;
  const filters = filtersOf(query);
  const t = await getTranslations("reactions");
  const [statements, reactions, options, totals] = await Promise.all([
    listStatements(scope, pageOf(query, "stellingpagina")),
    searchReactions(scope, filters),
    reactionOptions(scope),
    reactionNumbers(scope),
  ]);
  const writes = mayWrite(scope);
  const narrowed = filterCount(filters) > 0 || filters.search !== undefined;
  const address = (change: Partial<typeof filters>) =>
    `${here}${addressOf({ ...filters, page: undefined, ...change })}#reacties`;

  return (
    <>
      <Breadcrumb items={[{ label: scope.title, href: base }, { label: t("title") }]} />
      <PageTitle title={t("title")} lead={t("lead")} />
      <GroupDone query={query} />
      {statements.total === 0 && totals.total === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            writes ? (
              <>
                <ButtonLink href={`${base}/bronnen`} variant="primary">
                  {t("empty.sources")}
                </ButtonLink>
                <ButtonLink href={`${base}/reacties/toevoegen`}>{t("add")}</ButtonLink>
              </>
            ) : null
          }
        >
          <p>{writes ? t("empty.body") : t("empty.reader")}</p>
        </EmptyState>
      ) : (
        <>
          <Statements {...{ base, here, statements, writes }} folded={narrowed} />
          <Section
            id="reacties"
            title={t("heading")}
            actions={
              writes ? (
                <ButtonLink size="small" href={`${base}/reacties/toevoegen`}>
                  {t("add")}
                </ButtonLink>
              ) : null
            }
          >
            <FilterLinks
              label={t("quick.label")}
              items={[
                {
                  href: `${here}#reacties`,
                  label: t("quick.all"),
                  count: totals.total,
                  current: !narrowed,
                },
                {
                  href: `${here}?zonder=kernwaarde#reacties`,
                  label: t("quick.withoutCoreValue"),
                  count: totals.withoutCoreValue,
                  current: filters.withoutCoreValue,
                },
                {
                  href: `${here}?groep=geen#reacties`,
                  label: t("quick.withoutGroup"),
                  count: totals.withoutGroup,
                  current: filters.withoutGroup,
                },
              ]}
            />
            <ReactionFilters action={here} filters={filters} options={options} />
            {reactions.total === 0 ? (
              <EmptyState
                title={t("nothing.title")}
                headingLevel={3}
                action={<ButtonLink href={`${here}#reacties`}>{t("nothing.clear")}</ButtonLink>}
              >
                <p>{t("nothing.body")}</p>
              </EmptyState>
            ) : (
              <Stack gap="m">
                {writes ? (
                  <form action={`${base}/kernwaarden/coderen`} className={styles.form}>
                    <p className={styles.count}>{t("list.count", { count: reactions.total })}</p>
                    <ReactionList
                      base={base}
                      rows={reactions.rows}
                      selectable
                      chosen={one(query, "kies") === "alles"}
                    />
                    <SelectionBar
                      label={t("selection.label")}
                      all={t("selection.all")}
                      allHref={withAll(here, addressOf(filters))}
                      chosen={t("selection.chosen")}
                    >
                      <Button type="submit" variant="primary" size="small">
                        {t("selection.code")}
                      </Button>
                      <Button type="submit" size="small" formAction={`${base}/reacties/groep`}>
                        {t("selection.group")}
                      </Button>
                    </SelectionBar>
                  </form>
                ) : (
                  <div>
                    <p className={styles.count}>{t("list.count", { count: reactions.total })}</p>
                    <ReactionList base={base} rows={reactions.rows} />
                  </div>
                )}
                <Pagination
                  page={reactions.page}
                  pages={reactions.pages}
                  total={reactions.total}
                  hrefFor={(page) => address({ page })}
                />
              </Stack>
            )}
          </Section>
        </>
      )}
    </>
  );
}

/** The address of the same list with every box ticked: for who has no JavaScript. */
function withAll(here: string, address: string): string {
  return `${here}${address ? `${address}&` : "?"}kies=alles#reacties`;
}

/** What the page for setting a group did, told after it sent the reader back here. */
async function GroupDone({ query }: { query: SearchParams }) {
  const t = await getTranslations("reactions");
  const count = Number(one(query, "gewijzigd") || Number.NaN);
  if (!Number.isInteger(count) || count < 0) return null;
  return (
    <Alert tone="ok" role="status">
      {t("group.done", { count })}
    </Alert>
  );
}

/** The stellingen; folded away while somebody searches in the reactions below. */
async function Statements({
  base,
  here,
  statements,
  writes,
  folded,
}: {
  base: string;
  here: string;
  statements: Awaited<ReturnType<typeof listStatements>>;
  writes: boolean;
  folded: boolean;
}) {
  const words = await getTranslations("statements");
  const list =
    statements.total === 0 ? (
      <Paragraph muted>{words("list.empty")}</Paragraph>
    ) : (
      <Stack gap="m">
        <StatementList base={base} rows={statements.rows} />
        <Pagination
          page={statements.page}
          pages={statements.pages}
          total={statements.total}
          hrefFor={(page) => `${here}?stellingpagina=${page}`}
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
    <Section
      id="stellingen"
      title={words("heading")}
      actions={
        writes ? (
          <ButtonLink size="small" href={`${base}/stellingen/toevoegen`}>
            {words("add")}
          </ButtonLink>
        ) : null
      }
    >
      {list}
    </Section>
  );
}
