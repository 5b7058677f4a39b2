import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, textOf, wholeOf } from "@/components/addresses";
import { CodedWords, CodingList } from "@/components/core-values/coding-list";
import { SpreadOverview } from "@/components/core-values/spread";
import { Unfold } from "@/components/core-values/unfold";
import { VersionList } from "@/components/core-values/version-list";
import { askedBy } from "@/components/reactions/address";
import { RequirementTags } from "@/components/reactions/tags";
import { PlaceLink } from "@/components/text/place-link";
import { WordsInContext } from "@/components/text/words";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { Pagination } from "@/components/ui/pagination";
import { Cluster, Columns, Stack } from "@/components/ui/stack";
import { Paragraph, Quote } from "@/components/ui/text";
import type { CodingRow, CoreValueDetail } from "@/domain/core-values/model";
import { codingsOf, getCoreValue } from "@/domain/core-values/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { formatMoment } from "@/domain/kernel/dates";
import { example, putBack, takeAway } from "../actions";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ dossier: string; coreValue: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, coreValue } = await params;
  const { number, name } = await gate(getCoreValue(await requireDossier(dossier), coreValue));
  return { title: `K-${number} ${name}` };
}

export default async function CoreValuePage({ params, searchParams }: Props) {
  const { dossier, coreValue: id } = await params;
  const scope = await requireDossier(dossier);
  const coreValue = await gate(getCoreValue(scope, id));
  const query = await searchParams;
  const codings = await codingsOf(scope, id, pageOf(query));
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
      <Breadcrumb
        items={[
          { label: scope.title, href: to.overview() },
          { label: t("title"), href: to.coreValues() },
          { label: `K-${coreValue.number}` },
        ]}
      />
      <Done query={query} />
      <PageTitle
        eyebrow={<Badge tone="coreValue">K-{coreValue.number}</Badge>}
        title={coreValue.name}
        lead={coreValue.definition || (writes ? t("detail.noDefinition") : null)}
        actions={
          writes ? (
            <>
              <ButtonLink href={to.addRequirement({ coreValue: id })} variant="primary">
                {t("detail.requirement")}
              </ButtonLink>
              <ButtonLink href={to.changeCoreValue(id)}>{t("detail.change")}</ButtonLink>
            </>
          ) : null
        }
      />
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
          {coreValue.rule || writes ? (
            <Section id="regel" title={t("detail.rule")}>
              {coreValue.rule ? (
                <Paragraph className={styles.rule}>{coreValue.rule}</Paragraph>
              ) : (
                <Paragraph muted>{t("detail.noRule")}</Paragraph>
              )}
            </Section>
          ) : null}
          <Example slug={scope.slug} coreValue={coreValue} writes={writes} />
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
                  exampleId={coreValue.example?.passageId ?? null}
                  actionsFor={(row) =>
                    writes ? (
                      <CodingActions
                        slug={scope.slug}
                        coreValueId={id}
                        row={row}
                        isExample={row.passageId === coreValue.example?.passageId}
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
          <Removed slug={scope.slug} coreValue={coreValue} writes={writes} />
          {coreValue.versions.length > 1 ? (
            <Unfold label={t("detail.versions", { count: coreValue.versions.length - 1 })}>
              <VersionList versions={coreValue.versions} />
            </Unfold>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
}

/** What the page for coding did, told after it sent the reader here; or what could not be done. */
async function Done({ query }: { query: Query }) {
  const t = await getTranslations("coreValues");
  if (textOf(query, "message") === "geweigerd") {
    return (
      <Alert tone="error" role="alert">
        {t("detail.exampleRefused")}
      </Alert>
    );
  }
  const added = wholeOf(query, "coded");
  if (added === null) return null;
  return (
    <Alert tone="ok" role="status">
      {textOf(query, "made")
        ? t("detail.made", { added })
        : t("detail.coded", { added, already: wholeOf(query, "already") ?? 0 })}
    </Alert>
  );
}

async function Example({
  slug,
  coreValue,
  writes,
}: {
  slug: string;
  coreValue: CoreValueDetail;
  writes: boolean;
}) {
  const t = await getTranslations("coreValues");
  const words = coreValue.example;
  // Who cannot choose one is not told to.
  if (!words && !writes) return null;
  return (
    <Section id="voorbeeld" title={t("detail.example")}>
      {words ? (
        <>
          <Quote source={<PlaceLink slug={slug} place={words} />}>
            <WordsInContext {...words} />
          </Quote>
          {writes ? (
            <form action={example.bind(null, slug, coreValue.id, null)}>
              <Button type="submit" variant="subtle" size="small">
                {t("detail.takeOffExample")}
              </Button>
            </form>
          ) : null}
        </>
      ) : (
        <Paragraph muted>{t("detail.noExample")}</Paragraph>
      )}
    </Section>
  );
}

async function CodingActions({
  slug,
  coreValueId,
  row,
  isExample,
}: {
  slug: string;
  coreValueId: string;
  row: CodingRow;
  isExample: boolean;
}) {
  const t = await getTranslations("coreValues");
  return (
    <>
      {row.passageId && !isExample ? (
        <form action={example.bind(null, slug, coreValueId, row.passageId)}>
          <button type="submit" className={styles.quiet}>
            {t("codings.setExample")}
          </button>
        </form>
      ) : null}
      <Unfold label={t("codings.remove")}>
        <ActionForm
          action={takeAway.bind(null, slug, row.id)}
          submitLabel={t("codings.removeSubmit")}
          submitVariant="danger"
        >
          <TextField
            name="reason"
            label={t("codings.removeReason")}
            hint={t("codings.removeHint")}
          />
        </ActionForm>
      </Unfold>
    </>
  );
}

/** What was taken away, by whom and why, with the way back. */
async function Removed({
  slug,
  coreValue,
  writes,
}: {
  slug: string;
  coreValue: CoreValueDetail;
  writes: boolean;
}) {
  if (coreValue.removed.length === 0) return null;
  const t = await getTranslations("coreValues");
  const language = await getLocale();
  return (
    <Section id="weggehaald" title={t("detail.removed", { count: coreValue.removed.length })}>
      <ul className={styles.removed}>
        {coreValue.removed.map((row) => {
          const told = {
            moment: formatMoment(row.removedAt, language),
            reason: row.removedReason,
          };
          return (
            <li key={row.id} className={styles.item}>
              <CodedWords slug={slug} row={row} />
              <Paragraph small muted>
                {row.removedBy
                  ? t("codings.removed", { ...told, name: row.removedBy })
                  : t("codings.removedUnnamed", told)}
              </Paragraph>
              {writes ? (
                <ActionForm
                  action={putBack.bind(null, slug, row.id)}
                  submitLabel={t("codings.restore")}
                  submitVariant="secondary"
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
