import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { fullAddress } from "@/app/_lib/address";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, type Query } from "@/components/addresses";
import { EditionActs } from "@/components/editions/edition-acts";
import { EditionFacts } from "@/components/editions/edition-facts";
import { SendOn, type SentOn } from "@/components/editions/send-on";
import { PaperList } from "@/components/papers/paper-list";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { openEditionOfDossier } from "@/domain/editions/gate";
import { mayPublish } from "@/domain/editions/policy";
import {
  editionPage,
  groupsHeard,
  listEditions,
  publicEdition,
  toldOfEdition,
} from "@/domain/editions/queries";
import { editionFolder, MOST_LISTED, type SitePage, sitePath } from "@/domain/editions/rules/site";
import { NotFound } from "@/domain/kernel/errors";
import type { EditionScope } from "@/domain/kernel/scope";
import { publishAction, withdrawEditionAction } from "../../actions";

type Props = {
  params: Promise<{ dossier: string; edition: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("editions");
  return { title: t("frozen.edition", { number: (await params).edition }) };
}

/** One edition for who works on the dossier: what was decided, its kenmerk, publishing and withdrawing it. */
export default async function EditionPage({ params, searchParams }: Props) {
  const { dossier, edition: number } = await params;
  const scope = await requireDossier(dossier);
  const reader = await gate(openEditionOfDossier(scope, number));
  const { head } = await publicEdition(reader);
  const editions = await listEditions(scope);
  const edition = editions.find((one) => one.number === head.number);
  if (!edition) return gate(Promise.reject(new NotFound()));
  const t = await getTranslations("editions");
  const to = addresses.dossier(scope.slug);
  const message = oneOf(await searchParams, "message", [
    "vastgesteld",
    "gepubliceerd",
    "ingetrokken",
  ]);
  return (
    <>
      <PageHead
        back={{ href: to.publication({}, "edities"), label: t("facts.back") }}
        title={t(`named.${edition.kind}`, { number })}
        actions={
          <>
            {edition.publishedAt ? (
              <ButtonLink
                href={addresses.published(scope.slug, editionFolder(number))}
                size="small"
                prefetch={false}
              >
                {t("facts.public")}
              </ButtonLink>
            ) : null}
            {editions.length > 1 ? (
              <ButtonLink href={to.editionChanges(number)} size="small">
                {t("facts.changes")}
              </ButtonLink>
            ) : null}
            <ButtonLink href={to.editionFile(number)} size="small" download>
              {t("facts.download")}
            </ButtonLink>
          </>
        }
      />
      {message === "vastgesteld" ? <Alert tone="ok">{t("done.adopted", { number })}</Alert> : null}
      {message === "gepubliceerd" ? (
        <Alert tone="ok">{t("done.published", { number })}</Alert>
      ) : null}
      {message === "ingetrokken" ? (
        <Alert tone="ok">{t("done.withdrawn", { number })}</Alert>
      ) : null}
      <EditionFacts edition={edition} head={head} />
      {edition.publishedAt && !edition.withdrawnAt ? (
        <SendOn sentOn={await sentOnOf(reader, scope.slug, number)} />
      ) : null}
      <PaperList slug={scope.slug} number={number} />
      {mayPublish(scope) ? (
        <EditionActs
          slug={scope.slug}
          edition={edition}
          told={edition.publishedAt ? 0 : await toldOfEdition(scope, edition.id)}
          publish={publishAction.bind(null, scope.slug, number)}
          withdraw={withdrawEditionAction.bind(null, scope.slug, number)}
        />
      ) : null}
    </>
  );
}

/** The public pages of each group with reactions and of each source, by their full addresses. */
async function sentOnOf(reader: EditionScope, slug: string, number: string): Promise<SentOn[]> {
  const base = addresses.published(slug, editionFolder(number));
  const at = (page: SitePage) => fullAddress(`${base}/${sitePath(page)}`);
  const { rows: sources } = await editionPage(reader, "sources", { size: MOST_LISTED });
  const groups = (await groupsHeard(reader)).map(({ key, name, count }) => ({
    ...{ name, count },
    address: at({ kind: "reactions", filter: { group: key }, page: 1 }),
  }));
  return [
    ...groups,
    ...sources.map(({ key, title }) => ({
      ...{ name: title, count: null },
      address: at({ kind: "source", key, page: 1 }),
    })),
  ];
}
