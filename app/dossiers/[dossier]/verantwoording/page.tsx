import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, pageOf, type Query, textOf } from "@/components/addresses";
import { CoverageSums } from "@/components/coverage/coverage-sums";
import { GapFilters } from "@/components/coverage/gap-filters";
import { GapTable } from "@/components/coverage/gap-table";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { GAP_LISTS, type GapList, OF_REACTIONS } from "@/domain/coverage/model";
import { coverage, gapFilters, gaps } from "@/domain/coverage/queries";
import { countOfList, firstList } from "@/domain/coverage/rules";
import { mayWrite } from "@/domain/dossiers/policy";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("coverage");
  return { title: t("pageTitle", { title: scope.title }) };
}

export default async function AccountabilityPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("coverage");
  const counted = await coverage(scope);
  const list: GapList = oneOf(query, "list", GAP_LISTS) ?? firstList(counted);
  const ofReactions = OF_REACTIONS.includes(list);
  const consultationId = ofReactions ? textOf(query, "consultation") || undefined : undefined;
  const groupId = ofReactions ? textOf(query, "group") || undefined : undefined;
  const [found, choices] = await Promise.all([
    gaps(scope, list, { consultationId, groupId }, pageOf(query)),
    ofReactions ? gapFilters(scope) : null,
  ]);
  const to = addresses.dossier(scope.slug);
  const filtered = Boolean(consultationId || groupId);
  return (
    <>
      <PageHead
        title={t("title")}
        meta={t("lead")}
        actions={
          counted.reactions.total > 0 ? (
            <ButtonLink size="small" variant="primary" href={to.answering()}>
              {t("answer")}
            </ButtonLink>
          ) : null
        }
      />
      <CoverageSums coverage={counted} slug={scope.slug} />
      <Section id="lijst" title={t("lists")}>
        <FilterLinks
          label={t("chooseList")}
          items={GAP_LISTS.map((name) => ({
            href: to.accountability({ list: name }, "lijst"),
            label: t(`list.${name}.name`),
            count: countOfList(counted, name),
            current: name === list,
          }))}
        />
        {choices ? (
          <GapFilters
            slug={scope.slug}
            list={list}
            choices={choices}
            chosen={{ consultationId, groupId }}
          />
        ) : null}
        <GapTable
          list={list}
          rows={found.rows}
          total={found.total}
          slug={scope.slug}
          filtered={filtered}
          mayWrite={mayWrite(scope)}
        />
        <Pagination
          page={found.page}
          pages={found.pages}
          total={found.total}
          hrefFor={(page) =>
            to.accountability({ list, consultation: consultationId, group: groupId, page }, "lijst")
          }
        />
      </Section>
    </>
  );
}
