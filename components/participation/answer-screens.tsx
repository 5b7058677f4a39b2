import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Button } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { formatClock } from "@/domain/kernel/dates";
import type { ConsultationPage, OwnAnswers } from "@/domain/participation/model";
import { fileAt, standing, tooLongBy } from "@/domain/participation/rules";
import { AnswerFields, OtherWindow, QuestionHead, wordsId } from "./answer-fields";
import { KeepTyping } from "./keep-typing";
import { questionsOf } from "./questions";
import styles from "./reacting.module.css";
import { Bottom } from "./start-screen";

interface Screen {
  page: ConsultationPage;
  own: OwnAnswers;
  code: string;
}

const draftOf = (own: OwnAnswers, statementId: string | null) =>
  own.drafts.find((draft) => draft.statementId === statementId);

const keptOf = (own: OwnAnswers, statementId: string | null) =>
  standing(statementId, own.drafts, own.answers);

/** How far one is, in words and as a row of lines. */
export function Progress({ label, at, of }: { label: string; at: number; of: number }) {
  return (
    <div className={styles.progress}>
      <p>{label}</p>
      <div aria-hidden="true" className={styles.lineRow}>
        {Array.from({ length: of }, (_, i) => i).map((i) => (
          <span key={i} className={i < at ? styles.passed : styles.ahead} />
        ))}
      </div>
    </div>
  );
}

/** What is wrong, above the form: each leads to its field. */
function Errors({ errors }: { errors: { n: number; over: number }[] }) {
  const t = useTranslations("participation.react");
  if (errors.length === 0) return null;
  return (
    <div id="fout" tabIndex={-1} className={styles.summary}>
      <h2 className={styles.summaryTitle}>{t("errors", { count: errors.length })}</h2>
      <ul>
        {errors.map(({ n, over }) => (
          <li key={n}>
            <a href={`#${wordsId(n)}`}>{t("answer.tooLong", { count: over })}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One stelling at a time. `from` is the screen to which one goes back when it was opened from there. */
export function AnswerScreen({
  page,
  own,
  code,
  n,
  from,
  inRoom = false,
  onScreen = null,
}: Screen & {
  n: number;
  from: "check" | "own" | null;
  /** Whether a meeting is going on: then an answer is sent by itself. */
  inRoom?: boolean;
  /** What says which stelling is on the screen in the room. */
  onScreen?: ReactNode;
}) {
  const t = useTranslations("participation.react");
  const room = useTranslations("room.phone");
  const questions = questionsOf(page);
  const question = questions[n - 1];
  if (!question) return null;
  const id = question.statement?.id ?? null;
  const kept = keptOf(own, id);
  const draft = draftOf(own, id);
  const over = tooLongBy(kept.text, page.maxLength);
  const sent = draft ? undefined : own.answers.find((one) => one.statementId === id);
  const time = sent && formatClock(sent.changedAt ?? sent.sentAt);
  return (
    <KeepTyping
      address={addresses.reactSend(code)}
      saved={draft ? formatClock(draft.savedAt) : null}
    >
      <Errors errors={over > 0 ? [{ n, over }] : []} />
      <OtherWindow draft={draft} />
      {onScreen}
      {inRoom && time && sent.state !== "withdrawn" ? (
        <p role="status">
          <b>{sent.state === "waiting" ? room("waits", { time }) : room("sent", { time })}</b>
        </p>
      ) : null}
      <Progress
        label={
          question.statement
            ? t("answer.of", { n, count: page.statements.length })
            : t("answer.last")
        }
        at={n}
        of={questions.length}
      />
      <QuestionHead
        page={page}
        question={question}
        level={1}
        pictureAt={(id) => addresses.reactPicture(code, id)}
      />
      <form method="post" action={addresses.reactSend(code)} className={styles.form}>
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="who" value={own.number} />
        <input type="hidden" name="at" value={n} />
        {from ? <input type="hidden" name="from" value={from} /> : null}
        {/* What Enter at a choice presses: the first of a form. */}
        <button
          type="submit"
          name="go"
          value={inRoom ? "vote" : (from ?? "next")}
          hidden
          tabIndex={-1}
          aria-hidden
        />
        <AnswerFields
          page={page}
          question={question}
          kept={kept}
          draft={draft}
          file={fileAt(own.files, id)}
        />
        <p className={styles.aside}>
          <button type="submit" name="go" value="stop" className={styles.textButton}>
            {t("answer.stop")}
          </button>
          {from ? null : (
            <button type="submit" name="go" value="all" className={styles.textButton}>
              {t("answer.all")}
            </button>
          )}
        </p>
        <Bottom>
          {inRoom ? (
            <Button type="submit" name="go" value="vote" variant="primary" className={styles.main}>
              {room("vote")}
            </Button>
          ) : null}
          {from || inRoom ? null : (
            <Button type="submit" name="go" value="previous">
              {t("answer.previous")}
            </Button>
          )}
          <Button
            type="submit"
            name="go"
            value={from ?? "next"}
            variant={inRoom ? "secondary" : "primary"}
            className={inRoom ? undefined : styles.main}
          >
            {from
              ? t("answer.ready")
              : n === questions.length
                ? t("answer.check")
                : t("answer.next")}
          </Button>
        </Bottom>
      </form>
    </KeepTyping>
  );
}

/** All stellingen on one page. */
export function AllScreen({ page, own, code }: Screen) {
  const t = useTranslations("participation.react");
  const questions = questionsOf(page);
  const kept = questions.map((question) => {
    const id = question.statement?.id ?? null;
    return { question, kept: keptOf(own, id), draft: draftOf(own, id) };
  });
  const errors = kept.flatMap(({ question: { n }, kept: { text } }) => {
    const over = tooLongBy(text, page.maxLength);
    return over > 0 ? [{ n, over }] : [];
  });
  const saved = own.drafts.at(-1)?.savedAt;
  return (
    <KeepTyping address={addresses.reactSend(code)} saved={saved ? formatClock(saved) : null}>
      <Errors errors={errors} />
      <Heading level={1}>{page.title}</Heading>
      <form method="post" action={addresses.reactSend(code)} className={styles.form}>
        <input type="hidden" name="act" value="save" />
        <input type="hidden" name="who" value={own.number} />
        <button type="submit" name="go" value="check" hidden tabIndex={-1} aria-hidden />
        {kept.map((one) => (
          <section key={one.question.n} className={styles.form}>
            <OtherWindow draft={one.draft} />
            <QuestionHead
              {...one}
              page={page}
              level={2}
              pictureAt={(id) => addresses.reactPicture(code, id)}
              eyebrow={
                one.question.statement
                  ? t("answer.of", { n: one.question.n, count: page.statements.length })
                  : undefined
              }
            />
            <AnswerFields
              page={page}
              {...one}
              file={fileAt(own.files, one.question.statement?.id ?? null)}
            />
          </section>
        ))}
        <p className={styles.aside}>
          <button type="submit" name="go" value="stop" className={styles.textButton}>
            {t("answer.stop")}
          </button>
          <button type="submit" name="go" value="one" className={styles.textButton}>
            {t("answer.one")}
          </button>
        </p>
        <Bottom>
          <Button type="submit" name="go" value="check" variant="primary" className={styles.main}>
            {t("answer.check")}
          </Button>
        </Bottom>
      </form>
      <TextLink href={addresses.reactPrivacy(code)}>{t("privacy.link")}</TextLink>
    </KeepTyping>
  );
}
