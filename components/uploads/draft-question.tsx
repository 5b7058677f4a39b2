import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { SheetQuestion } from "@/components/bulk/sheet-question";
import { useFailureWords } from "@/components/sources/failure-words";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { TextLink } from "@/components/ui/link";
import type { ChangedWords, TrackedChanges } from "@/domain/sources/formats/model";
import type { Draft } from "@/domain/uploads/model";
import { asksEncoding } from "@/domain/uploads/rules";
import { ChoiceForm } from "./choice-form";
import styles from "./draft-question.module.css";
import { useDraftWords } from "./draft-words";
import { EncodingChoice } from "./encoding-choice";
import type { DraftActions } from "./model";

/** A file that asks something before it is added, with a choice that is made already. */
export function DraftQuestion({
  n,
  draft,
  slug,
  format,
  actions,
}: {
  /** Its number among the questions. */
  n: number;
  draft: Draft;
  slug: string;
  format: string | null;
  actions: DraftActions;
}) {
  const t = useTranslations("uploads");
  const bulk = useTranslations("bulk.question");
  const words = useDraftWords();
  const wordsOf = useFailureWords();
  const { found, known, sameAs } = draft;
  const changes = found?.trackedChanges;
  const encoding = asksEncoding(draft);
  const about = [
    known || sameAs ? t("known.title") : null,
    changes ? t("changes.title", { count: changes.count }) : null,
    found?.sheet ? bulk("about", { rows: found.sheet.facts.rows }) : null,
    encoding ? t("encoding.about") : null,
  ].find((words) => words !== null);
  return (
    <li className={styles.question}>
      <span className={styles.number}>
        <span className="visually-hidden">{t("drafts.question", { n })}</span>
        <span aria-hidden="true">{n}</span>
      </span>
      <div className={styles.body}>
        <div className={styles.top}>
          <p className={styles.title}>
            <strong>{draft.title ?? draft.fileName}</strong>{" "}
            <span className={styles.about}>· {about}</span>
          </p>
          <span className={styles.facts}>{words.facts(draft, format)}</span>
        </div>
        {known ? (
          <p>
            {t.rich("known.inDossier", {
              title: known.title,
              a: (chunks) => (
                <TextLink href={addresses.dossier(slug).source(known.id)}>{chunks}</TextLink>
              ),
            })}
          </p>
        ) : null}
        {!known && sameAs ? <p>{t("known.inList", { name: sameAs })}</p> : null}
        {!known && !sameAs && changes ? (
          <Changes draft={draft} changes={changes} choose={actions.choose} />
        ) : null}
        {draft.state === "failed" ? <p>{wordsOf(draft.failure)}</p> : null}
        {encoding ? <EncodingChoice draft={draft} choose={actions.choose} /> : null}
        {draft.state === "ready" && found?.sheet && !known && !sameAs ? (
          <SheetQuestion sheet={found.sheet} href={addresses.dossier(slug).columns(draft.id)} />
        ) : null}
        {draft.state === "ready" && found && !found.sheet && !known && !sameAs ? (
          <p className={styles.becomes}>
            <strong>{words.documents(found)}</strong>, {words.input(found)}.{" "}
            {t("drafts.unsure", { count: found.numbers.unsure })}
          </p>
        ) : null}
        <div className={styles.acts}>
          <ButtonForm action={actions.drop} hidden={{ uploadId: draft.id }}>
            <Button
              type="submit"
              size="small"
              variant="subtle"
              aria-label={t("drafts.dropOf", { name: draft.fileName })}
            >
              {t("drafts.drop")}
            </Button>
          </ButtonForm>
        </div>
      </div>
    </li>
  );
}

function Changes({
  draft,
  changes: { count, examples },
  choose,
}: {
  draft: Draft;
  changes: TrackedChanges;
  choose: DraftActions["choose"];
}) {
  const t = useTranslations("uploads.changes");
  const values = [
    { value: "with", label: t("with") },
    { value: "without", label: t("without") },
  ] as const;
  const [first, ...others] = examples;
  const chosen = draft.choices.trackedChanges ?? "with";
  return (
    <>
      <p>{t("question")}</p>
      {first ? <Example words={first} /> : null}
      {others.length > 0 ? (
        <details className={styles.more}>
          <summary>{t("all", { shown: examples.length, count })}</summary>
          {others.map((words, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
            <Example key={n} words={words} />
          ))}
        </details>
      ) : null}
      <ChoiceForm
        action={choose}
        hidden={{ uploadId: draft.id }}
        className={styles.choices}
        button={<Button type="submit">{t("choose")}</Button>}
      >
        {values.map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              name="trackedChanges"
              value={value}
              defaultChecked={chosen === value}
            />
            <span>
              {label} {first ? <small>({shortened(first, value)})</small> : null}
            </span>
          </label>
        ))}
      </ChoiceForm>
    </>
  );
}

function Example({ words }: { words: ChangedWords }) {
  const t = useTranslations("uploads.changes");
  return (
    <p className={styles.example}>
      {words.map(({ words: said, change }, n) => {
        const key = `${n}-${change}`;
        if (change === "kept") return <span key={key}>{said}</span>;
        const Mark = change === "removed" ? "del" : "ins";
        return (
          <Mark key={key} className={styles[change]}>
            <span className="visually-hidden">
              {change === "removed" ? t("removed") : t("added")}{" "}
            </span>
            {said}
          </Mark>
        );
      })}
    </p>
  );
}

/** What of the example counts: "kan … als de bus later komt". */
function shortened(words: ChangedWords, which: "with" | "without"): string {
  const counts = which === "with" ? "added" : "removed";
  const said = words.filter(({ change }) => change === counts).map((one) => one.words.trim());
  const line = said.filter(Boolean).join(" … ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line || "–";
}
