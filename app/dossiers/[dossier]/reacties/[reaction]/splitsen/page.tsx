import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses } from "@/components/addresses";
import { DivideForm } from "@/components/moderation/divide-form";
import { RestingList } from "@/components/moderation/resting-list";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { PageTitle } from "@/components/ui/heading";
import { Stack } from "@/components/ui/stack";
import { Paragraph, Quote } from "@/components/ui/text";
import { mayModerate } from "@/domain/moderation/policy";
import { dividedReaction, divisibleReaction, heldReaction } from "@/domain/moderation/queries";
import { getReaction } from "@/domain/reactions/queries";
import { divide } from "../../actions";

type Params = Promise<{ dossier: string; reaction: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { dossier, reaction } = await params;
  const scope = await requireDossier(dossier);
  const number = await numberOf(scope, reaction);
  return { title: (await getTranslations("moderation.parts"))("title", { number }) };
}

async function numberOf(scope: Awaited<ReturnType<typeof requireDossier>>, id: string) {
  const found =
    (await heldReaction(scope, id)) ??
    (await dividedReaction(scope, id)) ??
    (await gate(getReaction(scope, id)));
  return found.number;
}

/** Where a reaction that says several things falls into parts. */
export default async function DividePage({ params }: { params: Params }) {
  const { dossier, reaction: id } = await params;
  const scope = await requireDossier(dossier);
  if (!mayModerate(scope)) forbidden();
  const number = await numberOf(scope, id);
  const reaction = await gate(divisibleReaction(scope, id));
  const t = await getTranslations("moderation.parts");
  const to = addresses.dossier(scope.slug);
  const waits = reaction?.state === "waiting";
  const backTo = waits ? to.moderation(reaction.consultationId, { reaction: id }) : to.reaction(id);
  const back = <ButtonLink href={backTo}>{t("cancel")}</ButtonLink>;
  const { coreValues = [], requirements = [], answered = false } = reaction?.resting ?? {};
  const rests = answered || coreValues.length + requirements.length > 0;
  return (
    <>
      <PageTitle
        back={{ href: backTo, label: `R-${number}` }}
        title={t("title", { number })}
        lead={reaction && !rests ? t("lead") : undefined}
      />
      {!reaction ? (
        <Alert tone="info">
          <Stack gap="s">
            <p>{t("gone")}</p>
            {back}
          </Stack>
        </Alert>
      ) : rests ? (
        <Alert tone="info">
          <Stack gap="s">
            <p>{t("resting")}</p>
            <RestingList slug={scope.slug} id={id} resting={reaction.resting} />
            {back}
          </Stack>
        </Alert>
      ) : reaction.pieces.length < 2 ? (
        <Stack gap="m">
          <Quote>{reaction.text}</Quote>
          <Paragraph muted>{t("one")}</Paragraph>
          <p>{back}</p>
        </Stack>
      ) : (
        <Stack gap="m">
          <Paragraph>{t("stays")}</Paragraph>
          <DivideForm
            pieces={reaction.pieces}
            action={divide.bind(null, scope.slug, {
              consultationId: reaction.consultationId,
              reactionId: id,
            })}
            seen={reaction.seen}
            secondary={back}
          />
        </Stack>
      )}
    </>
  );
}
