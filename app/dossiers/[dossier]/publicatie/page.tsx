import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, type Query, textOf } from "@/components/addresses";
import { GapTable } from "@/components/coverage/gap-table";
import { AdoptingNote } from "@/components/editions/adopting";
import { EditionList } from "@/components/editions/edition-list";
import { HeldBack } from "@/components/publication/held-back";
import { PUBLICATION_MESSAGES, ReadinessDone } from "@/components/publication/messages";
import { ReadinessList } from "@/components/publication/readiness";
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
import { firstGaps, reactionNumbers, requirementNumbers } from "@/domain/coverage/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { fileSlug } from "@/domain/dossiers/queries";
import { mayAdopt } from "@/domain/editions/policy";
import { adoptionOf, listEditions } from "@/domain/editions/queries";
import { formatDate, today } from "@/domain/kernel/dates";
import { actorName } from "@/domain/kernel/scope";
import { brokenRequirements, readiness } from "@/domain/publication/queries";
import { wordFileName } from "@/domain/publication/render/word/file-name";
import { mayWriteRequirements } from "@/domain/requirements/policy";
import { passOverAction, withdrawAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("publication"))("title") };
}

/** Rows of a list on this page; the whole list is under Verantwoording. */
const ROWS_SHOWN = 5;

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
  const [requirements, reactions, ready] = await Promise.all([
    requirementNumbers(scope),
    reactionNumbers(scope),
    readiness(scope),
  ]);
  const { held } = ready.personalData;
  const withoutAnswer =
    ready.blockers.find(({ blocker }) => blocker === "withoutAnswer")?.count ?? 0;
  const query = await searchParams;
  const message = oneOf(query, "message", PUBLICATION_MESSAGES);
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
  const lists = await firstGaps(
    scope,
    [
      { list: WITHOUT_SOURCE, total: requirements.withoutSource },
      { list: WITHOUT_ANSWER, total: withoutAnswer },
    ],
    ROWS_SHOWN,
  );
  return (
    <>
      <PageHead title={t("title")} actions={<WordForm slug={scope.slug} withNames={withNames} />} />
      {message === "persoonsgegevens" ? heldWords : null}
      <ReadinessDone message={message} />
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
      <ReadinessList
        slug={scope.slug}
        readiness={ready}
        acts={
          mayWrite(scope)
            ? {
                passOver: passOverAction.bind(null, scope.slug),
                withdraw: withdrawAction.bind(null, scope.slug),
                who: actorName(scope.actor),
                day: formatDate(today(), await getLocale()),
              }
            : undefined
        }
      />
      <AdoptingNote slug={scope.slug} adoption={await adoptionOf(scope)} />
      <EditionList
        slug={scope.slug}
        editions={await listEditions(scope)}
        mayAdopt={mayAdopt(scope)}
      />
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
