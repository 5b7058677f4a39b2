import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, type Query, textOf, wholeOf } from "@/components/addresses";
import { DispositionFacts } from "@/components/dispositions/disposition-facts";
import { DividedReaction } from "@/components/moderation/divided-reaction";
import { HeldReaction } from "@/components/moderation/held-reaction";
import { PartOf } from "@/components/moderation/part-of";
import { SaidSame, SameReactions } from "@/components/moderation/same-reactions";
import { NOT_SAID, SAID_WORDS, UNITED } from "@/components/moderation/show-words";
import { ReceivedFile } from "@/components/participation/received-file";
import { ReactionForm } from "@/components/reactions/reaction-form";
import { ReactionWords } from "@/components/reactions/reaction-words";
import { CoreValueTags, RequirementTags } from "@/components/reactions/tags";
import { Thread } from "@/components/reactions/thread";
import { PageHead } from "@/components/shell/page-head";
import { SuspectBadge } from "@/components/sources/suspect-badge";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { answeredReaction } from "@/domain/dispositions/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { SAYINGS } from "@/domain/moderation/model";
import { mayModerate } from "@/domain/moderation/policy";
import { dividedReaction, heldReaction, samenessOf } from "@/domain/moderation/queries";
import { reactionFile } from "@/domain/participation/queries";
import { getReaction, reactionOptions } from "@/domain/reactions/queries";
import { suspectAmong } from "@/domain/trace/queries";
import { change, judgeSame, unite } from "../actions";

interface Props {
  params: Promise<{ dossier: string; reaction: string }>;
  searchParams: Promise<Query>;
}

/** The title and the page both need it: asked once per request. */
const reactionOnce = cache((...asked: Parameters<typeof getReaction>) =>
  gate(getReaction(...asked)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dossier, reaction } = await params;
  const scope = await requireDossier(dossier);
  const { number } =
    (await heldReaction(scope, reaction)) ??
    (await dividedReaction(scope, reaction)) ??
    (await reactionOnce(scope, reaction));
  return { title: `R-${number}` };
}

export default async function ReactionPage({ params, searchParams }: Props) {
  const { dossier, reaction: id } = await params;
  const scope = await requireDossier(dossier);
  const held = await heldReaction(scope, id);
  if (held) {
    const may = mayModerate(scope);
    return <HeldReaction slug={scope.slug} held={held} mayModerate={may} />;
  }
  const query = await searchParams;
  const made = wholeOf(query, "made");
  const message = textOf(query, "message");
  const divided = await dividedReaction(scope, id);
  if (divided) {
    return (
      <DividedReaction
        slug={scope.slug}
        reaction={divided}
        made={made ?? null}
        refused={message === UNITED.refused}
        file={await reactionFile(scope, id)}
        unite={mayModerate(scope) ? unite.bind(null, scope.slug, id) : null}
      />
    );
  }
  const reaction = await reactionOnce(scope, id);
  const suspect = await suspectAmong(scope, "reaction", [id]);
  const file = await reactionFile(scope, id);
  const said = SAYINGS.find((one) => SAID_WORDS[one] === textOf(query, "action"));
  const [beside = null] = idsOf(query, "beside");
  const sameness = await samenessOf(scope, id, {
    // What was said just now is not asked again.
    beside: said === "same" || said === "apart" ? null : beside,
  });
  const judge = mayModerate(scope) ? judgeSame.bind(null, scope.slug, id) : null;
  const t = await getTranslations("reactions");
  const ofParts = await getTranslations("moderation.parts");
  const ofAnswers = await getTranslations("dispositions");
  const kinds = await getTranslations("kinds");
  const to = addresses.dossier(scope.slug);
  const writes = mayWrite(scope);
  return (
    <>
      <PageHead
        back={{ href: to.statements({}, "reacties"), label: t("title") }}
        title={`${t("detail.eyebrow")} R-${reaction.number}`}
        meta={
          <>
            <Badge tone="reaction">{kinds(`input.${reaction.kind}`)}</Badge>
            {reaction.position === "none" ? null : (
              <Badge>{t(`position.${reaction.position}`)}</Badge>
            )}
            <SuspectBadge marks={suspect.get(id)} href={to.overview({}, "gewijzigd")} />
          </>
        }
        actions={
          writes ? (
            <>
              <ButtonLink size="small" href={to.addReaction({ replyTo: id })}>
                {t("detail.reply")}
              </ButtonLink>
              <ButtonLink size="small" href={to.addRequirement({ reaction: id })}>
                {t("detail.write")}
              </ButtonLink>
              <ButtonLink size="small" variant="primary" href={to.code({ reaction: id })}>
                {t("detail.code")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {textOf(query, "added") ? (
        <Alert tone="ok" role="status">
          {t("detail.added", { number: reaction.number })}
        </Alert>
      ) : null}
      {made ? (
        <Alert tone="ok" role="status">
          {t("cut.done", { count: made })}
        </Alert>
      ) : null}
      {message === UNITED.done ? (
        <Alert tone="ok" role="status">
          {ofParts("united")}
        </Alert>
      ) : null}
      {said || message === NOT_SAID ? (
        <SaidSame said={said ?? null} sameness={sameness} beside={beside} judge={judge} />
      ) : null}
      <Columns
        aside={
          writes ? (
            <Card title={t("detail.facts")}>
              <ReactionForm
                action={change.bind(null, scope.slug, reaction.id)}
                reaction={reaction}
                options={await reactionOptions(scope)}
              />
              {reaction.online || reaction.noted ? (
                reaction.noted || reaction.partOf || !mayModerate(scope) ? null : (
                  <p>
                    <TextLink href={to.divideReaction(id)}>{t("cut.divide")}</TextLink>
                  </p>
                )
              ) : (
                <p>
                  <TextLink href={to.recutReaction(id)}>{t("cut.link")}</TextLink>
                </p>
              )}
            </Card>
          ) : null
        }
      >
        <Stack gap="l">
          {reaction.partOf ? <PartOf slug={scope.slug} whole={reaction.partOf} /> : null}
          <ReactionWords slug={scope.slug} reaction={reaction} />
          {file ? <ReceivedFile file={file} href={to.reactionFile(id)} /> : null}
          <Section id="kernwaarden" title={t("detail.coreValues")}>
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
          <Section id="afweging" title={ofAnswers("facts.title")}>
            <DispositionFacts
              slug={scope.slug}
              code={`R-${reaction.number}`}
              answered={await answeredReaction(scope, id)}
              mayWrite={writes}
            />
          </Section>
          {sameness ? (
            <SameReactions
              slug={scope.slug}
              sameness={sameness}
              judge={judge}
              compareHref={(other) => to.reaction(id, { beside: other })}
            />
          ) : null}
          <Section id="gesprek" title={t("detail.thread")}>
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
