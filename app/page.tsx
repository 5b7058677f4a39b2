import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { addresses, pageOf, type Query, textOf } from "@/components/addresses";
import { ChainExample } from "@/components/dossiers/chain-example";
import { MyDossiersTable } from "@/components/dossiers/my-dossiers";
import { PageShell } from "@/components/shell/page-shell";
import { ButtonGroup, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageTitle } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { Pagination } from "@/components/ui/pagination";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { DOSSIER_SORTS, type DossierSort } from "@/domain/dossiers/model";
import { mayStartDossier } from "@/domain/dossiers/policy";
import { listMyDossiers } from "@/domain/dossiers/queries";
import type { Actor } from "@/domain/kernel/actor";
import { currentActor } from "./_lib/session";

/** The sort orders as they stand in the address. */
const SORT_WORDS: Record<DossierSort, string> = { started: "datum", title: "titel", role: "rol" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  if (!(await currentActor())) return { title: { absolute: t("pageTitle") } };
  // The template of the layout is for the pages below it, not for this one.
  return { title: { absolute: `${t("myDossiers")} – ${(await getTranslations("app"))("name")}` } };
}

export default async function HomePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await currentActor();
  return (
    <PageShell>
      {actor ? <MyDossiers actor={actor} query={await searchParams} /> : <Welcome />}
    </PageShell>
  );
}

async function Welcome() {
  const t = await getTranslations("home");
  return (
    <>
      <PageTitle
        title={t("title")}
        lead={
          <Stack gap="s">
            <p>{t("intro1")}</p>
            <p>{t("intro2")}</p>
            <p>{t("intro3")}</p>
          </Stack>
        }
      />
      <Section id="keten" title={t("chain.title")}>
        <ChainExample />
      </Section>
      <Section id="beginnen" title={t("start.title")}>
        <Stack>
          <Paragraph>{t("start.signIn")}</Paragraph>
          <Paragraph>{t("start.respond")}</Paragraph>
          <ButtonGroup>
            <ButtonLink href={addresses.signIn()} variant="primary">
              {t("start.button")}
            </ButtonLink>
          </ButtonGroup>
        </Stack>
      </Section>
    </>
  );
}

async function MyDossiers({
  actor,
  query,
}: {
  actor: Extract<Actor, { type: "account" }>;
  query: Query;
}) {
  const t = await getTranslations("home");
  const asked = textOf(query, "sort");
  const sort = DOSSIER_SORTS.find((key) => SORT_WORDS[key] === asked) ?? "started";
  const order = textOf(query, "order");
  const descending = order ? order === "aflopend" : sort === "started";
  const list = await listMyDossiers(actor, { page: pageOf(query), sort, descending });
  const address = (key: DossierSort, down: boolean, page?: number) =>
    addresses.home({
      sort: SORT_WORDS[key],
      order: down ? "aflopend" : "oplopend",
      page,
    });
  const start = mayStartDossier(actor) ? (
    <ButtonLink href={addresses.newDossier()} variant="primary">
      <Icon name="plus" />
      {t("new")}
    </ButtonLink>
  ) : null;
  if (list.total === 0) {
    return (
      <>
        <PageTitle title={t("myDossiers")} lead={t("lead")} />
        <EmptyState title={t("empty.title")} action={start}>
          <p>{t("empty.what")}</p>
          <p>{start ? t("empty.next") : t("empty.nextGuest")}</p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageTitle title={t("myDossiers")} lead={t("lead")} actions={start} />
      <MyDossiersTable
        dossiers={list.dossiers}
        sort={sort}
        descending={descending}
        hrefForSort={(key, down) => address(key, down)}
      />
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) => address(sort, descending, page)}
      />
    </>
  );
}
