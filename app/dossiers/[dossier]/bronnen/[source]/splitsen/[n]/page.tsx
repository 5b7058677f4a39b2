import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf, wholeNumber, wholeOf } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { ConfirmedPart } from "@/components/splitting/confirmed-part";
import { asked, focusOf, listingOf } from "@/components/splitting/lists";
import { LongWords } from "@/components/splitting/long-words";
import { RangeForm } from "@/components/splitting/range-form";
import { SegmentForms } from "@/components/splitting/segment-forms";
import { SegmentList } from "@/components/splitting/segment-list";
import { Workbench } from "@/components/splitting/workbench";
import { Alert } from "@/components/ui/alert";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { PAGE_SIZE } from "@/domain/splitting/model";
import { maySplit } from "@/domain/splitting/policy";
import {
  chaptersOf,
  confirmedPart,
  neighboursOf,
  openWorkbench,
  reactionsMade,
} from "@/domain/splitting/queries";
import { requireStanding } from "../../standing";
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
  await requireStanding(scope, sourceId);
  const n = wholeNumber(number) ?? notFound();
  const listing = listingOf(query);
  const focus = focusOf(query);
  const bench = await gate(
    openWorkbench(scope, sourceId, n, { page: wholeOf(query, "page") ?? 1, ...listing, focus }),
  );
  const { part, segments, progress } = bench;
  const t = await getTranslations("splitting");
  const to = addresses.dossier(dossier);
  const editable = maySplit(scope) && part.confirmedAt === null;
  const pages = (
    <Pagination
      page={bench.page}
      pages={bench.pages}
      total={bench.listed}
      hrefFor={(page) => to.part(sourceId, n, { ...asked(listing), page })}
    />
  );
  const head = {
    back: { href: to.parts(sourceId), label: t("bench.back") },
    title: <LongWords>{part.title}</LongWords>,
    meta: t("bench.meta", { n, parts: bench.parts, total: progress.total }),
  };

  if (editable && progress.total > 0) {
    const chosen = segments.find((one) => one.start === bench.focus);
    const hidden = { partId: part.id, lockVersion: part.lockVersion };
    const byForm = changeByForm.bind(null, dossier);
    const { statements, groups } = bench;
    return (
      <ClientMessages namespaces={["splitting", "kinds"]}>
        <Workbench
          data={{
            ...hidden,
            ...{ segments, progress, statements, groups, steps: bench.steps },
            defaultGroupId: part.defaultGroupId,
            ...(await neighboursOf(scope, part.id, segments, listing)),
          }}
          actions={{ change: change.bind(null, dossier), undo: undo.bind(null, dossier) }}
          place={{
            ...{ slug: dossier, sourceId, n, page: bench.page, listing },
            ...{ starts: bench.starts, initial: bench.focus },
          }}
          numbers={bench.numbers}
          listed={bench.listed}
          firstIndex={(bench.page - 1) * PAGE_SIZE + 1}
          chapters={await chaptersOf(scope, part.id, listing.bar)}
          head={head}
        >
          {segments.length === 0 ? (
            <EmptyState title={t(`bench.none.${listing.list}`)}>{t("bench.noneHere")}</EmptyState>
          ) : null}
          {pages}
          <noscript>
            {chosen ? (
              <SegmentForms {...{ segment: chosen, statements, groups, hidden }} action={byForm} />
            ) : null}
            <RangeForm
              {...{ statements, groups }}
              hidden={{ ...hidden, bar: listing.bar }}
              action={byForm}
            />
          </noscript>
        </Workbench>
      </ClientMessages>
    );
  }
  return (
    <>
      <PageHead {...head} />
      {part.confirmedAt ? (
        <ConfirmedPart
          made={await confirmedPart(scope, sourceId, n)}
          just={textOf(query, "confirmed") !== ""}
          slug={dossier}
          sourceId={sourceId}
          reopenHref={maySplit(scope) && progress.total > 0 ? to.reopenPart(sourceId, n) : null}
        />
      ) : (
        <Alert tone="info">{t("bench.readOnly")}</Alert>
      )}
      {segments.length === 0 ? (
        <EmptyState title={t("bench.emptyTitle")}>{t("bench.empty")}</EmptyState>
      ) : (
        <>
          <SegmentList
            segments={segments}
            numbers={bench.numbers}
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
    </>
  );
}
