import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SubmissionKey } from "@/components/ui/submission-key";
import { Paragraph } from "@/components/ui/text";
import { formatDate, formatDayAndTime, formatMoment } from "@/domain/kernel/dates";
import type {
  ConsultationPage,
  OwnAnswers,
  Refusal,
  SentAnswer,
} from "@/domain/participation/model";
import { Said } from "./check-screen";
import { FileName } from "./file-name";
import { OwnAddress } from "./own-address";
import { questionsOf } from "./questions";
import styles from "./reacting.module.css";
import { Post } from "./reacting-shell";
import { type AskedMail, ReceiptMail } from "./receipt-mail";
import { Bottom } from "./start-screen";
import { Thanks } from "./thanks";
import { Unsent } from "./unsent";

interface Screen {
  page: ConsultationPage;
  own: OwnAnswers;
  code: string;
}

/** What happens now, as far as there is a date for it. */
function WhatNow({ page }: { page: ConsultationPage }) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  return (
    <section className={styles.form}>
      <Heading level={2}>{t("now.title")}</Heading>
      <ul className={styles.planning}>
        {page.closesAt ? (
          <li>
            <b>{t("now.until", { moment: formatDayAndTime(page.closesAt, language) })}</b>
            <br />
            {t("now.change")}
          </li>
        ) : null}
        {page.answerBy ? (
          <li>
            <b>{t("now.answerBy", { day: formatDate(page.answerBy, language) })}</b>
            <br />
            {t("now.answer")}
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** It is in: the number, and the address under which one comes back. */
export function ReceiptScreen({
  page,
  own,
  code,
  address,
  mail,
}: Screen & {
  address: string;
  /** Null where no mail is sent. */
  mail: AskedMail | null;
}) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  return (
    <>
      <Heading level={1}>{t("receipt.title")}</Heading>
      <Paragraph lead>
        {t.rich("receipt.number", {
          number: own.number,
          moment: formatMoment(own.sentAt ?? "", language),
          b: (chunks) => <b>{chunks}</b>,
        })}
      </Paragraph>
      <OwnAddress address={address}>{t("receipt.address")}</OwnAddress>
      {mail && !page.withdrawn ? <ReceiptMail code={code} number={own.number} mail={mail} /> : null}
      <WhatNow page={page} />
      <ButtonLink href={addresses.reactOwn(code)} className={styles.main}>
        {t("receipt.look")}
      </ButtonLink>
      {page.invited ? null : (
        <Post code={code} act="restart">
          <button type="submit" className={styles.textButton}>
            {t("receipt.restart")}
          </button>
        </Post>
      )}
    </>
  );
}

/** Stopping, to go on later here or elsewhere. */
export function LaterScreen({ page, code, address }: Screen & { address: string }) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  return (
    <>
      <Heading level={1}>{t("later.title")}</Heading>
      <Paragraph lead>
        {t("later.lead", { moment: formatDayAndTime(page.closesAt ?? "", language) })}
      </Paragraph>
      <OwnAddress address={address}>{t("later.address")}</OwnAddress>
      <ButtonLink
        variant="primary"
        href={addresses.reactStatement(code, 1)}
        className={styles.main}
      >
        {t("later.on")}
      </ButtonLink>
      <Card title={t("later.sharedTitle")} tone="quiet">
        <Paragraph>{t("later.shared")}</Paragraph>
        <Post code={code} act="forget">
          <Button type="submit" className={styles.main}>
            {t("later.forget")}
          </Button>
        </Post>
      </Card>
    </>
  );
}

/** What one sent, how far it is, and what one can still do. */
export function OwnScreen({
  page,
  own,
  code,
  feedback,
}: Screen & {
  /** What was done with it, once that was adopted. */
  feedback: ReactNode;
}) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  const open = page.state === "open";
  const placeOf = new Map(questionsOf(page).map(({ n, statement }) => [statement?.id ?? null, n]));
  const asked = new Map(page.statements.map(({ id, text }) => [id, text]));
  const standing = own.answers.filter(({ state }) => state !== "withdrawn");
  return (
    <>
      <p className={styles.eyebrow}>
        {page.title} · {own.number}
      </p>
      <Heading level={1}>{t("mine.title")}</Heading>
      <Paragraph>
        {own.sentAt ? t("mine.sent", { moment: formatMoment(own.sentAt, language) }) : null}{" "}
        {open && page.closesAt
          ? t("mine.until", { moment: formatDayAndTime(page.closesAt, language) })
          : page.withdrawn
            ? t("mine.invitationWithdrawn")
            : t("mine.closed")}
      </Paragraph>
      {page.state === "closed" && own.sentAt && !page.withdrawn ? (
        <Thanks {...page} contact={page.house.contact} answered={feedback !== null} />
      ) : null}
      {feedback}
      {own.drafts.length > 0 || own.files.some(({ sent }) => !sent) ? (
        <div className={styles.warning}>
          <p>
            <b>{t("mine.unsentTitle")}</b>
          </p>
          {open ? (
            <TextLink href={addresses.reactCheck(code)}>{t("mine.unsent")}</TextLink>
          ) : (
            <Unsent page={page} own={own} />
          )}
        </div>
      ) : null}
      <ol className={styles.answers}>
        {own.answers.map((answer) => {
          const n = placeOf.get(answer.statementId);
          const now =
            answer.statementId === null ? page.missingQuestion : asked.get(answer.statementId);
          return (
            <li key={answer.id} className={styles.answer}>
              <div className={styles.head}>
                <Badge tone={TONES[answer.state]}>{t(`state.${answer.state}`)}</Badge>
                {open && n && answer.state !== "withdrawn" ? (
                  <TextLink href={addresses.reactStatement(code, n, { from: "own" })}>
                    {t("check.change")}
                    <span className="visually-hidden"> {answer.asked}</span>
                  </TextLink>
                ) : null}
              </div>
              <p className={styles.asked}>
                <b>{answer.asked}</b>
              </p>
              {answer.state === "withdrawn" ? (
                <Paragraph muted>
                  {t("mine.withdrawn", { moment: formatMoment(answer.changedAt ?? "", language) })}
                </Paragraph>
              ) : (
                <>
                  <Said page={page} said={answer} />
                  <SentFile own={own} answer={answer} code={code} n={n} />
                </>
              )}
              {now && now !== answer.asked ? (
                <Paragraph muted>{t("mine.reworded", { text: now })}</Paragraph>
              ) : null}
              {answer.state === "waiting" ? (
                <Paragraph small muted>
                  {t("mine.waiting")}
                </Paragraph>
              ) : null}
              {answer.refusal ? <Refused refusal={answer.refusal} open={open} /> : null}
            </li>
          );
        })}
      </ol>
      {page.others === "never" || page.withdrawn ? null : (
        <TextLink href={addresses.reactOthers(code)}>{t("others.link")}</TextLink>
      )}
      {standing.length > 0 ? (
        <TextLink href={addresses.reactWithdraw(code)}>{t("withdraw.link")}</TextLink>
      ) : null}
      <Post code={code} act="forget">
        <button type="submit" className={styles.textButton}>
          {t("later.forget")}
        </button>
      </Post>
    </>
  );
}

