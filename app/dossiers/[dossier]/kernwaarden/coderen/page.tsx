import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, PARAMETERS, type Query, textOf } from "@/components/addresses";
import { CoreValueFields } from "@/components/core-values/core-value-fields";
import { ChosenWords } from "@/components/reactions/chosen-words";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { HiddenField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { Heading, PageTitle } from "@/components/ui/heading";
import { SearchForm } from "@/components/ui/search-form";
import { Paragraph } from "@/components/ui/text";
import { type ChosenWords as Chosen, MAX_OPTIONS } from "@/domain/core-values/model";
import { chosenWords, coreValueOptions } from "@/domain/core-values/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { MAX_SELECTION } from "@/domain/reactions/model";
import { code, make } from "../actions";
import styles from "./page.module.css";

interface Props {
  params: Promise<{ dossier: string }>;
  searchParams: Promise<Query>;
}

/** From how many kernwaarden on there is something to search in. */
const SEARCH_FROM = 6;

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
  const crumbs = (
    <Breadcrumb
      items={[
        { label: scope.title, href: to.overview() },
        { label: t("title"), href: to.coreValues() },
        { label: t("code.title") },
      ]}
    />
  );
  if (words.length === 0) {
    return (
      <>
        {crumbs}
        <PageTitle title={t("code.title")} />
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
      {crumbs}
      <PageTitle title={t("code.title")} lead={t("code.lead", { count: words.length })} />
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
              words.length === 1 ? null : to.code(askedBy(words.filter((other) => other !== item)))
            }
          />
        </section>
        <Choice
          slug={scope.slug}
          words={words}
          search={search}
          options={await coreValueOptions(scope, search)}
        />
      </div>
    </>
  );
}

/** The words as what to ask of this page. */
function askedBy(words: Chosen[]) {
  const idsOfType = (type: Chosen["type"]) =>
    words.filter((item) => item.type === type).map((item) => item.id);
  return { reaction: idsOfType("reaction"), passage: idsOfType("passage") };
}

/** The words as hidden fields, so that each form brings them along. */
function Brought({ words }: { words: Chosen[] }) {
  return words.map((item) => (
    <HiddenField key={item.id} name={PARAMETERS[item.type]} value={item.id} />
  ));
}

/** An existing kernwaarde, or a new one. */
async function Choice({
  slug,
  words,
  search,
  options,
}: {
  slug: string;
  words: Chosen[];
  search: string;
  options: Awaited<ReturnType<typeof coreValueOptions>>;
}) {
  const t = await getTranslations("coreValues");
  const to = addresses.dossier(slug);
  return (
    <div className={styles.half}>
      <Card tone="coreValue" title={t("code.existing")}>
        {options.length >= SEARCH_FROM || search ? (
          <SearchForm
            action={to.code()}
            label={t("code.search")}
            name={PARAMETERS.search}
            defaultValue={search}
            clearHref={search ? to.code(askedBy(words)) : undefined}
          >
            <Brought words={words} />
          </SearchForm>
        ) : null}
        {options.length === 0 ? (
          <Paragraph muted>{search ? t("code.notFound", { search }) : t("code.noneYet")}</Paragraph>
        ) : null}
        {options.length > 0 ? (
          <ActionForm action={code.bind(null, slug)} submitLabel={t("code.submitExisting")}>
            <Brought words={words} />
            <RadioGroup
              key={search}
              name="coreValueId"
              label={t("code.choose")}
              hint={
                options.length === MAX_OPTIONS ? t("code.more", { count: MAX_OPTIONS }) : undefined
              }
              options={options.map((option) => ({
                value: option.id,
                label: `K-${option.number} ${option.name}`,
                hint: [option.definition, t("code.uses", { count: option.codings })]
                  .filter(Boolean)
                  .join(" · "),
              }))}
            />
          </ActionForm>
        ) : null}
      </Card>
      <Card tone="coreValue" title={t("code.new")}>
        <ActionForm
          action={make.bind(null, slug)}
          submitLabel={t("code.submitNew")}
          submitVariant={options.length === 0 ? "primary" : "secondary"}
        >
          <Brought words={words} />
          <CoreValueFields values={{ name: search }} />
        </ActionForm>
      </Card>
      <ButtonLink href={to.statements({}, "reacties")} variant="subtle" className={styles.cancel}>
        {t("code.cancel")}
      </ButtonLink>
    </div>
  );
}
