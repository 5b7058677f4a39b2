import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { FlowCompact } from "@/components/overview/flow-compact";
import { FlowPicture } from "@/components/overview/flow-picture";
import { FlowTable } from "@/components/overview/flow-table";
import { NextSteps } from "@/components/overview/next-steps";
import { Groups, Milestones } from "@/components/overview/overview-facts";
import { WayToGo } from "@/components/overview/way-to-go";
import { SuspectNote } from "@/components/sources/suspect-note";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Grid } from "@/components/ui/stack";
import { coverage } from "@/domain/coverage/queries";
import { gapCount, nextSteps } from "@/domain/coverage/rules";
import { mayWrite } from "@/domain/dossiers/policy";
import { flowCounts, overviewFacts } from "@/domain/overview/queries";
import { flowOf, shortKeys } from "@/domain/overview/rules";
import { suspectSums } from "@/domain/trace/queries";

type Props = { params: Promise<{ dossier: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("overview");
  return { title: t("pageTitle", { title: scope.title }) };
}

export default async function OverviewPage({ params }: Props) {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("overview");
  const [counted, counts, facts, suspect] = await Promise.all([
    coverage(scope),
    flowCounts(scope),
    overviewFacts(scope),
    suspectSums(scope),
  ]);
  const to = addresses.dossier(scope.slug);
  const author = mayWrite(scope);
  const flow = shortKeys(flowOf(counts, counted.reactions.unused));
  const steps = nextSteps(counted);
  const gaps = gapCount(counted);
  const empty = flow.nodes.length === 0;
  return (
    <>
      <PageTitle
        eyebrow={facts.contractingAuthority}
        title={scope.title}
        lead={facts.subject || undefined}
        actions={<ButtonLink href={to.settings()}>{t("settings")}</ButtonLink>}
      />
      <SuspectNote slug={scope.slug} sums={suspect} />
      {empty ? (
        <WayToGo slug={scope.slug} started={counted.sources.total > 0} mayWrite={author} />
      ) : null}
      {steps.length > 0 && !(empty && counted.sources.total === 0) ? (
        <Section id="nu" title={author ? t("next.heading") : t("next.headingReviewer")}>
          <NextSteps steps={steps} slug={scope.slug} />
        </Section>
      ) : null}
      {empty ? null : (
        <Section
          id="weg"
          title={t("flow.title")}
          lead={t("flow.lead")}
          actions={
            gaps > 0 ? (
              <TextLink href={to.accountability()}>{t("flow.gaps", { count: gaps })}</TextLink>
            ) : undefined
          }
        >
          <FlowPicture flow={flow} slug={scope.slug} />
          <FlowCompact flow={flow} slug={scope.slug} />
          <FlowTable flow={flow} slug={scope.slug} />
        </Section>
      )}
      <Grid min="l">
        {/* A part each, so that the shorter of the two is not stretched. */}
        <div>
          <Section id="planning" title={t("planning.title")}>
            <Milestones milestones={facts.milestones} slug={scope.slug} mayWrite={author} />
          </Section>
        </div>
        <div>
          <Section
            id="groepen"
            title={t("groups.title")}
            lead={
              counted.groups.expected > 0
                ? t("groups.heard", {
                    heard: counted.groups.heard,
                    expected: counted.groups.expected,
                  })
                : undefined
            }
          >
            <Groups groups={facts.groups} slug={scope.slug} mayWrite={author} />
          </Section>
        </div>
      </Grid>
    </>
  );
}
