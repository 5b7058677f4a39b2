import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, PARAMETERS, type Query } from "@/components/addresses";
import { ChosenWords } from "@/components/reactions/chosen-words";
import { ManyReactions } from "@/components/reactions/many-reactions";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HiddenField, TextareaField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { chosenWords } from "@/domain/core-values/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { MAX_REASON, MAX_SELECTION } from "@/domain/reactions/model";
import { reactionOptions } from "@/domain/reactions/queries";
import { changeMany, dismiss } from "../actions";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reactions.many"))("title") };
}

/** What many reactions get at once, and the way to leave them out. */
export default async function ManyReactionsPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWrite(scope)) forbidden();
  const chosen = idsOf(await searchParams, "reaction").slice(0, MAX_SELECTION);
  const words = await chosenWords(scope, chosen, []);
  const options = await reactionOptions(scope);
  const t = await getTranslations("reactions");
  const to = addresses.dossier(scope.slug);
  const way = { href: to.statements(), label: t("title") };
  const back = (
    <ButtonLink href={to.statements({}, "reacties")} variant="subtle">
      {t("many.cancel")}
    </ButtonLink>
  );
  if (words.length === 0) {
    return (
      <>
        <PageTitle back={way} title={t("many.title")} />
        <EmptyState title={t("many.noneTitle")} action={back}>
          <p>{t("many.noneBody")}</p>
        </EmptyState>
      </>
    );
  }
  const count = words.length;
  const of = words.map(({ id }) => id).join();
  const ids = words.map(({ id }) => <HiddenField key={id} name={PARAMETERS.reaction} value={id} />);
  return (
    <>
      <PageTitle back={way} title={t("many.title")} lead={t("many.lead", { count })} />
      {options.groups.length === 0 ? (
        <Alert tone="info">
          <p>{t("many.noGroups")}</p>
          <p>
            <TextLink href={to.settings()}>{t("many.toSettings")}</TextLink>
          </p>
        </Alert>
      ) : null}
      <ActionForm
        name="reactions.change"
        of={of}
        action={changeMany.bind(null, scope.slug)}
        submitLabel={t("many.submit", { count })}
        secondary={back}
      >
        {ids}
        <ManyReactions options={options} />
      </ActionForm>
      <Section id="gekozen" title={t("many.chosen")}>
        <ChosenWords
          slug={scope.slug}
          words={words}
          hrefWithout={(item) =>
            count === 1
              ? null
              : to.changeReactions({
                  reaction: words.filter((other) => other !== item).map(({ id }) => id),
                })
          }
        />
      </Section>
      <Section id="weglaten" title={t("many.dismissTitle")} lead={t("many.dismissLead")}>
        <Card tone="quiet">
          <ActionForm
            name="reactions.dismiss"
            of={of}
            action={dismiss.bind(null, scope.slug)}
            submitLabel={t("many.dismiss", { count })}
            submitVariant="secondary"
          >
            {ids}
            <TextareaField name="reason" label={t("many.reason")} rows={2} counter={MAX_REASON} />
          </ActionForm>
        </Card>
      </Section>
    </>
  );
}
