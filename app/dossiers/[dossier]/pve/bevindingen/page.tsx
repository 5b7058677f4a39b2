import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, pageOf, type Query } from "@/components/addresses";
import { FindingPageList } from "@/components/findings/finding-page-list";
import { FindingUndo } from "@/components/findings/finding-undo";
import { RuleFilter } from "@/components/findings/rule-filter";
import { nameOf } from "@/components/findings/severity";
import { SpecificationHead } from "@/components/requirements/specification-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { RULE_IDS, SEVERITIES } from "@/domain/checking/model";
import { mayIgnoreFindings } from "@/domain/findings/policy";
import { findingPage } from "@/domain/findings/queries";
import { ignoreFindingAction, showFindingAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("findings");
  return { title: t("title") };
}

/** Other lists than that of what is found in words. */
const SHOWN = ["velden", "genegeerd"] as const;

/** What the checker finds in the whole Programma van Eisen, in the order of the document. */
export default async function FindingsPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("findings");
  const to = addresses.dossier(scope.slug);
  const severity = oneOf(query, "severity", SEVERITIES);
  const rule = oneOf(query, "rule", RULE_IDS);
  const show = oneOf(query, "show", SHOWN);
  const [fields, ignored] = [show === "velden", show === "genegeerd"];
  const asked = { severity, rule, show };
  const filter = { severity, rule, fields, ignored };
  const found = await findingPage(scope, { ...filter, page: pageOf(query) });
  const { sums } = found;
  const all = SEVERITIES.reduce((sum, one) => sum + sums.open[one], 0);
  const acts = mayIgnoreFindings(scope)
    ? {
        ignore: ignoreFindingAction,
        show: showFindingAction,
        hidden: {
          dossier: scope.slug,
          from: to.findings({ ...asked, page: found.page > 1 ? found.page : undefined }),
        },
      }
    : undefined;
  const filtering = Boolean(severity || rule || show);
  const any = all + sums.fields + sums.ignored > 0;
  return (
    <>
      <SpecificationHead
        slug={scope.slug}
        view="findings"
        meta={t("lead", { requirements: sums.requirements, findings: all })}
      />
      <FindingUndo query={query} acts={acts} />
      {any ? (
        <FilterLinks
          label={t("filter.severity")}
          items={[
            {
              href: to.findings({ rule }),
              label: t("filter.all"),
              count: all,
              current: !severity && !show,
            },
            ...SEVERITIES.map((one) => ({
              href: to.findings({ severity: one, rule }),
              label: t(`severities.${nameOf(one)}`),
              count: sums.open[one],
              current: one === severity && !show,
            })),
            {
              href: to.findings({ show: "velden" }),
              label: t("filter.fields"),
              count: sums.fields,
              current: fields,
            },
            {
              href: to.findings({ show: "genegeerd" }),
              label: t("ignored.title"),
              count: sums.ignored,
              current: ignored,
            },
          ]}
        />
      ) : null}
      {sums.rules.length > 1 && !show ? (
        <RuleFilter slug={scope.slug} rules={sums.rules} filter={{ severity, rule, filtering }} />
      ) : null}
      {found.rows.length === 0 ? (
        <EmptyState title={filtering ? t("nothing.title") : t("none.title")}>
          <p>{filtering ? t("nothing.body") : t("none.body")}</p>
        </EmptyState>
      ) : (
        <Stack gap="l">
          <FindingPageList slug={scope.slug} rows={found.rows} filter={filter} acts={acts} />
          <Pagination
            page={found.page}
            pages={found.pages}
            total={found.total}
            hrefFor={(page) => to.findings({ ...asked, page })}
          />
        </Stack>
      )}
    </>
  );
}
