import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { reactionNumbers, requirementNumbers } from "@/domain/coverage/queries";
import { wordFileName } from "@/domain/publication/render/word/file-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publication"))("title") };
}

/** What goes out of the house: for now the Programma van Eisen as a Word document. */
export default async function PublicationPage({
  params,
}: {
  params: Promise<{ dossier: string }>;
}) {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("publication");
  const to = addresses.dossier(scope.slug);
  const requirements = await requirementNumbers(scope);
  const reactions = await reactionNumbers(scope);
  if (requirements.total + requirements.dropped === 0) {
    return (
      <>
        <PageHead title={t("title")} />
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink href={to.specification()}>{t("empty.action")}</ButtonLink>}
        >
          {t("empty.body")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t("title")}
        actions={
          <ButtonLink variant="primary" size="small" href={to.word()} download>
            <Icon name="download" />
            {t("download")}
          </ButtonLink>
        }
      />
      {requirements.withoutSource > 0 ? (
        <Alert tone="warning" title={t("warning.title", { count: requirements.withoutSource })}>
          <Paragraph>{t("warning.body")}</Paragraph>
          <TextLink href={to.accountability({ list: "eisen-zonder-herkomst" })}>
            {t("warning.action")}
          </TextLink>
        </Alert>
      ) : null}
      {reactions.withoutAnswer > 0 ? (
        <Alert tone="warning" title={t("unanswered.title", { count: reactions.withoutAnswer })}>
          <Paragraph>{t("unanswered.body")}</Paragraph>
          {reactions.unused > 0 ? (
            <TextLink href={to.accountability({ list: "reacties-niet-gecodeerd" })}>
              {t("unanswered.unused", { count: reactions.unused })}
            </TextLink>
          ) : null}
          {reactions.codedOnly > 0 ? (
            <TextLink href={to.accountability({ list: "reacties-zonder-gebruik" })}>
              {t("unanswered.coded", { count: reactions.codedOnly })}
            </TextLink>
          ) : null}
        </Alert>
      ) : null}
      {requirements.withoutSource + reactions.withoutAnswer === 0 ? (
        <Alert tone="ok">{t("ok")}</Alert>
      ) : null}
      <Section title={t("ready.title")} id="inhoud">
        <Stack gap="m">
          <DataList>
            <DataItem term={t("ready.requirements")}>{requirements.total}</DataItem>
            <DataItem term={t("ready.withSource")}>{requirements.withSource}</DataItem>
            <DataItem term={t("ready.reasoned")}>{requirements.motivated}</DataItem>
            <DataItem term={t("ready.withoutSource")}>{requirements.withoutSource}</DataItem>
            {requirements.dropped > 0 ? (
              <DataItem term={t("ready.dropped")}>{requirements.dropped}</DataItem>
            ) : null}
            <DataItem term={t("ready.reactions")}>{reactions.total}</DataItem>
            <DataItem term={t("ready.linked")}>{reactions.linked}</DataItem>
            <DataItem term={t("ready.via")}>{reactions.viaCoreValue}</DataItem>
            <DataItem term={t("ready.withoutAnswer")}>{reactions.withoutAnswer}</DataItem>
          </DataList>
          <Paragraph muted>{t("downloadHint", { file: wordFileName(scope.slug) })}</Paragraph>
        </Stack>
      </Section>
    </>
  );
}
