import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, type Query, textOf } from "@/components/addresses";
import {
  ReactionBeside,
  ReactionSorting,
  ReactionWording,
} from "@/components/reactions/reaction-fields";
import { Consultation } from "@/components/reactions/reaction-list";
import { CoreValueTags, RequirementTags } from "@/components/reactions/tags";
import { Thread } from "@/components/reactions/thread";
import { PlaceLink } from "@/components/text/place-link";
import { Words, WordsInContext } from "@/components/text/words";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph, Quote } from "@/components/ui/text";
import { mayWrite } from "@/domain/dossiers/policy";
import { formatDate } from "@/domain/kernel/dates";
import type { ReactionDetail } from "@/domain/reactions/model";
import { getReaction, reactionOptions } from "@/domain/reactions/queries";
import { standsForMany } from "@/domain/reactions/rules";
import { change } from "../actions";

interface Props {
  params: Promise<{ dossier: string; reaction: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, reaction } = await params;
  const { number } = await gate(getReaction(await requireDossier(dossier), reaction));
  return { title: `R-${number}` };
}

export default async function ReactionPage({ params, searchParams }: Props) {
  const { dossier, reaction: id } = await params;
  const scope = await requireDossier(dossier);
  const reaction = await gate(getReaction(scope, id));
  const t = await getTranslations("reactions");
  const kinds = await getTranslations("kinds");
  const to = addresses.dossier(scope.slug);
  const writes = mayWrite(scope);
  return (
    <>
      <Breadcrumb
        items={[
          { label: scope.title, href: to.overview() },
          { label: t("title"), href: to.statements() },
          { label: `R-${reaction.number}` },
        ]}
      />
      {textOf(await searchParams, "added") ? (
        <Alert tone="ok" role="status">
          {t("detail.added", { number: reaction.number })}
        </Alert>
      ) : null}
      <PageTitle
        eyebrow={
          <>
            <Badge tone="reaction">{kinds(`input.${reaction.kind}`)}</Badge>
            {reaction.position === "none" ? null : (
              <Badge>{t(`position.${reaction.position}`)}</Badge>
            )}
          </>
        }
        title={`${t("detail.eyebrow")} R-${reaction.number}`}
      />
      <Columns
        aside={
          writes ? (
            <Card title={t("detail.facts")}>
              <Sorting
                slug={scope.slug}
                reaction={reaction}
                options={await reactionOptions(scope)}
              />
            </Card>
          ) : null
        }
      >
        <Stack gap="l">
          <Said slug={scope.slug} reaction={reaction} />
          <Section
            id="kernwaarden"
            title={t("detail.coreValues")}
            actions={
              writes ? (
                <ButtonLink size="small" href={to.code({ reaction: id })}>
                  {t("detail.code")}
                </ButtonLink>
              ) : null
            }
          >
            {reaction.coreValues.length > 0 ? (
              <CoreValueTags slug={scope.slug} tags={reaction.coreValues} />
            ) : (
              <Paragraph muted>{t("detail.noCoreValues")}</Paragraph>
            )}
          </Section>
          <Section id="eisen" title={t("detail.requirements")}>
            {reaction.requirements.length > 0 ? (
              <RequirementTags slug={scope.slug} tags={reaction.requirements} />
            ) : (
              <Paragraph muted>{t("detail.noRequirements")}</Paragraph>
            )}
          </Section>
          <Section
            id="gesprek"
            title={t("detail.thread")}
            actions={
              writes ? (
                <ButtonLink size="small" href={to.addReaction({ replyTo: id })}>
                  {t("detail.reply")}
                </ButtonLink>
              ) : null
            }
          >
            {reaction.replyTo ? (
              <Stack gap="s">
                <Paragraph>{t("detail.answers", { number: reaction.number })}</Paragraph>
                <Thread slug={scope.slug} items={[reaction.replyTo]} />
              </Stack>
            ) : null}
            {reaction.replies.length > 0 ? (
              <Stack gap="s">
                <Paragraph>{t("detail.answeredBy", { number: reaction.number })}</Paragraph>
                <Thread slug={scope.slug} items={reaction.replies} />
              </Stack>
            ) : null}
            {reaction.replyTo || reaction.replies.length > 0 ? null : (
              <Paragraph muted>{t("detail.noThread")}</Paragraph>
            )}
          </Section>
        </Stack>
      </Columns>
    </>
  );
}

/** The words with where they stand, who said them and to what. */
async function Said({ slug, reaction }: { slug: string; reaction: ReactionDetail }) {
  const to = addresses.dossier(slug);
  const t = await getTranslations("reactions");
  const { passage, speaker } = reaction;
  const date = formatDate(reaction.createdAt, await getLocale());
  return (
    <Section id="woorden" title={t("detail.wordsHeading")}>
      {passage ? (
        <>
          <Quote source={<PlaceLink slug={slug} place={passage} />}>
            <WordsInContext {...passage} />
          </Quote>
          <Paragraph small muted>
            {t("detail.quoted")}
          </Paragraph>
        </>
      ) : (
        <>
          <Quote>
            <Words text={reaction.text} />
          </Quote>
          <Paragraph small muted>
            {t("detail.byHand", { date, name: reaction.createdBy ?? "none" })}
          </Paragraph>
        </>
      )}
      {speaker && standsForMany(speaker) ? (
        <Alert tone="info">{t("detail.standsForMany", { speaker })}</Alert>
      ) : null}
      <DataList>
        <DataItem term={t("detail.speaker")}>{speaker ?? t("detail.unknown")}</DataItem>
        <DataItem term={t("detail.consultation")}>
          <TextLink href={to.consultation(reaction.consultationId)}>
            <Consultation title={reaction.consultationTitle} heldOn={reaction.heldOn} />
          </TextLink>
        </DataItem>
        <DataItem term={t("detail.statement")}>
          {reaction.statementId && reaction.statementText ? (
            <TextLink href={to.statement(reaction.statementId)}>
              {reaction.statementNumber === null
                ? reaction.statementText
                : t("detail.numbered", {
                    number: reaction.statementNumber,
                    text: reaction.statementText,
                  })}
            </TextLink>
          ) : (
            t("detail.none")
          )}
        </DataItem>
        <DataItem term={t("detail.group")}>{reaction.groupName ?? t("detail.unknown")}</DataItem>
      </DataList>
    </Section>
  );
}

/** The form that says what a reaction is, and of one entered by hand what was said. */
async function Sorting({
  slug,
  reaction,
  options,
}: {
  slug: string;
  reaction: ReactionDetail;
  options: Awaited<ReturnType<typeof reactionOptions>>;
}) {
  const t = await getTranslations("reactions");
  return (
    <ActionForm
      action={change.bind(null, slug, reaction.id)}
      submitLabel={t("detail.save")}
      label={t("detail.facts")}
    >
      <ReactionBeside
        options={options}
        lockVersion={reaction.lockVersion}
        byHand={reaction.passage === null}
      />
      <ReactionSorting options={options} values={reaction} />
      {reaction.passage ? null : <ReactionWording options={options} values={reaction} />}
    </ActionForm>
  );
}
