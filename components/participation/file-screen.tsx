import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Button, ButtonLink } from "@/components/ui/button";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { SubmissionKey } from "@/components/ui/submission-key";
import { Paragraph } from "@/components/ui/text";
import {
  type ConsultationPage,
  FILES_OFFERED,
  MAX_FILE_MEGABYTES,
  type OwnAnswers,
} from "@/domain/participation/model";
import { fileAt } from "@/domain/participation/rules";
import { FileName } from "./file-name";
import type { Question } from "./questions";
import styles from "./reacting.module.css";
import { Post } from "./reacting-shell";
import { Bottom } from "./start-screen";

/** A file with one answer: the one there is, to take away; and another one to send. An ordinary form, without a script. */
export function FileScreen({
  page,
  own,
  code,
  question: { n, statement },
  wrong,
}: {
  page: ConsultationPage;
  own: OwnAnswers;
  code: string;
  question: Question;
  /** Why the last one was not kept; null when nothing is wrong. */
  wrong: string | null;
}) {
  const t = useTranslations("participation.react.file");
  const file = fileAt(own.files, statement?.id ?? null);
  const takes = page.takesFiles && page.state === "open";
  const back = page.state === "open" ? addresses.reactStatement(code, n) : addresses.reactOwn(code);
  return (
    <>
      {wrong ? (
        <div id="fout" tabIndex={-1} role="alert" className={styles.summary}>
          <h2 className={styles.summaryTitle}>{t("failed")}</h2>
          <p>{takes ? <a href="#bestand">{wrong}</a> : wrong}</p>
        </div>
      ) : null}
      <p className={styles.eyebrow}>{statement?.text ?? page.missingQuestion}</p>
      <Heading level={1}>{t("title")}</Heading>
      {file ? (
        <section className={styles.answer}>
          <FileName file={file} />
          <Paragraph small muted>
            {file.sent ? t("sent") : t("unsent")}
          </Paragraph>
          <Post code={code} act="removeFile" hidden={{ who: own.number, at: String(n) }}>
            <SubmissionKey />
            <button type="submit" className={styles.textButton}>
              {t("remove")}
            </button>
          </Post>
        </section>
      ) : null}
      {takes ? (
        <form
          method="post"
          encType="multipart/form-data"
          action={addresses.reactSendFile(code, n)}
          className={styles.form}
        >
          {/* Before the file: they are known when it comes. */}
          <input type="hidden" name="who" value={own.number} />
          <SubmissionKey />
          <div className={styles.words}>
            <label htmlFor="bestand" className={styles.legend}>
              {file ? t("another") : t("choose")}
            </label>
            <p id="bestand-hint" className={styles.hint}>
              {t("hint", { limit: MAX_FILE_MEGABYTES })}
            </p>
            {wrong ? (
              <p id="bestand-error" className={styles.error}>
                <Icon name="error" />
                {wrong}
              </p>
            ) : null}
            <input
              id="bestand"
              type="file"
              name="file"
              accept={FILES_OFFERED}
              aria-describedby={wrong ? "bestand-hint bestand-error" : "bestand-hint"}
              aria-invalid={wrong ? true : undefined}
              className={styles.chooseFile}
            />
          </div>
          <Paragraph>{t("who", { days: page.keepDays })}</Paragraph>
          <Bottom>
            <ButtonLink href={back}>{t("back")}</ButtonLink>
            <Button type="submit" variant="primary" className={styles.main}>
              {t("submit")}
            </Button>
          </Bottom>
        </form>
      ) : (
        <ButtonLink href={back}>{t("back")}</ButtonLink>
      )}
    </>
  );
}
