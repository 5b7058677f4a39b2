import { useTranslations } from "next-intl";
import { RichTextView } from "@/components/editor/rich-text-view";
import { StatementPicture } from "@/components/statements/statement-picture";
import { Icon } from "@/components/ui/icon";
import { POSITIONS } from "@/db/vocabulary";
import type { ConsultationPage, Draft, OwnFile, Typed } from "@/domain/participation/model";
import { tooLongBy } from "@/domain/participation/rules";
import { Choices } from "./choices";
import { FileName } from "./file-name";
import type { Question } from "./questions";
import styles from "./reacting.module.css";
import { WordsField } from "./words-field";

/** The id of the words of one answer: what an error leads to. */
export const wordsId = (n: number) => `reactie-${n}`;

/** The fields of one answer, as they were kept. The names say which: one form may hold several. */
export function AnswerFields({
  page,
  question: { n, statement },
  kept,
  draft,
  file,
}: {
  page: ConsultationPage;
  question: Question;
  kept: Typed;
  draft: Draft | undefined;
  /** What comes with it. */
  file: OwnFile | null;
}) {
  const t = useTranslations("participation.react");
  const over = tooLongBy(kept.text, page.maxLength);
  const id = wordsId(n);
  const described = [`${id}-hint`, over > 0 ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <>
      <input type="hidden" name={`id.${n}`} value={statement?.id ?? ""} />
      <input type="hidden" name={`seen.${n}`} defaultValue={draft?.n ?? 0} />
      {statement && page.asksPosition ? (
        <Choices
          name={`position.${n}`}
          legend={t("answer.position")}
          chosen={kept.position}
          options={POSITIONS.map((value) => ({
            value,
            label: page.positionWords?.[value] ?? t(`position.${value}`),
          }))}
        />
      ) : null}
      <div className={styles.words}>
        <label htmlFor={id} className={styles.legend}>
          {statement ? t("answer.words") : t("answer.missing")}{" "}
          <span className={styles.optional}>{t("answer.optional")}</span>
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {t("answer.hint")}
        </p>
        {over > 0 ? (
          <p id={`${id}-error`} className={styles.error}>
            <Icon name="error" />
            {t("answer.tooLong", { count: over })}
          </p>
        ) : null}
        <WordsField
          id={id}
          name={`text.${n}`}
          words={kept.text}
          describedBy={described}
          invalid={over > 0}
          most={page.maxLength}
        />
      </div>
      {page.takesFiles ? (
        <p className={styles.file}>
          {file ? <FileName file={file} /> : null}
          <button type="submit" name="go" value={`file.${n}`} className={styles.textButton}>
            {file ? t("file.change") : t("file.add")}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** The stelling itself, with why it was put; the question after them has no more to say. */
export function QuestionHead({
  page,
  question: { statement },
  level,
  pictureAt,
  eyebrow,
}: {
  page: ConsultationPage;
  question: Question;
  level: 1 | 2;
  /** The address of a picture with an explanation. */
  pictureAt: (id: string) => string;
  eyebrow?: string;
}) {
  const t = useTranslations("participation.react");
  const Tag = `h${level}` as const;
  return (
    <div className={styles.statement}>
      {eyebrow ? <p className={styles.eyebrow}>{eyebrow}</p> : null}
      <Tag className={styles.statementText}>{statement?.text ?? page.missingQuestion}</Tag>
      {statement?.explanation ? (
        <details>
          <summary>{t("answer.why")}</summary>
          {statement.explanationBody ? (
            <RichTextView body={statement.explanationBody} />
          ) : (
            <p className={styles.lines}>{statement.explanation}</p>
          )}
          {statement.picture ? (
            <StatementPicture picture={statement.picture} src={pictureAt(statement.picture.id)} />
          ) : null}
        </details>
      ) : null}
    </div>
  );
}

/** Two windows wrote something else: both texts, to choose one. */
export function OtherWindow({ draft }: { draft: Draft | undefined }) {
  const t = useTranslations("participation.react");
  if (!draft?.other) return null;
  return (
    <div className={styles.warning} id="fout" tabIndex={-1}>
      <p>
        <b>{t("otherWindow.title")}</b>
      </p>
      <p>{t("otherWindow.body")}</p>
      <blockquote className={styles.said}>
        {draft.other.position ? `${t(`position.${draft.other.position}`)}. ` : null}
        {draft.other.text}
      </blockquote>
    </div>
  );
}
