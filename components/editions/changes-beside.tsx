import { useTranslations } from "next-intl";
import { OutcomeShape } from "@/components/dispositions/outcome-shape";
import { Heading } from "@/components/ui/heading";
import type { Answer } from "@/domain/editions/model";
import type { CoreValueChangeView, ReactionChangeView } from "@/domain/editions/rules/views";
import styles from "./changes.module.css";
import { WordChanges } from "./word-changes";

/** A kernwaarde that is new, gone or other than it was. */
export function CoreValueChange({
  row: { key, kind, was, is, gained, lost },
}: {
  row: CoreValueChangeView;
}) {
  const t = useTranslations("editions.changes");
  const shown = is ?? was;
  if (!shown) return null;
  const fields = (["name", "definition", "rule"] as const).filter(
    (field) => kind === "changed" && was?.[field] !== is?.[field],
  );
  const more = (is?.requirements ?? []).filter((code) => !was?.requirements.includes(code));
  const less = (was?.requirements ?? []).filter((code) => !is?.requirements.includes(code));
  return (
    <article className={styles.change} id={key}>
      <div className={styles.what}>
        <span className={styles.kind}>{t(`thing.${kind}`)}</span>
        <b>{key}</b>
      </div>
      <div className={styles.words}>
        <Heading level={3}>{shown.name}</Heading>
        {fields.map((field) => (
          <div key={field}>
            <p className="muted small">{t(`coreValue.field.${field}`)}</p>
            <WordChanges before={was?.[field] ?? ""} after={is?.[field] ?? ""} />
          </div>
        ))}
        {kind === "changed" ? null : <p>{shown.definition}</p>}
      </div>
      <div className={styles.why}>
        {was && is && was.total !== is.total ? (
          <p>{t("coreValue.total", { before: was.total, after: is.total })}</p>
        ) : null}
        {gained > 0 ? <p>{t("coreValue.gained", { count: gained })}</p> : null}
        {lost > 0 ? <p>{t("coreValue.lost", { count: lost })}</p> : null}
        {is && more.length > 0 ? (
          <p>
            {t("coreValue.more")} {more.join(", ")}
          </p>
        ) : null}
        {is && less.length > 0 ? (
          <p>
            {t("coreValue.less")} {less.join(", ")}
          </p>
        ) : null}
      </div>
    </article>
  );
}

/** A reaction that came, went, or was answered otherwise. */
export function ReactionChange({
  row: { key, kind, was, is, group },
}: {
  row: ReactionChangeView;
}) {
  const t = useTranslations("editions.changes");
  const site = useTranslations("editions.site");
  const shown = is ?? was;
  if (!shown) return null;
  const [before, after] = [was?.answer ?? null, is?.answer ?? null];
  return (
    <article className={styles.change} id={key}>
      <div className={styles.what}>
        <span className={styles.kind}>{t(`reaction.${kind}`)}</span>
        <b>{key}</b>
      </div>
      <div className={styles.words}>
        <p className="muted small">{group?.name ?? site("noGroup")}</p>
        {was && is && was.text !== is.text ? (
          <WordChanges before={was.text} after={is.text} />
        ) : (
          <blockquote className={styles.quote} lang="nl">
            {shown.text}
          </blockquote>
        )}
      </div>
      <div className={styles.why}>
        {kind === "answered" && before?.outcome !== after?.outcome ? (
          <p>
            <span className="visually-hidden">{t("answerWas")} </span>
            <del>
              <Outcome answer={before} />
            </del>{" "}
            <span className="visually-hidden">{t("answerIs")} </span>
            <Outcome answer={after} />
          </p>
        ) : (
          <p>
            <Outcome answer={shown.answer} />
          </p>
        )}
        {kind === "answered" ? (
          <WordChanges before={before?.reason ?? ""} after={after?.reason ?? ""} />
        ) : shown.answer?.reason ? (
          <p>{shown.answer.reason}</p>
        ) : null}
        {shown.answer?.where ? (
          <p>
            {site("where")} {shown.answer.where}
          </p>
        ) : null}
        {shown.answer && shown.answer.requirements.length > 0 ? (
          <p>{shown.answer.requirements.join(", ")}</p>
        ) : null}
      </div>
    </article>
  );
}

function Outcome({ answer }: { answer: Answer | null }) {
  const t = useTranslations("dispositions.outcome");
  const site = useTranslations("editions.site");
  if (!answer) return site("unanswered");
  return (
    <span className={styles.outcome}>
      <OutcomeShape outcome={answer.outcome} /> {t(answer.outcome)}
    </span>
  );
}