/** How far a reaction is, as its colour says it; its words say it too. */
const TONES = { placed: "ok", waiting: "warning", refused: "error", withdrawn: "neutral" } as const;

/** Why it was not placed, and what one can do. */
function Refused({ refusal: { reason, note }, open }: { refusal: Refusal; open: boolean }) {
  const t = useTranslations("participation.react");
  const reasons = useTranslations("moderation.reasons");
  return (
    <>
      <Paragraph small>{t("mine.refusedWhy", { reason: reasons(reason).toLowerCase() })}</Paragraph>
      {note ? <Paragraph small>{t("mine.refusedNote", { note })}</Paragraph> : null}
      {open ? (
        <Paragraph small muted>
          {t("mine.refusedChange")}
        </Paragraph>
      ) : null}
    </>
  );
}

/** The file that was sent with an answer, with the way to take it away. */
function SentFile({
  own,
  answer: { statementId, asked },
  code,
  n,
}: {
  own: OwnAnswers;
  answer: SentAnswer;
  code: string;
  n: number | undefined;
}) {
  const t = useTranslations("participation.react");
  const file = own.files.find((one) => one.sent && one.statementId === statementId);
  if (!file) return null;
  return (
    <p className={styles.file}>
      <FileName file={file} />
      {n ? (
        <TextLink href={addresses.reactFile(code, n)}>
          {t("file.change")}
          <span className="visually-hidden"> {asked}</span>
        </TextLink>
      ) : null}
    </p>
  );
}

/** Taking back all, after closing as well: asked once, with what stays. */
export function WithdrawScreen({
  own,
  code,
  used,
}: Screen & {
  /** How many of the reactions something rests on already. */
  used: number;
}) {
  const t = useTranslations("participation.react");
  return (
    <>
      <Heading level={1}>{t("withdraw.title")}</Heading>
      <Paragraph>{t("withdraw.body")}</Paragraph>
      {used > 0 ? <Paragraph>{t("withdraw.used", { count: used })}</Paragraph> : null}
      <Paragraph>{t("withdraw.stays", { number: own.number })}</Paragraph>
      <Post code={code} act="withdraw" hidden={{ who: own.number }} className={styles.form}>
        <SubmissionKey />
        <Bottom>
          <ButtonLink href={addresses.reactOwn(code)}>{t("withdraw.no")}</ButtonLink>
          <Button type="submit" variant="danger" className={styles.main}>
            {t("withdraw.yes")}
          </Button>
        </Bottom>
      </Post>
    </>
  );
}
