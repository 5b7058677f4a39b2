import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, PARAMETERS, pageOf, type Query, textOf, wholeOf } from "@/components/addresses";
import { InvitationTable } from "@/components/invitations/invitation-table";
import styles from "@/components/invitations/invitations.module.css";
import { GroupCounts } from "@/components/invitations/invited-in-short";
import { LetterLanguage } from "@/components/invitations/letter-language";
import { SHOW_WORDS } from "@/components/invitations/show-words";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks, SearchForm } from "@/components/ui/search-form";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { mayWrite } from "@/domain/dossiers/policy";
import { INVITED_SHOWN, type InvitedShown } from "@/domain/invitations/model";
import { listInvitations } from "@/domain/invitations/queries";
import { formatDate } from "@/domain/kernel/dates";
import { consultationOverview } from "@/domain/participation/queries";

type Props = {
  params: Promise<{ dossier: string; consultation: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("invitations"))("title") };
}

/** Who is invited to an online consultation, how far each invitation is, and what one can do with several of them. */
export default async function InvitationsPage({ params, searchParams }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const query = await searchParams;
  const search = textOf(query, "search");
  const show = INVITED_SHOWN.find((one) => SHOW_WORDS[one] === textOf(query, "show")) ?? "all";
  const list = await gate(listInvitations(scope, id, { search, show, page: pageOf(query) }));
  const online = await consultationOverview(scope, id);
  if (!online) notFound();
  const t = await getTranslations("invitations");
  const language = await getLocale();
  const to = addresses.dossier(scope.slug);
  const writes = mayWrite(scope);
  const { totals } = list;
  const href = (asked: { show?: InvitedShown; page?: number }) =>
    to.invitations(id, {
      search,
      show: SHOW_WORDS[asked.show ?? show],
      page: asked.page,
    });
  const done = doneOf(query);
  const groups = online.addresses.flatMap(({ groupId, group }) =>
    groupId && group ? [{ groupId, group }] : [],
  );
  const live = online.state === "open" || online.state === "planned";
  const add = writes ? (
    <ButtonLink
      href={to.addInvitations(id)}
      variant="primary"
      size={totals.total === 0 ? "default" : "small"}
    >
      {t("add")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHead
        back={{ href: to.online(id), label: t("back") }}
        title={t("title")}
        meta={t("meta", { count: totals.total })}
        actions={
          totals.total === 0 ? null : (
            <>
              {writes && totals.unsent > 0 ? (
                <ButtonLink href={to.sendInvitations(id)} size="small">
                  {t("send")}
                </ButtonLink>
              ) : null}
              {add}
            </>
          )
        }
      />
      <Stack gap="m">
        {done ? (
          <Alert tone="ok">
            {done.what === "added"
              ? t("done.added", { added: done.added, known: done.known, moved: done.moved })
              : t(`done.${done.what}`, { count: done.count })}
          </Alert>
        ) : null}
        {online.admits === "invited" ? (
          <Alert tone="info" title={t("only.title")}>
            {t("only.body")}
          </Alert>
        ) : null}
        {totals.total === 0 ? (
          <EmptyState title={t("empty.title")} action={add}>
            <p>{writes ? t("empty.body") : t("empty.reader")}</p>
          </EmptyState>
        ) : (
          <>
            <GroupCounts groups={totals.groups} />
            <FilterLinks
              label={t("show.label")}
              items={INVITED_SHOWN.map((one) => ({
                href: href({ show: one }),
                label: t(`show.${one}`),
                count: one === "all" ? totals.total : totals[one],
                current: show === one,
                marked: one === "failed" && totals.failed > 0,
              }))}
            />
            <SearchForm
              compact
              action={to.invitations(id)}
              name={PARAMETERS.search}
              label={t("search")}
              defaultValue={search}
              hidden={show === "all" ? {} : { [PARAMETERS.show]: SHOW_WORDS[show] }}
              clearHref={search ? to.invitations(id, { show: SHOW_WORDS[show] }) : undefined}
            />
            <Section id="genodigden" titleHidden title={t("caption", { count: list.total })}>
              {list.total === 0 ? (
                <EmptyState
                  title={t("nothing.title")}
                  headingLevel={3}
                  action={<ButtonLink href={to.invitations(id)}>{t("nothing.clear")}</ButtonLink>}
                >
                  <p>{t("nothing.body")}</p>
                </EmptyState>
              ) : writes ? (
                <form action={to.sendInvitations(id)}>
                  <InvitationTable rows={list.rows} writes />
                  <fieldset className={styles.bar}>
                    <legend>{t("chosenDo")}</legend>
                    <Button type="submit" variant="primary" size="small">
                      {t("send")}
                    </Button>
                    <Button type="submit" size="small" name={PARAMETERS.kind} value="herinnering">
                      {t("remind")}
                    </Button>
                    <Button type="submit" size="small" formAction={to.withdrawInvitations(id)}>
                      {t("withdraw")}
                    </Button>
                    <LetterLanguage id="taal-brieven" />
                    <Button
                      type="submit"
                      size="small"
                      formAction={to.letters(id)}
                      formMethod="post"
                    >
                      {t("print")}
                    </Button>
                  </fieldset>
                </form>
              ) : (
                <InvitationTable rows={list.rows} writes={false} />
              )}
              <Pagination
                page={list.page}
                pages={list.pages}
                total={list.total}
                hrefFor={(page) => href({ page })}
              />
            </Section>
            <Paragraph muted className="measure">
              {t("reactedNote")} {writes ? t("letterNote") : null}{" "}
              {list.keptUntil
                ? t("kept", { day: formatDate(list.keptUntil, language) })
                : t("keptOpen")}
            </Paragraph>
          </>
        )}
        {writes && live && online.admits === "anyone" && groups.length > 0 ? (
          <Section id="groepsbrief" title={t("groupLetter.title")} lead={t("groupLetter.body")}>
            <form action={to.letters(id)} method="post" className={styles.bar}>
              <LetterLanguage id="taal-groepsbrief" />
              {groups.map(({ groupId, group }) => (
                <Button
                  key={groupId}
                  type="submit"
                  size="small"
                  name={PARAMETERS.group}
                  value={groupId}
                >
                  {t("groupLetter.make", { group })}
                </Button>
              ))}
            </form>
          </Section>
        ) : null}
      </Stack>
    </>
  );
}

/** What was just done, as the address of the page says. */
function doneOf(query: Query) {
  const added = wholeOf(query, "added");
  if (added !== null) {
    const known = wholeOf(query, "already") ?? 0;
    return { what: "added" as const, added, known, moved: wholeOf(query, "moved") ?? 0 };
  }
  const what = ({ verstuurd: "sent", herinnerd: "reminded", ingetrokken: "withdrawn" } as const)[
    textOf(query, "message") as "verstuurd"
  ];
  return what ? { what, count: wholeOf(query, "count") ?? 0 } : null;
}
