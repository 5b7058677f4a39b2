import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { CodingActions } from "@/components/core-values/coding-actions";
import { CodingDone } from "@/components/core-values/coding-done";
import { CodingList } from "@/components/core-values/coding-list";
import { ExampleWords } from "@/components/core-values/example-words";
import { RemovedCodings } from "@/components/core-values/removed-codings";
import { SpreadOverview } from "@/components/core-values/spread";
import { VersionList } from "@/components/core-values/version-list";
import { askedBy } from "@/components/reactions/address";
import { RequirementTags } from "@/components/reactions/tags";
import { PageHead } from "@/components/shell/page-head";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Cluster, Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { Unfold } from "@/components/ui/unfold";
import { codingsOf, getCoreValue } from "@/domain/core-values/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { suspectAmong } from "@/domain/trace/queries";
import { example, putBack, takeAway } from "../actions";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ dossier: string; coreValue: string }>;
  searchParams: Promise<Query>;
}

/** The title and the page both need it: asked once per request. */
const coreValueOnce = cache((...asked: Parameters<typeof getCoreValue>) =>
  gate(getCoreValue(...asked)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, coreValue } = await params;
  const { number, name } = await coreValueOnce(await requireDossier(dossier), coreValue);
  return { title: `K-${number} ${name}` };
}

export default async function CoreValuePage({ params, searchParams }: Props) {
  const { dossier, coreValue: id } = await params;
  const scope = await requireDossier(dossier);
  const coreValue = await coreValueOnce(scope, id);
  const query = await searchParams;
  const codings = await codingsOf(scope, id, pageOf(query));
  const suspect = await suspectAmong(scope, "coreValue", [id]);
  const passages = codings.rows.flatMap(({ passageId }) => passageId ?? []);
  const marks = await suspectAmong(scope, "passage", suspect.size > 0 ? passages : []);
  const t = await getTranslations("coreValues");
  const to = addresses.dossier(scope.slug);
  const writes = mayWrite(scope);
  const more = (
    <>
      <ButtonLink
        size="small"
        href={to.statements(askedBy({ withoutCoreValue: true }), "reacties")}
      >
        {t("detail.moreReactions")}
      </ButtonLink>
      <ButtonLink size="small" href={to.sources()}>
        {t("detail.moreSources")}
      </ButtonLink>
    </>
  );
  return (
    <>
      <PageHead
        back={{ href: to.coreValues(), label: t("title") }}
        marks={<Badge tone="coreValue">K-{coreValue.number}</Badge>}
        title={coreValue.name}
        meta={<SuspectBadge marks={suspect.get(id)} href={to.overview({}, "gewijzigd")} />}
        actions={
          writes ? (
            <>
              <ButtonLink size="small" href={to.changeCoreValue(id)}>
                {t("detail.change")}
              </ButtonLink>
              <ButtonLink
                size="small"
                href={to.addRequirement({ coreValue: id })}
                variant="primary"
              >
                {t("detail.requirement")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <CodingDone slug={scope.slug} query={query} />
      <Columns
        aside={
          <Stack gap="l">
            <Card title={t("detail.spread")}>
              <SpreadOverview coreValue={coreValue} />
            </Card>
            <Card tone="requirement" title={t("detail.requirements")}>
              {coreValue.requirements.length > 0 ? (
                <RequirementTags slug={scope.slug} tags={coreValue.requirements} />
              ) : (
                <Paragraph muted>{t("detail.noRequirements")}</Paragraph>
              )}
            </Card>
          </Stack>
        }
      >
        <Stack gap="l">
          {coreValue.definition ? (
            <Paragraph lead>{coreValue.definition}</Paragraph>
          ) : writes ? (
            <Paragraph muted>{t("detail.noDefinition")}</Paragraph>
          ) : null}
          {coreValue.rule || writes ? (
            <Section id="regel" title={t("detail.rule")}>
              {coreValue.rule ? (
                <Paragraph className={styles.rule}>{coreValue.rule}</Paragraph>
              ) : (
                <Paragraph muted>{t("detail.noRule")}</Paragraph>
              )}
            </Section>
          ) : null}
          <ExampleWords
            slug={scope.slug}
            words={coreValue.example}
            takeOff={writes ? example.bind(null, scope.slug, id, null) : undefined}
          />
          <Section id="woorden" title={t("detail.words")}>
            {codings.total === 0 ? (
              <EmptyState
                title={t("detail.noWords")}
                headingLevel={3}
                action={writes ? more : null}
              >
                <p>{t("detail.noWordsBody")}</p>
              </EmptyState>
            ) : (
              <>
                <CodingList
                  slug={scope.slug}
                  rows={codings.rows}
                  marks={marks}
                  exampleId={coreValue.example?.passageId ?? null}
                  actionsFor={(row) =>
                    writes ? (
                      <CodingActions
                        codingId={row.id}
                        takeAway={takeAway.bind(null, scope.slug, row.id)}
                        makeExample={
                          row.passageId && row.passageId !== coreValue.example?.passageId
                            ? example.bind(null, scope.slug, id, row.passageId)
                            : undefined
                        }
                      />
                    ) : null
                  }
                />
                <Pagination
                  page={codings.page}
                  pages={codings.pages}
                  total={codings.total}
                  hrefFor={(page) => to.coreValue(id, { page }, "woorden")}
                />
                {writes ? (
                  <Cluster>
                    <span>{t("detail.more")}:</span>
                    {more}
                  </Cluster>
                ) : null}
              </>
            )}
          </Section>
          <RemovedCodings
            slug={scope.slug}
            rows={coreValue.removed}
            putBack={writes ? (row) => putBack.bind(null, scope.slug, row.id) : undefined}
          />
          {coreValue.versions.length > 1 ? (
            <Unfold label={t("detail.versions", { count: coreValue.versions.length - 1 })}>
              <VersionList
                versions={coreValue.versions}
                restoreHref={
                  mayWrite(scope) ? (n) => to.changeCoreValue(coreValue.id, { from: n }) : undefined
                }
              />
            </Unfold>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
}
