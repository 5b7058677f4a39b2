import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, PARAMETERS, type Query } from "@/components/addresses";
import { NONE } from "@/components/reactions/address";
import { ChosenWords } from "@/components/reactions/chosen-words";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { HiddenField, SelectField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { chosenWords } from "@/domain/core-values/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { MAX_SELECTION } from "@/domain/reactions/model";
import { reactionOptions } from "@/domain/reactions/queries";
import { setGroup } from "../actions";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reactions.group"))("title") };
}

export default async function GroupOfReactionsPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWrite(scope)) forbidden();
  const chosen = idsOf(await searchParams, "reaction").slice(0, MAX_SELECTION);
  const words = await chosenWords(scope, chosen, []);
  const { groups } = await reactionOptions(scope);
  const t = await getTranslations("reactions");
  const to = addresses.dossier(scope.slug);
  const way = { href: to.statements(), label: t("title") };
  const back = (
    <ButtonLink href={to.statements({}, "reacties")} variant="subtle">
      {t("group.cancel")}
    </ButtonLink>
  );
  return (
    <>
      {words.length === 0 ? (
        <>
          <PageTitle back={way} title={t("group.title")} />
          <EmptyState title={t("group.noneTitle")} action={back}>
            <p>{t("group.noneBody")}</p>
          </EmptyState>
        </>
      ) : (
        <>
          <PageTitle
            back={way}
            title={t("group.title")}
            lead={t("group.lead", { count: words.length })}
          />
          {groups.length === 0 ? (
            <Alert tone="info">
              <p>{t("group.noGroups")}</p>
              <p>
                <TextLink href={to.settings()}>{t("group.toSettings")}</TextLink>
              </p>
            </Alert>
          ) : null}
          <ActionForm
            name="reactions.group"
            of={words.map(({ id }) => id).join()}
            action={setGroup.bind(null, scope.slug)}
            submitLabel={t("group.submit")}
            secondary={back}
          >
            {words.map((item) => (
              <HiddenField key={item.id} name={PARAMETERS.reaction} value={item.id} />
            ))}
            <SelectField
              name="groupId"
              label={t("fields.group")}
              emptyLabel={t("group.choose")}
              options={[
                ...groups.map(({ id, name }) => ({ value: id, label: name })),
                { value: NONE, label: t("group.unknown") },
              ]}
            />
          </ActionForm>
          <Section id="gekozen" title={t("group.chosen")}>
            <ChosenWords
              slug={scope.slug}
              words={words}
              hrefWithout={(item) =>
                words.length === 1
                  ? null
                  : to.groupOfReactions({
                      reaction: words.filter((other) => other !== item).map(({ id }) => id),
                    })
              }
            />
          </Section>
        </>
      )}
    </>
  );
}
