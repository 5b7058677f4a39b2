import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { RequirementHead } from "@/components/requirements/requirement-head";
import { ClientMessages } from "@/components/shell/client-messages";
import { SourceProof } from "@/components/trace/source-proof";
import { TracePath } from "@/components/trace/trace-path";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { maySeeNames, mayWrite } from "@/domain/dossiers/policy";
import { formatMoment } from "@/domain/kernel/dates";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { traceOfRequirement } from "@/domain/trace/queries";
import { requirementOf } from "../_requirement";
import { carryAction } from "../actions";

type Props = {
  params: Promise<{ dossier: string; requirement: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, requirement } = await params;
  const scope = await requireDossier(dossier);
  const { code } = await requirementOf(scope, requirement);
  const t = await getTranslations("trace");
  return { title: t("pageTitle", { code }) };
}

export default async function TracePage({ params, searchParams }: Props) {
  const { dossier, requirement } = await params;
  const scope = await requireDossier(dossier);
  const query = await searchParams;
  const via = textOf(query, "via") || undefined;
  const mayChoose = mayWriteRequirements(scope);
  const trace = await gate(
    traceOfRequirement(scope, requirement, { via, page: pageOf(query), propose: mayChoose }),
  );
  const view = await requirementOf(scope, trace.requirement.id);
  const t = await getTranslations("trace");
  const locale = await getLocale();
  const to = addresses.dossier(scope.slug);
  const { code, id, noSourceReason, version, fingerprint, changedAt } = trace.requirement;
  const empty = trace.branches.length === 0;
  return (
    <>
      <RequirementHead slug={scope.slug} requirement={view} view="trace" />
      {empty ? null : <Paragraph>{t("summary", { ...trace.totals })}</Paragraph>}
      {trace.only ? (
        <Alert tone="info">
          {t("onlyBranch", { via: trace.only })}{" "}
          <TextLink href={to.trace(id)}>{t("wholeTrace")}</TextLink>
        </Alert>
      ) : null}
      {empty && noSourceReason ? (
        <Alert tone="ok" title={t("motivated")}>
          {noSourceReason}
        </Alert>
      ) : null}
      {empty && !noSourceReason ? (
        <Alert tone="warning" title={t("nothing")}>
          <Stack gap="s">
            <Paragraph>{t("nothingWhatNow")}</Paragraph>
            {mayWrite(scope) ? (
              <p>
                <ButtonLink href={to.requirement(id)} variant="primary" size="small">
                  {t("link")}
                </ButtonLink>
              </p>
            ) : null}
          </Stack>
        </Alert>
      ) : null}
      <ClientMessages namespaces={["requirements.carry"]}>
        <TracePath trace={trace} slug={scope.slug} carry={mayChoose ? carryAction : undefined} />
      </ClientMessages>
      {trace.sources.length > 0 ? (
        <Section
          id="controleren"
          title={t("proof.title")}
          lead={maySeeNames(scope) ? t("proof.lead") : t("proof.leadOther")}
        >
          <SourceProof sources={trace.sources} slug={scope.slug} seesNames={maySeeNames(scope)} />
          <Paragraph small muted>
            {t("proof.requirement", {
              code,
              version,
              moment: formatMoment(changedAt, locale),
              fingerprint: fingerprint.slice(0, 16),
            })}
          </Paragraph>
        </Section>
      ) : null}
    </>
  );
}
