import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query, textOf, wholeOf } from "@/components/addresses";
import { FindingSection } from "@/components/findings/finding-section";
import { FindingUndo } from "@/components/findings/finding-undo";
import { askedBy, filtersOf } from "@/components/reactions/address";
import { ReactionList } from "@/components/reactions/reaction-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Occurrences } from "@/components/statements/occurrences";
import { PutForm } from "@/components/statements/put-form";
import { ReactionCounts } from "@/components/statements/reaction-counts";
import { Words } from "@/components/text/words";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { Paragraph } from "@/components/ui/text";
import { Unfold } from "@/components/ui/unfold";
import { REACTION_KINDS } from "@/db/vocabulary";
import { consultationOptions } from "@/domain/consultations/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { mayIgnoreFindings } from "@/domain/findings/policy";
import { statementFindings } from "@/domain/findings/queries";
import { searchReactions } from "@/domain/reactions/queries";
import { getStatement } from "@/domain/statements/queries";
import { ignoreFindingAction, showFindingAction } from "../../pve/bevindingen/actions";
import { explain, put, takeOut } from "../actions";

interface Props {
  params: Promise<{ dossier: string; statement: string }>;
  searchParams: Promise<Query>;
}

/** The title and the page both need it: asked once per request. */
const statementOnce = cache((...asked: Parameters<typeof getStatement>) =>
  gate(getStatement(...asked)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, statement } = await params;
  const scope = await requireDossier(dossier);
  return { title: (await statementOnce(scope, statement)).text };
}

export default async function StatementPage({ params, searchParams }: Props) {
  const { dossier, statement: id } = await params;
  const scope = await requireDossier(dossier);
  const statement = await statementOnce(scope, id);
  const query = await searchParams;
  const { kind } = filtersOf(query);
  const made = wholeOf(query, "made");
  const reactions = await searchReactions(scope, {
    statementId: id,
    kind,
    sort: "consultation",
    page: pageOf(query),
  });
  const t = await getTranslations("statements");
  const names = await getTranslations("reactions");
  const kinds = await getTranslations("kinds");
  const to = addresses.dossier(scope.slug);
  const writes = mayWrite(scope);
  const findings = await statementFindings(scope, id);
  const acts = mayIgnoreFindings(scope)
    ? {
        ignore: ignoreFindingAction,
        show: showFindingAction,
        hidden: { dossier: scope.slug, statementId: id, from: to.statement(id) },
      }
    : undefined;
  const present = REACTION_KINDS.filter((one) => statement.counts.kinds[one]);
  return (
    <>
      <PageHead
        back={{ href: to.statements(), label: names("title") }}
        marks={<Badge tone="statement">{t("detail.eyebrow")}</Badge>}
        title={statement.text}
        actions={
          writes ? (
            <>
              <ButtonLink size="small" href={to.changeStatement(id)}>
                {t("detail.change")}
              </ButtonLink>
              <ButtonLink size="small" variant="primary" href={to.addReaction({ statement: id })}>
                {t("detail.addReaction")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {textOf(query, "added") ? (
        <Alert tone="ok" role="status">
          {t("detail.added")}
        </Alert>
      ) : null}
      {made ? (
        <Alert tone="ok" role="status">
          {t("put.done", { number: made })}
        </Alert>
      ) : null}
      <FindingUndo query={query} acts={acts} />
      <FindingSection text={findings} acts={acts} />
      <Section id="toelichting" title={t("detail.explanation")}>
        {statement.explanation ? (
          <Paragraph>
            <Words text={statement.explanation} />
          </Paragraph>
        ) : (
          <Paragraph muted>{t("detail.noExplanation")}</Paragraph>
        )}
      </Section>
      <Section id="voorgelegd" title={t("detail.where")}>
        {statement.occurrences.length > 0 ? (
          <ClientMessages namespaces={writes ? ["editor"] : []}>
            <Occurrences
              slug={scope.slug}
              places={statement.occurrences}
              actions={
                writes
                  ? {
                      lockVersion: statement.lockVersion,
                      takeOut: takeOut.bind(null, scope.slug, id),
                      explain: explain.bind(null, scope.slug, id),
                    }
                  : undefined
              }
            />
          </ClientMessages>
        ) : (
          <Paragraph muted>{t("detail.nowhere")}</Paragraph>
        )}
        {writes ? (
          <Unfold label={t("put.title")}>
            <Paragraph>{t("put.lead")}</Paragraph>
            <PutForm
              action={put.bind(null, scope.slug, id)}
              consultations={(await consultationOptions(scope)).filter(
                (one) => !statement.occurrences.some((place) => place.consultationId === one.id),
              )}
            />
          </Unfold>
        ) : null}
      </Section>
      <Section
        id="reacties"
        title={t("detail.reactions")}
        lead={<ReactionCounts counts={statement.counts} />}
      >
        {statement.counts.total === 0 ? (
          <EmptyState title={t("detail.noReactions")} headingLevel={3}>
            <p>{t("detail.noReactionsBody")}</p>
          </EmptyState>
        ) : (
          <>
            {present.length > 1 ? (
              <FilterLinks
                label={t("detail.kinds")}
                items={[
                  {
                    href: to.statement(id, {}, "reacties"),
                    label: t("detail.all"),
                    count: statement.counts.total,
                    current: kind === undefined,
                  },
                  ...present.map((one) => ({
                    href: to.statement(id, askedBy({ kind: one }), "reacties"),
                    label: kinds(`input.${one}`),
                    count: statement.counts.kinds[one],
                    current: one === kind,
                  })),
                ]}
              />
            ) : null}
            <ReactionList slug={scope.slug} rows={reactions.rows} byConsultation />
            <Pagination
              page={reactions.page}
              pages={reactions.pages}
              total={reactions.total}
              hrefFor={(page) => to.statement(id, askedBy({ kind, page }), "reacties")}
            />
          </>
        )}
      </Section>
    </>
  );
}
