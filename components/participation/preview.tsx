import { useTranslations } from "next-intl";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { ConsultationPage } from "@/domain/participation/model";
import { AnswerFields, QuestionHead } from "./answer-fields";
import { Progress } from "./answer-screens";
import { GroupChoice } from "./group-choice";
import { questionsOf } from "./questions";
import styles from "./reacting.module.css";

/** The screens of who reacts, one after the other, with nothing to send. */
export function PreviewScreens({
  page,
  at,
  href,
  pictureAt,
}: {
  page: ConsultationPage;
  /** 1 for the start, then the stellingen. */
  at: number;
  href: (n: number) => string;
  pictureAt: (id: string) => string;
}) {
  const t = useTranslations("participation");
  const questions = questionsOf(page);
  const question = questions[at - 2];
  const nothing = { statementId: question?.statement?.id ?? null, position: null, text: "" };
  return (
    <div className={styles.screen}>
      <Paragraph muted>{t("prepare.previewNote")}</Paragraph>
      {question ? (
        <>
          <Progress
            label={
              question.statement
                ? t("react.answer.of", { n: question.n, count: page.statements.length })
                : t("react.answer.last")
            }
            at={question.n}
            of={questions.length}
          />
          <QuestionHead page={page} question={question} level={2} pictureAt={pictureAt} />
          <AnswerFields
            page={page}
            question={question}
            kept={nothing}
            draft={undefined}
            file={null}
          />
        </>
      ) : (
        <>
          <Heading level={2}>{page.title}</Heading>
          <Paragraph lead className={styles.lines}>
            {page.introduction}
          </Paragraph>
          <GroupChoice page={page} chosen={null} />
        </>
      )}
      <p className={styles.aside}>
        {at > 1 ? <TextLink href={href(at - 1)}>{t("react.answer.previous")}</TextLink> : null}
        {at <= questions.length ? (
          <TextLink href={href(at + 1)}>{t("react.answer.next")}</TextLink>
        ) : null}
      </p>
    </div>
  );
}
