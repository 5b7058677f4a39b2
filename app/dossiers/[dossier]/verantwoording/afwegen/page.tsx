import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { gate, requireDossier } from "@/app/_lib/session";
import { addresses, oneOf, type Query } from "@/components/addresses";
import { AllAnswered } from "@/components/dispositions/all-answered";
import { AnswerForm } from "@/components/dispositions/answer-form";
import { askedIn, hereFields, readAsked } from "@/components/dispositions/asked";
import { beginOf } from "@/components/dispositions/begin";
import { DispositionFacts, EarlierAnswers } from "@/components/dispositions/disposition-facts";
import { ReactionHead } from "@/components/dispositions/reaction-head";
import { TakeBack } from "@/components/dispositions/take-back";
import styles from "@/components/dispositions/work.module.css";
import { WorkNav } from "@/components/dispositions/work-nav";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { shortened } from "@/components/text/shortened";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Meter } from "@/components/ui/progress";
import { Paragraph } from "@/components/ui/text";
import { dispositionNumbers } from "@/domain/coverage/queries";
import {
  answeredReaction,
  besideIn,
  lastRecorded,
  ownReasons,
  similarReactions,
  workList,
} from "@/domain/dispositions/queries";
import { mayWrite } from "@/domain/dossiers/policy";
import { getReaction } from "@/domain/reactions/queries";
import { listRequirements } from "@/domain/requirements/queries";
import { bodyText } from "@/domain/text/rich-text";
import { record, takeBack } from "./actions";

type Props = { params: Promise<{ dossier: string }>; searchParams: Promise<Query> };

/** Requirements that are shown of what was looked for. */
const FOUND = 8;
/** Longest words of each, in UTF-16 units. */
const OPENING = 240;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dispositions"))("title") };
}

/** Every reaction gets an answer: one after the other, until nothing is left. */
export default async function AnsweringPage({ params, searchParams }: Props) {
  const scope = await requireDossier((await params).dossier);
  const query = await searchParams;
  const asked = readAsked(query);
  const message = oneOf(query, "message", ["teruggenomen", "niet-teruggenomen"]);
  const t = await getTranslations("dispositions");
  const to = addresses.dossier(scope.slug);
  const writes = mayWrite(scope);
  const [counts, last, around] = await Promise.all([
    dispositionNumbers(scope),
    writes ? lastRecorded(scope) : null,
    besideIn(scope, asked, asked.reaction ?? null),
  ]);
  const undo = last ? (
    <TakeBack last={last} hidden={hereFields(asked)} action={takeBack.bind(null, scope.slug)} />
  ) : null;
  const head = (
    <PageHead
      back={{ href: to.accountability(), label: t("back") }}
      title={t("title")}
      meta={<p>{t("concept")}</p>}
      state={
        counts.total > 0 ? (
          <Meter
            value={counts.answered}
            max={counts.total}
            label={t("progress", {
              done: counts.answered,
              total: counts.total,
              left: counts.withoutAnswer,
            })}
          />
        ) : null
      }
      actions={undo}
    />
  );
  if (counts.total === 0) {
    return (
      <>
        {head}
        <EmptyState
          title={t("empty.title")}
          action={<ButtonLink href={to.statements()}>{t("empty.action")}</ButtonLink>}
        >
          {t("empty.body")}
        </EmptyState>
      </>
    );
  }
  const done =
    counts.withoutAnswer === 0 &&
    !(asked.reaction || asked.outcome || (asked.show && asked.show !== "todo"));
  const beside = done ? null : around;
  const at = asked.reaction ?? beside?.first ?? null;
  const reaction = at ? await gate(getReaction(scope, at)) : null;
  const [just] = asked.just ?? [];
  const recorded = just && last?.reactions.find(({ reactionId }) => reactionId === just);
  const recordedWords = (number: number, others: number) =>
    others > 0
      ? t("said.recordedMany", { code: `R-${number}`, count: others })
      : t("said.recorded", { code: `R-${number}` });
  const said = [
    message === "niet-teruggenomen" ? t("notTakenBack") : "",
    message === "teruggenomen" && reaction
      ? t("said.takenBack", { code: `R-${reaction.number}` })
      : "",
    recorded ? recordedWords(recorded.number, (last?.reactions.length ?? 1) - 1) : "",
    t("said.left", { count: counts.withoutAnswer }),
    reaction ? t("said.now", { code: `R-${reaction.number}` }) : "",
  ].filter(Boolean);
  const status = (
    <p role="status" className="visually-hidden">
      {said.join(" ")}
    </p>
  );
  if (done) {
    return (
      <>
        {head}
        {status}
        <AllAnswered slug={scope.slug} counts={counts} />
      </>
    );
  }
  const [list, answered, found] = await Promise.all([
    workList(scope, asked, at),
    reaction ? answeredReaction(scope, reaction.id) : null,
    asked.search && writes
      ? listRequirements(scope, { words: asked.search, pageSize: FOUND })
      : null,
  ]);
  const similar =
    writes && reaction && answered && !answered.answered
      ? await similarReactions(scope, reaction.id)
      : [];
  const reasons = writes && reaction ? await ownReasons(scope) : [];
  const linkTo = (id: string | null | undefined) =>
    id
      ? to.answering(askedIn({ ...asked, reaction: id, search: undefined, page: undefined }))
      : null;
  return (
    <>
      {head}
      {status}
      {message === "niet-teruggenomen" ? <Alert tone="warning">{t("notTakenBack")}</Alert> : null}
      <ClientMessages namespaces={["dispositions"]}>
        <div className={styles.work} data-chosen={asked.reaction ? "" : undefined}>
          <WorkNav slug={scope.slug} asked={asked} list={list} counts={counts} at={at} />
          {reaction && answered ? (
            <div className={styles.answer}>
              <p className={styles.toList}>
                <TextLink href={to.answering(askedIn({ ...asked, reaction: undefined }))}>
                  {t("list.toList")}
                </TextLink>
              </p>
              {answered.standing && !answered.answered ? (
                <Alert tone="warning">{t("lapsed")}</Alert>
              ) : null}
              {writes ? (
                <AnswerForm
                  key={`${reaction.id} ${answered.lockVersion}`}
                  record={record.bind(null, scope.slug)}
                  reaction={{ id: reaction.id, number: reaction.number, kind: reaction.kind }}
                  begin={beginOf(answered)}
                  requirements={answered.requirements}
                  similar={similar}
                  reasons={reasons}
                  search={{
                    words: asked.search ?? "",
                    found:
                      found?.rows.flatMap(({ id, code, title, body, dropped }) =>
                        dropped
                          ? []
                          : [{ id, code, title, text: shortened(bodyText(body), OPENING) }],
                      ) ?? null,
                  }}
                  hidden={hereFields(asked)}
                  head={<ReactionHead slug={scope.slug} reaction={reaction} />}
                  links={{ previous: linkTo(beside?.previous), next: linkTo(beside?.next) }}
                />
              ) : (
                <>
                  <ReactionHead slug={scope.slug} reaction={reaction} />
                  <DispositionFacts
                    slug={scope.slug}
                    code={`R-${reaction.number}`}
                    answered={answered}
                    mayWrite={false}
                  />
                </>
              )}
              {writes ? <EarlierAnswers slug={scope.slug} answered={answered} /> : null}
            </div>
          ) : (
            <div className={styles.answer}>
              <Paragraph muted>{t("list.none")}</Paragraph>
            </div>
          )}
        </div>
      </ClientMessages>
    </>
  );
}
