import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf, wholeNumber, wholeOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { ConfirmedPart } from "@/components/splitting/confirmed-part";
import { LongWords } from "@/components/splitting/long-words";
import { SegmentForms } from "@/components/splitting/segment-forms";
import { SegmentList } from "@/components/splitting/segment-list";
import { Workbench } from "@/components/splitting/workbench";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { PAGE_SIZE } from "@/domain/splitting/model";
import { maySplit } from "@/domain/splitting/policy";
import {
  confirmedPart,
  neighboursOf,
  openWorkbench,
  reactionsMade,
} from "@/domain/splitting/queries";
import { change, changeByForm, undo } from "../actions";

interface Props {
  params: Promise<{ dossier: string; source: string; n: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("splitting");
  return { title: t("bench.metaTitle", { n: (await params).n }) };
}

/** The workbench of one document in a source. */
export default async function WorkbenchPage({ params, searchParams }: Props) {
  const { dossier, source: sourceId, n: number } = await params;
  const query = await searchParams;
  const scope = await requireDossier(dossier);
  const n = wholeNumber(number) ?? notFound();
  const onlyOpen = textOf(query, "show") === "open";
  const firstOpen = textOf(query, "segment") === "open";
  const bench = await gate(
    openWorkbench(scope, sourceId, n, {
      page: wholeOf(query, "page") ?? 1,
      onlyOpen,
      focus: firstOpen ? "firstOpen" : wholeOf(query, "segment"),
    }),
  );
  const { part, segments, progress } = bench;
  const t = await getTranslations("splitting");
  const to = addresses.dossier(dossier);
  const editable = maySplit(scope) && part.confirmedAt === null;
  const around = await neighboursOf(scope, part.id, segments, onlyOpen);
  const pages = (
    <Pagination
      page={bench.page}
      pages={bench.pages}
      total={bench.listed}
      hrefFor={(page) => to.part(sourceId, n, { show: onlyOpen ? "open" : undefined, page })}
    />
  );
  const filters = (
    <FilterLinks
      label={t("bench.filter")}
      items={[
        {
          href: to.part(sourceId, n),
          label: t("bench.all"),
          count: progress.total,
          current: !onlyOpen,
        },
        {
          href: to.part(sourceId, n, { show: "open" }),
          label: t("bench.onlyOpen"),
          count: progress.open,
          current: onlyOpen,
        },
      ]}
    />
  );
  const chosen = segments.find((one) => one.start === bench.focus);
  const hidden = { partId: part.id, lockVersion: part.lockVersion };

  return (
    <ClientMessages namespaces={["splitting", "kinds"]}>
      <PageHead
        back={{ href: to.parts(sourceId), label: bench.source.title }}
        title={<LongWords>{part.title}</LongWords>}
        meta={t("bench.eyebrow", { n, parts: bench.parts })}
      />
      {part.confirmedAt ? (
        <ConfirmedPart
          made={await confirmedPart(scope, sourceId, n)}
          just={textOf(query, "confirmed") !== ""}
          slug={dossier}
          sourceId={sourceId}
          reopenHref={maySplit(scope) ? to.reopenPart(sourceId, n) : null}
        />
      ) : null}
      {!editable && !part.confirmedAt ? <Alert tone="info">{t("bench.readOnly")}</Alert> : null}
      {editable && onlyOpen && segments.length === 0 ? filters : null}
      {segments.length === 0 ? (
        <EmptyState
          title={onlyOpen ? t("bench.nothingOpenTitle") : t("bench.emptyTitle")}
          action={
            editable && progress.total > 0 ? (
              <ButtonLink href={to.confirmPart(sourceId, n)} variant="primary">
                {t("bar.confirm")}
              </ButtonLink>
            ) : undefined
          }
        >
          {onlyOpen ? t("bench.nothingOpen") : t("bench.empty")}
        </EmptyState>
      ) : editable ? (
        <>
          {chosen ? (
            <noscript>
              <SegmentForms
                segment={chosen}
                statements={bench.statements}
                action={changeByForm.bind(null, dossier)}
                hidden={hidden}
              />
            </noscript>
          ) : null}
          <Workbench
            data={{
              partId: part.id,
              lockVersion: part.lockVersion,
              segments,
              progress,
              statements: bench.statements,
              undo: bench.undo,
              ...around,
            }}
            actions={{ change: change.bind(null, dossier), undo: undo.bind(null, dossier) }}
            slug={dossier}
            sourceId={sourceId}
            n={n}
            page={bench.page}
            listed={bench.listed}
            firstIndex={(bench.page - 1) * PAGE_SIZE + 1}
            initial={bench.focus}
            onlyOpen={onlyOpen}
            filters={filters}
            restAction={changeByForm.bind(null, dossier)}
          >
            {pages}
          </Workbench>
        </>
      ) : (
        <>
          <SegmentList
            segments={segments}
            made={
              part.confirmedAt
                ? {
                    reactions: await reactionsMade(scope, sourceId, n),
                    slug: dossier,
                    takeInHref: maySplit(scope)
                      ? (start) => to.takeIn(sourceId, n, { segment: start })
                      : null,
                  }
                : undefined
            }
          />
          {pages}
        </>
      )}
    </ClientMessages>
  );
}
