import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addressOf, pageOf, type Query, textOf } from "@/app/_lib/params";
import { requireDossier } from "@/app/_lib/session";
import { CoverageSums } from "@/components/coverage/coverage-sums";
import { GapFilters } from "@/components/coverage/gap-filters";
import { GapTable } from "@/components/coverage/gap-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { GAP_LISTS, type GapList } from "@/domain/coverage/model";
import { coverage, gapFilters, gaps } from "@/domain/coverage/queries";
import { countOfList, firstList } from "@/domain/coverage/rules";
import { mayWrite } from "@/domain/dossiers/policy";

type Props = { params: Promise<{ dossier: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("accountability");
  return { title: t("pageTitle", { title: scope.title }) };
}

export default async function AccountabilityPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const t = await getTranslations("accountability");
  const counted = await coverage(scope);
  const asked = textOf(query.lijst);
  const list: GapList = GAP_LISTS.find((name) => name === asked) ?? firstList(counted);
  const ofReactions = list === "reacties-niet-gecodeerd" || list === "reacties-zonder-gebruik";
  const consultationId = ofReactions ? textOf(query.consultatie) || undefined : undefined;
  const groupId = ofReactions ? textOf(query.groep) || undefined : undefined;
  const [found, choices] = await Promise.all([
    gaps(scope, list, { consultationId, groupId }, pageOf(query.pagina)),
    ofReactions ? gapFilters(scope) : null,
  ]);
  const base = `/dossiers/${scope.slug}`;
  const here = `${base}/verantwoording`;
  const filtered = Boolean(consultationId || groupId);
  return (
    <>
      <Breadcrumb items={[{ label: scope.title, href: base }, { label: t("title") }]} />
      <PageTitle title={t("title")} lead={t("lead")} />
      <CoverageSums coverage={counted} here={here} />
      <Section id="lijst" title={t("lists")}>
        <FilterLinks
          label={t("chooseList")}
          items={GAP_LISTS.map((name) => ({
            href: `${here}?lijst=${name}#lijst`,
            label: t(`list.${name}.name`),
            count: countOfList(counted, name),
            current: name === list,
          }))}
        />
        {choices ? (
          <GapFilters
            action={here}
            list={list}
            choices={choices}
            chosen={{ consultationId, groupId }}
          />
        ) : null}
        <GapTable
          list={list}
          rows={found.rows}
          total={found.total}
          base={base}
          filtered={filtered}
          mayWrite={mayWrite(scope)}
        />
        <Pagination
          page={found.page}
          pages={found.pages}
          total={found.total}
          hrefFor={(page) =>
            `${addressOf(here, {
              lijst: list,
              consultatie: consultationId,
              groep: groupId,
              pagina: page,
            })}#lijst`
          }
        />
      </Section>
    </>
  );
}
