import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";
import { PlaceChoice } from "@/components/sources/place-choice";
import { PlaceNav } from "@/components/sources/place-nav";
import { PlaceSides } from "@/components/sources/place-sides";
import { PlaceSums } from "@/components/sources/place-sums";
import styles from "@/components/sources/places.module.css";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Refresh } from "@/components/ui/refresh";
import { mayImportSources } from "@/domain/sources/policy";
import { getSource, placeBesides, placesIn } from "@/domain/sources/queries";
import { codesOfPassages, quotedStretches, suspectRequirements } from "@/domain/trace/queries";
import { requireStanding } from "../standing";
import { decide, undecide } from "./actions";

type Props = {
  params: Promise<{ dossier: string; source: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.places"))("title") };
}

/** Passages whose words changed or are gone in the newest version: both texts beside each other, and a choice. */
export default async function PlacesPage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const scope = await requireDossier(dossier);
  await requireStanding(scope, id);
  const source = await gate(getSource(scope, id));
  const [places, requirements] = await Promise.all([
    placesIn(scope, id),
    suspectRequirements(scope, id),
  ]);
  const { rows } = places;
  const wanted = textOf(await searchParams, "passage");
  const at =
    rows.find((row) => row.passageId === wanted) ?? rows.find((row) => row.decision === null);
  const t = await getTranslations("sources.places");
  const to = addresses.dossier(scope.slug);
  const versions = to.sourceVersions(source.id);
  const head = (
    <PageHead
      back={{ href: versions, label: source.title }}
      title={t("title")}
      meta={t("version", { n: places.n })}
      tools={
        requirements > 0 ? (
          <span>
            {t("untilThen", { count: requirements })}{" "}
            <Badge tone="warning">{(await getTranslations("sources.suspect"))("badge")}</Badge>
          </span>
        ) : undefined
      }
    />
  );
  const waiting =
    places.waiting > 0 ? (
      <>
        <Alert tone="info" role="status">
          {t("waiting", { count: places.waiting })}
        </Alert>
        <Refresh />
      </>
    ) : null;
  const last = [...rows]
    .filter((row) => row.decidedAt !== null)
    .sort((a, b) => ((a.decidedAt ?? "") < (b.decidedAt ?? "") ? 1 : -1))[0];
  const writes = mayImportSources(scope);
  const sums = <PlaceSums counts={places.counts} total={rows.length} />;
  const besides = at ? await placeBesides(scope, places, at) : null;
  const codes = await codesOfPassages(
    scope,
    [...rows, ...(besides?.others ?? [])].map(({ passageId }) => passageId),
  );
  const nav = (
    <PlaceNav
      slug={scope.slug}
      sourceId={source.id}
      n={places.n}
      rows={rows}
      codes={codes}
      at={at?.passageId ?? null}
    />
  );
  if (!at || !besides) {
    return (
      <>
        {head}
        {sums}
        {waiting}
        {places.waiting > 0 ? null : (
          <EmptyState
            title={t("doneTitle")}
            action={<ButtonLink href={versions}>{t("toVersions")}</ButtonLink>}
          >
            {t("doneBody", { n: places.n })}
          </EmptyState>
        )}
        {nav}
      </>
    );
  }
  const stretches = await quotedStretches(scope, {
    sourceVersionId: at.old.versionId,
    ...at.old,
  });
  const number = rows.indexOf(at) + 1;
  const tags = stretches.find(({ passageId }) => passageId === at.passageId)?.tags ?? [];
  const later = rows.find(
    (row) => row.decision === null && rows.indexOf(row) > rows.indexOf(at),
  )?.passageId;
  return (
    <>
      {head}
      {sums}
      {waiting}
      <div className={styles.work}>
        {nav}
        <PlaceSides
          slug={scope.slug}
          sourceId={source.id}
          at={at}
          number={number}
          total={rows.length}
          n={places.n}
          adopted={source.adopted}
          codes={codes}
          {...besides}
        />
        <PlaceChoice
          key={at.passageId}
          slug={scope.slug}
          sourceId={source.id}
          versionId={places.versionId}
          n={places.n}
          at={at}
          number={number}
          total={rows.length}
          tags={tags}
          laterHref={later ? to.places(source.id, { passage: later }) : null}
          last={last ?? null}
          decide={writes ? decide.bind(null, scope.slug) : undefined}
          undecide={writes ? undecide.bind(null, scope.slug) : undefined}
        />
      </div>
    </>
  );
}
