import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { SubmissionKey } from "@/components/ui/submission-key";
import { Paragraph } from "@/components/ui/text";
import { formatDayAndTime } from "@/domain/kernel/dates";
import type { ConsultationPage, OwnAnswers, Typed } from "@/domain/participation/model";
import { fileAt, isEmpty, standing, tooLongBy } from "@/domain/participation/rules";
import { findPersonalData } from "@/domain/privacy/rules";
import { CodePointIndex } from "@/domain/text/rules";
import { Progress } from "./answer-screens";
import { FileName } from "./file-name";
import { questionsOf } from "./questions";
import styles from "./reacting.module.css";
import { Post } from "./reacting-shell";
import { Bottom } from "./start-screen";

/** The words somebody wrote, with what may be a name or a number marked; and whether anything was. */
function marked(text: string): { pieces: ReactNode[]; found: boolean } {
  const index = new CodePointIndex(text);
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of findPersonalData(text)) {
    const [from, to] = [index.toUtf16(start), index.toUtf16(end)];
    pieces.push(text.slice(at, from), <mark key={start}>{text.slice(from, to)}</mark>);
    at = to;
  }
  pieces.push(text.slice(at));
  return { pieces, found: pieces.length > 1 };
}

/** What somebody said, in the words of the consultation. */
export function Said({
  page,
  said,
  own = null,
}: {
  page: ConsultationPage;
  said: Typed;
  own?: ReactNode;
}) {
  const t = useTranslations("participation.react");
  const { position, text } = said;
  if (isEmpty(said)) return <Paragraph muted>{t("check.empty")}</Paragraph>;
  return (
    <>
      {position ? (
        <p>
          <b>{page.positionWords?.[position] ?? t(`position.${position}`)}</b>
        </p>
      ) : null}
      {text ? <blockquote className={styles.said}>{own ?? text}</blockquote> : null}
    </>
  );
}

/** Everything once more before it is sent. What may be a name is marked: it warns and never stops. */
export function CheckScreen({
  page,
  own,
  code,
}: {
  page: ConsultationPage;
  own: OwnAnswers;
  code: string;
}) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  const questions = questionsOf(page);
  const rows = questions.map((question) => {
    const id = question.statement?.id ?? null;
    const said = standing(id, own.drafts, own.answers);
    const draft = own.drafts.find(({ statementId }) => statementId === id);
    const file = fileAt(own.files, id);
    return {
      question,
      said,
      file,
      over: tooLongBy(said.text, page.maxLength),
      differs: draft?.other,
      alone: file !== null && !file.sent && isEmpty(said),
    };
  });
  const wrong = rows.filter(({ over, differs, alone }) => over > 0 || differs || alone);
  const nothing = rows.every(({ said }) => isEmpty(said));
  return (
    <>
      {wrong.length > 0 ? (
        <div id="fout" tabIndex={-1} className={styles.summary}>
          <h2 className={styles.summaryTitle}>{t("errors", { count: wrong.length })}</h2>
          <ul>
            {wrong.map(({ question: { n }, over, alone }) => (
              <li key={n}>
                <a href={addresses.reactStatement(code, n, { from: "check" })}>
                  {over > 0
                    ? t("answer.tooLong", { count: over })
                    : alone
                      ? t("file.alone")
                      : t("otherWindow.title")}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Progress label={t("check.almost")} at={questions.length} of={questions.length} />
      <Heading level={1}>{t("check.title")}</Heading>
      <div className={styles.head}>
        <Paragraph>
          {t.rich("start.as", {
            group: own.group?.name ?? t("somebodyElse"),
            b: (chunks) => <b>{chunks}</b>,
          })}
        </Paragraph>
        {own.sentAt === null && page.group === null && page.groups.length > 0 ? (
          <TextLink href={addresses.reactGroup(code)}>{t("check.changeGroup")}</TextLink>
        ) : null}
      </div>
      <ol className={styles.answers}>
        {rows.map(({ question: { n, statement }, said, file }) => {
          const { pieces, found } = marked(said.text);
          return (
            <li key={n} className={styles.answer}>
              <div className={styles.head}>
                {statement ? (
                  <Badge tone="statement">{t("check.number", { n })}</Badge>
                ) : (
                  <b>{page.missingQuestion}</b>
                )}
                <TextLink href={addresses.reactStatement(code, n, { from: "check" })}>
                  {t("check.change")}
                  <span className="visually-hidden">
                    {" "}
                    {statement ? t("check.number", { n }) : page.missingQuestion}
                  </span>
                </TextLink>
              </div>
              {statement ? (
                <p className={styles.asked}>
                  <b>{statement.text}</b>
                </p>
              ) : null}
              <Said page={page} said={said} own={pieces} />
              {file ? <FileName file={file} /> : null}
              {found ? (
                <p className={styles.warning}>
                  <b>{t("check.nameTitle")}</b> {t("check.name")}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
      {nothing ? (
        <ButtonLink
          variant="primary"
          href={addresses.reactStatement(code, 1)}
          className={styles.main}
        >
          {t("check.nothing")}
        </ButtonLink>
      ) : (
        <Post code={code} act="send" hidden={{ who: own.number }}>
          <SubmissionKey />
          <Bottom>
            <Button type="submit" variant="primary" className={styles.main}>
              {own.sentAt ? t("check.sendAgain") : t("check.send")}
            </Button>
          </Bottom>
        </Post>
      )}
      {page.closesAt ? (
        <Paragraph small muted>
          {t("check.until", { moment: formatDayAndTime(page.closesAt, language) })}
        </Paragraph>
      ) : null}
    </>
  );
}
