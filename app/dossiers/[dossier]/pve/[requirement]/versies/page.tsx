import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, type Parameter, type Query, wholeOf } from "@/components/addresses";
import { RequirementHead } from "@/components/requirements/requirement-head";
import { VersionDiff } from "@/components/requirements/version-diff";
import { VersionList } from "@/components/requirements/version-list";
import { Section } from "@/components/ui/card";
import { Paragraph } from "@/components/ui/text";
import { formatMoment } from "@/domain/kernel/dates";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { getVersion, listVersions } from "@/domain/requirements/queries";
import { requirementOf } from "../_requirement";

interface Props {
  params: Promise<{ dossier: string; requirement: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, requirement } = await params;
  const t = await getTranslations("requirements");
  const { code } = await requirementOf(await requireDossier(dossier), requirement);
  return { title: t("versions.title", { code }) };
}

/** The history of a requirement, and the words that changed between two versions. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const { dossier, requirement } = await params;
  const scope = await requireDossier(dossier);
  const query = await searchParams;
  const view = await requirementOf(scope, requirement);
  const t = await getTranslations("requirements");
  const locale = await getLocale();
  const to = addresses.dossier(scope.slug);
  const versions = await listVersions(scope, view.id);
  const numbers = versions.map(({ n }) => n);
  const chosen = (name: Parameter, fallback: number) => {
    const n = wholeOf(query, name);
    return n !== null && numbers.includes(n) ? n : fallback;
  };
  const after = chosen("to", view.lockVersion);
  const before = chosen("from", Math.max(1, after - 1));
  const pair =
    before === after
      ? null
      : await Promise.all([
          getVersion(scope, view.id, Math.min(before, after)),
          getVersion(scope, view.id, Math.max(before, after)),
        ]);
  return (
    <>
      <RequirementHead slug={scope.slug} requirement={view} view="versions" />
      <Section
        id="verschil"
        title={pair ? t("diff.title", { from: pair[0].n, to: pair[1].n }) : t("diff.titleOne")}
      >
        {pair ? (
          <VersionDiff before={pair[0]} after={pair[1]} />
        ) : (
          <Paragraph muted>{t("diff.onlyOne")}</Paragraph>
        )}
      </Section>
      <Section id="versies" title={t("versions.all")}>
        <VersionList
          here={to.versions(view.id)}
          versions={versions.map((version) => ({
            ...version,
            moment: formatMoment(version.createdAt, locale),
          }))}
          before={Math.min(before, after)}
          after={Math.max(before, after)}
          restoreHref={
            versions.length > 1 && mayWriteRequirements(scope) && !view.droppedAt
              ? (n) => to.changeRequirement(view.id, { from: n })
              : undefined
          }
        />
      </Section>
    </>
  );
}
