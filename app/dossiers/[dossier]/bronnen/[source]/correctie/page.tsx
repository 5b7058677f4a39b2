import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { MakeVersion } from "@/components/corrections/make-version";
import { ProposalList } from "@/components/corrections/proposal-list";
import { RoundState } from "@/components/corrections/round-state";
import { StartRound } from "@/components/corrections/start-round";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayHaveCorrected } from "@/domain/corrections/policy";
import { correctedBlocks, roundOf } from "@/domain/corrections/queries";
import { inDays } from "@/domain/kernel/dates";
import { getSource } from "@/domain/sources/queries";
import { requireStanding } from "../standing";
import { decide, make, start, undecide } from "./actions";

type Props = {
  params: Promise<{ dossier: string; source: string }>;
  searchParams: Promise<Query>;
};

/** Days that attendees get when nobody chooses another. */
const USUAL_DAYS = 14;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("corrections"))("pageTitle") };
}

/** What those who were there propose to change in a text, and what the author decides of it. */
export default async function CorrectionsPage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const scope = await requireDossier(dossier);
  await requireStanding(scope, id);
  const source = await gate(getSource(scope, id));
  const round = await roundOf(scope, source.id);
  const t = await getTranslations("corrections");
  const to = addresses.dossier(scope.slug);
  const writes = mayHaveCorrected(scope);
  // The round of an older version is only looked at; the newest can have one of its own.
  const begins = round?.n !== source.newest;
  const adopted = source.adopted?.n === source.newest;
  const blocks = round ? await correctedBlocks(scope, round, pageOf(await searchParams)) : null;
  const decides = writes && round !== null && !["made", "newer"].includes(round.closed ?? "");
  const { open = 0, accepted = 0, rejected = 0 } = round ?? {};
  const sums = { open, accepted, rejected };
  const acts = {
    decide: decide.bind(null, scope.slug, source.id),
    undecide: undecide.bind(null, scope.slug, source.id),
  };
  const pages = (below: boolean) =>
    blocks ? (
      <Pagination
        below={below}
        page={blocks.page}
        pages={blocks.pages}
        total={blocks.total}
        hrefFor={(page) => to.corrections(source.id, { page }, "voorstellen")}
      />
    ) : null;
  return (
    <>
      <PageHead
        back={{ href: to.sourceVersions(source.id), label: source.title }}
        title={t("pageTitle")}
        meta={t("round.version", { n: round?.n ?? source.newest })}
        actions={
          round ? (
            <ButtonLink
              href={to.attendees(source.id)}
              size="small"
              variant={round.attendees.length === 0 ? "primary" : "secondary"}
            >
              {t("round.people")}
            </ButtonLink>
          ) : null
        }
      />
      <Stack gap="l">
        {begins ? (
          adopted ? (
            <Paragraph>{t("start.adopted", { n: source.newest })}</Paragraph>
          ) : writes ? (
            <StartRound
              source={source}
              closesOn={inDays(USUAL_DAYS)}
              action={start.bind(null, scope.slug)}
            />
          ) : (
            <Paragraph>{t("start.reader")}</Paragraph>
          )
        ) : null}
        {round && blocks ? (
          <>
            <RoundState round={round} />
            <Section
              id="voorstellen"
              title={t("list.title")}
              lead={blocks.total > 0 ? t("list.sums", sums) : undefined}
            >
              {blocks.total === 0 ? (
                <EmptyState title={t("list.emptyTitle")} headingLevel={3}>
                  {round.closed ? t("list.emptyOver") : t("list.empty")}
                </EmptyState>
              ) : (
                <ClientMessages namespaces={[]}>
                  {pages(false)}
                  <ProposalList
                    slug={scope.slug}
                    source={source}
                    round={round}
                    blocks={blocks.rows}
                    page={blocks.page}
                    acts={decides ? acts : undefined}
                  />
                  {pages(true)}
                </ClientMessages>
              )}
            </Section>
            {decides && blocks.total > 0 && round.closed !== "adopted" ? (
              <ClientMessages namespaces={[]}>
                <MakeVersion round={round} action={make.bind(null, scope.slug, source.id)} />
              </ClientMessages>
            ) : null}
          </>
        ) : null}
      </Stack>
    </>
  );
}
