import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, idsOf, pageOf, type Query, textOf, wholeOf } from "@/components/addresses";
import styles from "@/components/moderation/moderation.module.css";
import { OneReaction } from "@/components/moderation/one-reaction";
import { QueueKeys } from "@/components/moderation/queue-keys";
import { QueueList } from "@/components/moderation/queue-list";
import { Said } from "@/components/moderation/said";
import { SaidSame } from "@/components/moderation/same-reactions";
import {
  DONE,
  DONE_WORDS,
  NOT_SAID,
  SAID_WORDS,
  SHOW_WORDS,
} from "@/components/moderation/show-words";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { QUEUES, SAYINGS } from "@/domain/moderation/model";
import { mayModerate } from "@/domain/moderation/policy";
import { moderatedReaction, moderationQueue } from "@/domain/moderation/queries";
import { type At, judge, keep, place, refuse, undo } from "./actions";

type Props = {
  params: Promise<{ dossier: string; consultation: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("moderation"))("title") };
}

/** What waits, what was placed and what was not, and deciding on it. */
export default async function ModerationPage({ params, searchParams }: Props) {
  const { dossier, consultation: id } = await params;
  const scope = await requireDossier(dossier);
  const query = await searchParams;
  const show = QUEUES.find((one) => SHOW_WORDS[one] === textOf(query, "show")) ?? "waiting";
  const queue = await gate(moderationQueue(scope, id, { show, page: pageOf(query) }));
  const t = await getTranslations("moderation");
  const to = addresses.dossier(scope.slug);
  // With nothing the matter they are read in one list.
  const rows = show === "waiting" ? queue.rows.filter(({ signs }) => signs.length > 0) : queue.rows;
  const [asked = null] = idsOf(query, "reaction");
  const chosen = asked ?? rows[0]?.reactionId ?? null;
  const said = SAYINGS.find((one) => SAID_WORDS[one] === textOf(query, "action"));
  const [beside = null] = idsOf(query, "beside");
  // What was said just now is not asked again.
  const asking = said === "same" || said === "apart" ? null : beside;
  const reaction = chosen
    ? await gate(moderatedReaction(scope, id, chosen, { beside: asking }))
    : null;
  const standing = rows.findIndex(({ reactionId }) => reactionId === chosen);
  const next = (rows[standing + 1] ?? rows.find((row) => row.reactionId !== chosen))?.reactionId;
  const at: At = {
    ...{ show, page: queue.page, reaction: chosen, next: next ?? null },
    number: reaction?.number ?? null,
  };
  const href = (more: { page?: number; reaction?: string; beside?: string }) =>
    to.moderation(id, { show: SHOW_WORDS[show], ...more });
  const { counts } = queue;
  const done = DONE.find((one) => DONE_WORDS[one] === textOf(query, "action"));
  const [actId] = idsOf(query, "undo");
  return (
    <>
      <PageHead
        back={{ href: to.online(id), label: t("back") }}
        title={t("title")}
        views={QUEUES.map((one) => ({
          href: to.moderation(id, { show: SHOW_WORDS[one] }),
          label: t(`shows.${one}`),
          count: one === "waiting" ? counts.waiting + counts.flagged : counts[one],
          current: one === show,
        }))}
        viewsLabel={t("shows.label")}
        actions={
          <ButtonLink size="small" href={to.moderationLog(id)}>
            {t("log")}
          </ButtonLink>
        }
      />
      <Stack gap="m">
        <Paragraph>{t("lead", { count: counts.waiting + counts.flagged })}</Paragraph>
        {said || textOf(query, "message") === NOT_SAID ? (
          <SaidSame
            said={said ?? null}
            sameness={reaction?.sameness ?? null}
            beside={beside}
            judge={mayModerate(scope) ? judge.bind(null, scope.slug, id, at) : null}
          />
        ) : done || textOf(query, "message") ? (
          <Said
            done={done ?? null}
            count={wholeOf(query, "count") ?? 0}
            number={wholeOf(query, "reference") ?? null}
            undo={actId && mayModerate(scope) ? undo.bind(null, scope.slug, id, actId) : null}
          />
        ) : null}
        <ClientMessages namespaces={["moderation"]}>
          <QueueKeys
            about={reaction?.reactionId ?? null}
            className={cx(styles.columns, asked && styles.chosen)}
          >
            <QueueList
              slug={scope.slug}
              consultationId={id}
              show={show}
              page={queue.page}
              rows={rows}
              plain={queue.rows.length - rows.length}
              counts={counts}
              chosen={reaction?.reactionId ?? null}
            />
            <div className={styles.work}>
              <p className={cx(styles.small, styles.back)}>
                <TextLink href={href({ page: queue.page > 1 ? queue.page : undefined })}>
                  {t("queue")}
                </TextLink>
              </p>
              {reaction ? (
                <OneReaction
                  key={reaction.seen}
                  slug={scope.slug}
                  reaction={reaction}
                  compareHref={(other) =>
                    href({
                      page: queue.page > 1 ? queue.page : undefined,
                      reaction: reaction.reactionId,
                      beside: other,
                    })
                  }
                  deciding={
                    mayModerate(scope)
                      ? {
                          place: place.bind(null, scope.slug, id, at),
                          keep: keep.bind(null, scope.slug, id, at),
                          refuse: refuse.bind(null, scope.slug, id, at),
                          judge: judge.bind(null, scope.slug, id, at),
                          nextHref: next ? href({ reaction: next }) : null,
                        }
                      : null
                  }
                />
              ) : asked ? (
                <Paragraph>{t("gone")}</Paragraph>
              ) : null}
            </div>
          </QueueKeys>
        </ClientMessages>
        <Pagination {...queue} hrefFor={(page) => href({ page })} />
      </Stack>
    </>
  );
}
