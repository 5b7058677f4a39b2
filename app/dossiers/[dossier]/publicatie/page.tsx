import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, type Query, textOf } from "@/components/addresses";
import { GapTable } from "@/components/coverage/gap-table";
import { HeldBack } from "@/components/publication/held-back";
import { WordForm } from "@/components/publication/word-form";
import { WordTrouble } from "@/components/publication/word-trouble";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { WITHOUT_ANSWER, WITHOUT_SOURCE } from "@/domain/coverage/model";
import {
  dispositionNumbers,
  firstGaps,
  reactionNumbers,
  requirementNumbers,
} from "@/domain/coverage/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { fileSlug } from "@/domain/dossiers/queries";
import { brokenRequirements, heldBack } from "@/domain/publication/queries";
import { wordFileName } from "@/domain/publication/render/word/file-name";
import { mayWriteRequirements } from "@/domain/requirements/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publication"))("title") };
}

/** Rows of a list on this page; the whole list is under Verantwoording. */
const ROWS_SHOWN = 5;

/** Why the Word document was not made, by the address its maker led to. */
const MESSAGES = ["opmaak", "mislukt", "persoonsgegevens"] as const;

/** What goes out of the house, as a Word document, and what is still missing in it. */
export default async function PublicationPage({
  params,
  searchParams,
}: {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}) {
  const scope = await requireDossier((await params).dossier);
  const t = await getTranslations("publication");
  const ofCoverage = await getTranslations("coverage");
  const to = addresses.dossier(scope.slug);
  const [requirements, reactions, { withoutAnswer }] = await Promise.all([
    requirementNumbers(scope),
    reactionNumbers(scope),
    dispositionNumbers(scope),
  ]);
  const query = await searchParams;
  const message = oneOf(query, "message", MESSAGES);
  const held = await heldBack(scope);
  const heldWords = held ? (
    <HeldBack
      slug={scope.slug}
      held={held}
      refused={message === "persoonsgegevens"}
      mayWrite={mayWrite(scope)}
    />
  ) : null;
  if (requirements.total + requirements.dropped === 0) {
    return (
      <>
        <PageHead title={t("title")} />
        {/* Before there is a requirement the page for stakeholders waits for it as well. */}
        {heldWords}
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink href={to.specification()}>{t("empty.action")}</ButtonLink>}
        >
          {t("empty.body")}
        </EmptyState>
      </>
    );
  }
  const withNames = textOf(query, "names") === "ja";
  const broken = message === "opmaak" ? await brokenRequirements(scope) : [];
  const lists = await firstGaps(scope, [WITHOUT_SOURCE, WITHOUT_ANSWER], ROWS_SHOWN);
  return (
    <>
      <PageHead title={t("title")} actions={<WordForm slug={scope.slug} withNames={withNames} />} />
      {heldWords}
      {!held && message === "persoonsgegevens" ? (
        <Alert tone="error" role="alert" title={t("held.unknown")}>
          <Paragraph>{t("held.bodyOther")}</Paragraph>
        </Alert>
      ) : null}
      {broken.length > 0 ? (
        <WordTrouble
          slug={scope.slug}
          broken={broken}
          withNames={withNames}
          mayWrite={mayWriteRequirements(scope)}
        />
      ) : null}
      {message === "mislukt" ? (
        <Alert tone="error" role="alert" title={t("failed.title")}>
          <Paragraph>{t("failed.body", { reference: textOf(query, "reference") })}</Paragraph>
        </Alert>
      ) : null}
      {requirements.withoutSource > 0 ? (
        <Alert tone="warning" title={t("warning.title", { count: requirements.withoutSource })}>
          <Paragraph>{t("warning.body")}</Paragraph>
          <TextLink href={`#${WITHOUT_SOURCE}`}>{t("warning.action")}</TextLink>
        </Alert>
      ) : null}
      {withoutAnswer > 0 ? (
        <Alert tone="warning" title={t("unanswered.title", { count: withoutAnswer })}>
          <Paragraph>{t("unanswered.body")}</Paragraph>
          <TextLink href={`#${WITHOUT_ANSWER}`}>{t("unanswered.action")}</TextLink>
        </Alert>
      ) : null}
      {requirements.withoutSource + withoutAnswer === 0 ? <Alert tone="ok">{t("ok")}</Alert> : null}
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
            <DataItem term={t("ready.withoutAnswer")}>{withoutAnswer}</DataItem>
          </DataList>
          <Paragraph muted>
            {t("downloadHint", { file: wordFileName(await fileSlug(scope)) })}
          </Paragraph>
          <Paragraph muted>{t("names.hint")}</Paragraph>
        </Stack>
      </Section>
      {lists.map(({ list, rows, total }) => (
        <Section
          key={list}
          id={list}
          title={t("list.title", { name: ofCoverage(`list.${list}.name`), count: total })}
        >
          <GapTable
            list={list}
            rows={rows}
            total={total}
            slug={scope.slug}
            filtered={false}
            mayWrite={mayWrite(scope)}
          />
          {total > rows.length ? (
            <TextLink href={to.accountability({ list }, "lijst")}>
              {t("list.all", { count: total })}
            </TextLink>
          ) : null}
        </Section>
      ))}
    </>
  );
}
