import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { CoreValueTable } from "@/components/core-values/core-value-table";
import { askedBy } from "@/components/reactions/address";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Paragraph } from "@/components/ui/text";
import { listCoreValues } from "@/domain/core-values/queries";
import { reactionNumbers } from "@/domain/coverage/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { suspectAmong } from "@/domain/trace/queries";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coreValues"))("title") };
}

export default async function CoreValuesPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const sort = textOf(query, "order") === "nummer" ? "number" : "spread";
  const [list, totals] = await Promise.all([
    listCoreValues(scope, { sort, page: pageOf(query) }),
    reactionNumbers(scope),
  ]);
  const suspect = await suspectAmong(
    scope,
    "coreValue",
    list.rows.map(({ id }) => id),
  );
  const t = await getTranslations("coreValues");
  const to = addresses.dossier(scope.slug);
  const open = to.statements(askedBy({ withoutCoreValue: true }), "reacties");
  const writes = mayWrite(scope);
  return (
    <>
      <PageHead
        title={t("title")}
        meta={list.total > 0 ? t("list.meta", { count: list.total }) : null}
        actions={
          writes && list.total > 0 ? (
            <ButtonLink href={open} variant="primary" size="small">
              {t("list.make")}
            </ButtonLink>
          ) : null
        }
      />
      {list.total === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            writes ? (
              <ButtonLink href={to.statements({}, "reacties")} variant="primary">
                {t("empty.action")}
              </ButtonLink>
            ) : null
          }
        >
          <p>{writes ? t("empty.body") : t("empty.reader")}</p>
        </EmptyState>
      ) : (
        <>
          {totals.withoutCoreValue > 0 ? (
            <Alert tone="info">
              {t("list.open", { count: totals.withoutCoreValue })}{" "}
              <TextLink href={open}>{t("list.openLink")}</TextLink>
            </Alert>
          ) : null}
          <CoreValueTable slug={scope.slug} rows={list.rows} suspect={suspect} sort={sort} />
          <Pagination
            page={list.page}
            pages={list.pages}
            total={list.total}
            hrefFor={(page) =>
              to.coreValues({ order: sort === "number" ? "nummer" : undefined, page })
            }
          />
          <Paragraph small muted>
            {t("list.legend")}
          </Paragraph>
        </>
      )}
    </>
  );
}
