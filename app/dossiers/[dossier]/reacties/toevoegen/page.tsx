import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, type Query } from "@/components/addresses";
import { ReactionSorting, ReactionWording } from "@/components/reactions/reaction-fields";
import { Thread } from "@/components/reactions/thread";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Fieldset } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { mayWrite } from "@/domain/dossiers/policy";
import { getReaction, reactionOptions } from "@/domain/reactions/queries";
import { getStatement } from "@/domain/statements/queries";
import { add } from "../actions";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reactions.new"))("title") };
}

export default async function NewReactionPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWrite(scope)) forbidden();
  const query = await searchParams;
  const t = await getTranslations("reactions");
  const options = await reactionOptions(scope);
  const [replyToId] = idsOf(query, "replyTo");
  const [statementId] = idsOf(query, "statement");
  const [consultationId] = idsOf(query, "consultation");
  const replyTo = replyToId ? await gate(getReaction(scope, replyToId)) : null;
  const statement = statementId ? await gate(getStatement(scope, statementId)) : null;
  const to = addresses.dossier(scope.slug);
  return (
    <>
      <PageTitle
        back={{ href: to.statements(), label: t("title") }}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      {options.consultations.length === 0 ? (
        <EmptyState
          title={t("new.noConsultation")}
          action={
            <ButtonLink href={to.addConsultation()} variant="primary">
              {t("new.addConsultation")}
            </ButtonLink>
          }
        >
          <p>{t("new.noConsultationBody")}</p>
        </EmptyState>
      ) : (
        <ActionForm
          name="reaction.add"
          of={replyTo?.id ?? statement?.id ?? consultationId}
          action={add.bind(null, scope.slug)}
          submitLabel={t("new.submit")}
          showRequiredHint
          hidden={replyTo ? { replyToId: replyTo.id } : undefined}
          secondary={
            <ButtonLink href={to.statements()} variant="subtle">
              {t("new.cancel")}
            </ButtonLink>
          }
        >
          {replyTo ? (
            <Card tone="quiet" title={t("new.replyTo", { number: replyTo.number })}>
              <Thread slug={scope.slug} items={[replyTo]} />
            </Card>
          ) : null}
          <Fieldset legend={t("new.wording")}>
            <ReactionWording
              options={options}
              values={{
                consultationId:
                  replyTo?.consultationId ??
                  consultationId ??
                  statement?.occurrences.at(-1)?.consultationId,
              }}
            />
          </Fieldset>
          <Fieldset legend={t("new.sorting")}>
            <ReactionSorting
              options={options}
              values={{
                kind: replyTo?.kind === "question" ? "answer" : "reaction",
                position: "none",
                groupId: null,
                statementId: replyTo?.statementId ?? statement?.id ?? null,
              }}
            />
          </Fieldset>
        </ActionForm>
      )}
    </>
  );
}
