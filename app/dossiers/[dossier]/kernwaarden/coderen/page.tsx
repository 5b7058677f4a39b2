import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, type Query, textOf } from "@/components/addresses";
import { askedByWords, CodingChoice } from "@/components/core-values/coding-choice";
import { ChosenWords } from "@/components/reactions/chosen-words";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading } from "@/components/ui/heading";
import { chosenWords, coreValueOptions, suggestedCoreValues } from "@/domain/core-values/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { MAX_SELECTION } from "@/domain/reactions/model";
import { code, make } from "../actions";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("coreValues.code"))("title") };
}

export default async function CodePage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  if (!mayWrite(scope)) forbidden();
  const query = await searchParams;
  const reactionIds = idsOf(query, "reaction").slice(0, MAX_SELECTION);
  const passageIds = idsOf(query, "passage").slice(0, MAX_SELECTION);
  const search = textOf(query, "search");
  const words = await chosenWords(scope, reactionIds, passageIds);
  const t = await getTranslations("coreValues");
  const to = addresses.dossier(scope.slug);
  const missing = reactionIds.length + passageIds.length - words.length;
  const back = { href: to.coreValues(), label: t("title") };
  if (words.length === 0) {
    return (
      <>
        <PageHead back={back} title={t("code.title")} />
        <EmptyState
          title={t("code.noneTitle")}
          action={
            <>
              <ButtonLink href={to.statements({}, "reacties")} variant="primary">
                {t("code.toReactions")}
              </ButtonLink>
              <ButtonLink href={to.sources()}>{t("code.toSources")}</ButtonLink>
            </>
          }
        >
          <p>{t("code.noneBody")}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead
        back={back}
        title={t("code.title")}
        meta={t("code.meta", { count: words.length })}
      />
      {missing > 0 ? <Alert tone="warning">{t("code.missing", { count: missing })}</Alert> : null}
      <div className={styles.halves}>
        <section aria-labelledby="woorden" className={styles.half}>
          <Heading level={2} id="woorden">
            {t("code.words")}
          </Heading>
          <ChosenWords
            slug={scope.slug}
            words={words}
            hrefWithout={(item) =>
              words.length === 1
                ? null
                : to.code(askedByWords(words.filter((other) => other !== item)))
            }
          />
        </section>
        <div className={styles.half}>
          <CodingChoice
            slug={scope.slug}
            code={code.bind(null, scope.slug)}
            make={make.bind(null, scope.slug)}
            words={words}
            search={search}
            options={await coreValueOptions(scope, search)}
            // Who searches knows what they look for.
            suggested={
              search
                ? []
                : await suggestedCoreValues(
                    scope,
                    reactionIds,
                    words.map(({ text }) => text),
                  )
            }
          />
        </div>
      </div>
    </>
  );
}
