import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { askedBy, filterCount, filtersOf } from "@/components/reactions/address";
import { ManyDone } from "@/components/reactions/many-done";
import { ReactionFilters } from "@/components/reactions/reaction-filters";
import { ReactionList } from "@/components/reactions/reaction-list";
import { SelectionBar } from "@/components/reactions/selection-bar";
import { PageHead } from "@/components/shell/page-head";
import { StatementSection } from "@/components/statements/statement-section";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { reactionNumbers } from "@/domain/coverage/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { filterOptions, searchReactions } from "@/domain/reactions/queries";
import { listStatements } from "@/domain/statements/queries";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reactions"))("title") };
}

export default async function StatementsPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const to = addresses.dossier(scope.slug);
  const filters = filtersOf(query);
  const t = await getTranslations("reactions");
  const [statements, reactions, options, totals] = await Promise.all([
    listStatements(scope, pageOf(query, "statementPage")),
    searchReactions(scope, filters),
    filterOptions(scope, filters),
    reactionNumbers(scope),
  ]);
  const words = await getTranslations("statements");
  const writes = mayWrite(scope);
  const nothing = statements.total === 0 && totals.total === 0;
  const narrowed = filterCount(filters) > 0 || filters.search !== undefined;

  return (
    <>
      <PageHead
        title={t("title")}
        meta={nothing ? null : t("meta", { statements: statements.total, reactions: totals.total })}
        actions={
          writes && !nothing ? (
            <>
              <ButtonLink size="small" href={to.addStatement()}>
                {words("add")}
              </ButtonLink>
              <ButtonLink size="small" variant="primary" href={to.addReaction()}>
                {t("add")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <ManyDone slug={scope.slug} query={query} />
      {nothing ? (
        <EmptyState
          title={t("empty.title")}
          action={
            writes ? (
              <>
                <ButtonLink href={to.sources()} variant="primary">
                  {t("empty.sources")}
                </ButtonLink>
                <ButtonLink href={to.addReaction()}>{t("add")}</ButtonLink>
              </>
            ) : null
          }
        >
          <p>{writes ? t("empty.body") : t("empty.reader")}</p>
        </EmptyState>
      ) : (
        <>
          <StatementSection slug={scope.slug} statements={statements} folded={narrowed} />
          <Section id="reacties" title={t("heading")}>
            <FilterLinks
              label={t("quick.label")}
              items={[
                {
                  href: to.statements({}, "reacties"),
                  label: t("quick.all"),
                  count: totals.total,
                  current: !narrowed,
                },
                {
                  href: to.statements(askedBy({ withoutCoreValue: true }), "reacties"),
                  label: t("quick.withoutCoreValue"),
                  count: totals.withoutCoreValue,
                  current: filters.withoutCoreValue,
                },
                {
                  href: to.statements(askedBy({ withoutGroup: true }), "reacties"),
                  label: t("quick.withoutGroup"),
                  count: totals.withoutGroup,
                  current: filters.withoutGroup,
                },
              ]}
            />
            <ReactionFilters slug={scope.slug} filters={filters} options={options} />
            {reactions.total === 0 ? (
              <EmptyState
                title={t("nothing.title")}
                headingLevel={3}
                action={
                  <ButtonLink href={to.statements({}, "reacties")}>{t("nothing.clear")}</ButtonLink>
                }
              >
                <p>{t("nothing.body")}</p>
              </EmptyState>
            ) : (
              <Stack gap="m">
                {writes ? (
                  <form action={to.code()} className={styles.form}>
                    <p className={styles.count}>{t("list.count", { count: reactions.total })}</p>
                    <ReactionList
                      slug={scope.slug}
                      rows={reactions.rows}
                      selectable
                      chosen={textOf(query, "choose") === "alles"}
                    />
                    <SelectionBar
                      slug={scope.slug}
                      allHref={to.statements({ ...askedBy(filters), choose: "alles" }, "reacties")}
                    >
                      <Button type="submit" variant="primary" size="small">
                        {t("selection.code")}
                      </Button>
                      <Button type="submit" size="small" formAction={to.addRequirement()}>
                        {t("selection.write")}
                      </Button>
                      <Button type="submit" size="small" formAction={to.changeReactions()}>
                        {t("selection.change")}
                      </Button>
                    </SelectionBar>
                  </form>
                ) : (
                  <div>
                    <p className={styles.count}>{t("list.count", { count: reactions.total })}</p>
                    <ReactionList slug={scope.slug} rows={reactions.rows} />
                  </div>
                )}
                <Pagination
                  page={reactions.page}
                  pages={reactions.pages}
                  total={reactions.total}
                  hrefFor={(page) => to.statements(askedBy({ ...filters, page }), "reacties")}
                />
              </Stack>
            )}
          </Section>
        </>
      )}
    </>
  );
}
