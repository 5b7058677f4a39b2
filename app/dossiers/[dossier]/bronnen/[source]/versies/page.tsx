import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, pageOf, type Query } from "@/components/addresses";
import { AdoptForm } from "@/components/sources/adopt-form";
import { RevisionState } from "@/components/sources/revision-state";
import { SourceHead } from "@/components/sources/source-head";
import { SourceVersionList } from "@/components/sources/source-versions";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Refresh } from "@/components/ui/refresh";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { roundOf } from "@/domain/corrections/queries";
import { formatDate } from "@/domain/kernel/dates";
import { mayImportSources } from "@/domain/sources/policy";
import { getSource, versionsOf } from "@/domain/sources/queries";
import { requireStanding } from "../standing";
import { adopt } from "./actions";

type Props = {
  params: Promise<{ dossier: string; source: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.versions"))("title") };
}

/** The versions of a source: which one was adopted, what changed, and what is still to be decided. */
export default async function SourceVersionsPage({ params, searchParams }: Props) {
  const { dossier, source: id } = await params;
  const scope = await requireDossier(dossier);
  await requireStanding(scope, id);
  const source = await gate(getSource(scope, id));
  const { versions, open, waiting, revision } = await versionsOf(
    scope,
    id,
    pageOf(await searchParams),
  );
  const round = await roundOf(scope, source.id);
  const t = await getTranslations("sources");
  const corrections = await getTranslations("corrections.versions");
  const language = await getLocale();
  const to = addresses.dossier(scope.slug);
  const writes = mayImportSources(scope);
  const { adopted } = source;
  const said = {
    n: adopted?.n ?? 0,
    by: adopted?.by ?? "",
    date: adopted ? formatDate(adopted.on, language) : "",
  };
  const busy = revision && revision.state !== "failed";
  return (
    <>
      <SourceHead
        slug={scope.slug}
        sourceId={source.id}
        title={source.title}
        view="versions"
        actions={
          <>
            {round || writes ? (
              <ButtonLink href={to.corrections(source.id)} size="small">
                {round ? corrections("look") : corrections("let")}
              </ButtonLink>
            ) : null}
            {writes && !busy ? (
              <ButtonLink
                href={to.newVersion(source.id)}
                variant={open > 0 ? "secondary" : "primary"}
                size="small"
              >
                {t("newVersion.title")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Stack gap="m">
        {revision ? <RevisionState revision={revision} /> : null}
        {waiting > 0 ? (
          <>
            <Alert tone="info" role="status">
              {t("places.waiting", { count: waiting })}
            </Alert>
            <Refresh />
          </>
        ) : open > 0 ? (
          <Alert tone="warning" title={t("versions.openTitle", { count: open })}>
            <Stack gap="s">
              <Paragraph>{t("versions.openBody")}</Paragraph>
              <div>
                <ButtonLink href={to.places(source.id)} variant="primary" size="small">
                  {writes ? t("versions.decide") : t("versions.lookAt")}
                </ButtonLink>
              </div>
            </Stack>
          </Alert>
        ) : null}
        {round && round.open > 0 ? (
          <Alert tone="info">
            {corrections("open", { count: round.open })}{" "}
            <TextLink href={to.corrections(source.id)}>{corrections("look")}</TextLink>
          </Alert>
        ) : null}
        <Paragraph>
          {adopted === null
            ? t("adopt.concept")
            : adopted.n === source.newest
              ? t("adopt.state", said)
              : t("adopt.stateOlder", said)}
        </Paragraph>
        {writes ? <AdoptForm source={source} action={adopt.bind(null, scope.slug)} /> : null}
        <Section id="versies" titleHidden title={t("versions.title")}>
          <SourceVersionList slug={scope.slug} source={source} versions={versions.rows} />
          <Pagination
            below
            page={versions.page}
            pages={versions.pages}
            total={versions.total}
            hrefFor={(page) => to.sourceVersions(source.id, { page })}
          />
        </Section>
      </Stack>
    </>
  );
}
