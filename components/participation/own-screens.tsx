import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton, CopyField } from "@/components/accounts/copy-field";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SubmissionKey } from "@/components/ui/submission-key";
import { Paragraph } from "@/components/ui/text";
import { formatDate, formatDayAndTime, formatMoment } from "@/domain/kernel/dates";
import type { ConsultationPage, OwnAnswers, SentAnswer } from "@/domain/participation/model";
import { isEmpty } from "@/domain/participation/rules";
import { Said } from "./check-screen";
import { FileName } from "./file-name";
import { questionsOf } from "./questions";
import styles from "./reacting.module.css";
import { Post } from "./reacting-shell";
import { type AskedMail, ReceiptMail } from "./receipt-mail";
import { Bottom } from "./start-screen";

interface Screen {
  page: ConsultationPage;
  own: OwnAnswers;
  code: string;
}

/** The address that only they have: as text that can be selected, and copied where a script can. */
function OwnAddress({ address, children }: { address: string; children: ReactNode }) {
  const t = useTranslations("participation.react");
  return (
    <Card title={t("own.keepTitle")}>
      <CopyField
        label={t("own.addressLabel")}
        value={address}
        copyLabel={t("own.copy")}
        copiedText={t("own.copied")}
      />
      <Paragraph>{children}</Paragraph>
    </Card>
  );
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
export function OwnScreen({ page, own, code }: Screen) {
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
                <Badge tone={answer.state === "placed" ? "ok" : "neutral"}>
                  {t(`state.${answer.state}`)}
                </Badge>
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

/** What was kept and not sent, to read and to copy. */
function Unsent({ page, own }: Pick<Screen, "page" | "own">) {
  const t = useTranslations("participation.react");
  const asked = new Map(page.statements.map(({ id, text }) => [id, text]));
  const unsent = own.drafts
    .filter((draft) => !isEmpty(draft))
    .map((draft) => ({
      draft,
      to: draft.statementId === null ? page.missingQuestion : asked.get(draft.statementId),
    }));
  const words = unsent.flatMap(({ draft: { text }, to }) => (text ? [`${to ?? ""}\n${text}`] : []));
  return (
    <>
      <ul className={styles.answers}>
        {unsent.map(({ draft, to }) => (
          <li key={draft.statementId ?? ""} className={styles.answer}>
            <p className={styles.asked}>
              <b>{to}</b>
            </p>
            <Said page={page} said={draft} />
          </li>
        ))}
      </ul>
      {words.length > 0 ? (
        <div>
          <CopyButton
            value={words.join("\n\n")}
            copyLabel={t("closed.copy")}
            copiedText={t("closed.copied")}
          />
        </div>
      ) : null}
    </>
  );
}

/** Their invitation was withdrawn after they sent something. */
export function WithdrawnScreen({ code }: { code: string }) {
  const t = useTranslations("participation.react");
  return (
    <>
      <Heading level={1}>{t("invitationWithdrawn.title")}</Heading>
      <Paragraph lead>{t("invitationWithdrawn.body")}</Paragraph>
      <ButtonLink href={addresses.reactOwn(code)} className={styles.main}>
        {t("receipt.look")}
      </ButtonLink>
    </>
  );
}

/** It is over: what one still had is shown, and what comes of it. */
export function ClosedScreen({
  page,
  own,
  code,
  address,
}: Omit<Screen, "own"> & {
  own: OwnAnswers | null;
  /** Under which they come back to it, on this device or another; null when nobody is known here. */
  address: string | null;
}) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  const unsent = own?.drafts.some((draft) => !isEmpty(draft)) ?? false;
  return (
    <>
      <Heading level={1}>{t("closed.title")}</Heading>
      <Paragraph lead>
        {page.closedFrom
          ? t("closed.since", { moment: formatMoment(page.closedFrom, language) })
          : null}
      </Paragraph>
      {own && unsent ? (
        <Card title={t("closed.unsentTitle")}>
          <Paragraph>{t("closed.unsent", { days: page.keepDays })}</Paragraph>
          <Unsent page={page} own={own} />
          <Paragraph>{t("closed.longer")}</Paragraph>
        </Card>
      ) : null}
      {unsent && address ? <OwnAddress address={address}>{t("closed.address")}</OwnAddress> : null}
      {own?.sentAt ? (
        <ButtonLink href={addresses.reactOwn(code)} className={styles.main}>
          {t("receipt.look")}
        </ButtonLink>
      ) : null}
      {page.answerBy ? (
        <Paragraph>{t("closed.answerBy", { day: formatDate(page.answerBy, language) })}</Paragraph>
      ) : null}
      {page.others === "never" ? null : (
        <TextLink href={addresses.reactOthers(code)}>{t("others.link")}</TextLink>
      )}
      <section className={styles.form}>
        <Heading level={2}>{t("closed.statements")}</Heading>
        <ol className={styles.answers}>
          {page.statements.map(({ id, text }) => (
            <li key={id} className={styles.answer}>
              {text}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
