import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ConsultationName } from "@/components/consultations/consultation-name";
import { RichTextEditor } from "@/components/editor/rich-text-editor";
import { RichTextView } from "@/components/editor/rich-text-view";
import { PlaceLink } from "@/components/text/place-link";
import { Words } from "@/components/text/words";
import { CurrentBeside } from "@/components/ui/current-beside";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/link";
import { CodeTag, Quote } from "@/components/ui/text";
import { Unfold } from "@/components/ui/unfold";
import type { StatementOccurrence } from "@/domain/statements/model";
import { bodyOfLines } from "@/domain/text/rich-text";
import styles from "./occurrences.module.css";
import { StatementPicture } from "./statement-picture";

/** What a person who may write can do with a stelling where it was put. */
interface OccurrenceActions {
  lockVersion: number;
  /** Takes it out of a consultation in which it was put by hand. */
  takeOut: FormAction;
  /** Changes how it is explained there. */
  explain: FormAction;
}

/** Where a stelling was put, under which number, with the words as they stand in the minutes. */
export function Occurrences({
  slug,
  places,
  actions,
}: {
  slug: string;
  places: StatementOccurrence[];
  actions?: OccurrenceActions;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("statements.occurrences");
  return (
    <ol className={styles.list}>
      {places.map((put) => (
        <li key={put.id} className={styles.item}>
          <p className={styles.top}>
            <CodeTag>{t("number", { number: put.number })}</CodeTag>
            <TextLink href={to.consultation(put.consultationId)}>
              <ConsultationName title={put.consultationTitle} heldOn={put.heldOn} />
            </TextLink>
          </p>
          {put.places.map(({ passage, label }) => (
            <Quote
              key={passage.passageId}
              source={
                <>
                  <PlaceLink slug={slug} place={passage} />
                  {label && label !== String(put.number) ? ` · ${t("label", { label })}` : null}
                </>
              }
            >
              <Words text={passage.exact} />
            </Quote>
          ))}
          {put.places.length === 0 ? <p className={styles.note}>{t("byHand")}</p> : null}
          <Explanation slug={slug} put={put} />
          {actions ? <Change put={put} actions={actions} /> : null}
        </li>
      ))}
    </ol>
  );
}

function Explanation({ slug, put }: { slug: string; put: StatementOccurrence }) {
  const t = useTranslations("statements.occurrences");
  if (!put.explanation) return null;
  const told = put.places.flatMap(({ explanationPassage }) => explanationPassage ?? []);
  return (
    <details>
      <summary className={styles.summary}>{t("explanation")}</summary>
      <Quote
        source={
          told.length > 0
            ? told.map((place) => (
                <span key={place.passageId} className={styles.told}>
                  <PlaceLink slug={slug} place={place} />
                </span>
              ))
            : undefined
        }
      >
        {put.explanationBody ? (
          <RichTextView body={put.explanationBody} />
        ) : (
          <Words text={put.explanation} />
        )}
      </Quote>
      {put.picture ? (
        <StatementPicture
          picture={put.picture}
          src={addresses.dossier(slug).picture(put.consultationId, put.picture.id)}
        />
      ) : null}
    </details>
  );
}

function Change({ put, actions }: { put: StatementOccurrence; actions: OccurrenceActions }) {
  const t = useTranslations("statements");
  const { id, consultationId, explanation, explanationBody } = put;
  return (
    <>
      <Unfold label={explanation ? t("explain.change") : t("explain.add")}>
        <ActionForm
          name="statement.explain"
          of={id}
          action={actions.explain}
          hidden={{ consultationId }}
          submitLabel={t("edit.submit")}
          label={t("explain.label", { consultation: put.consultationTitle })}
        >
          <CurrentBeside
            lockVersion={actions.lockVersion}
            fields={[{ name: "explanation", label: t("fields.explanation") }]}
          />
          <RichTextEditor
            name="explanation"
            label={t("explain.field")}
            hint={t("explain.hint")}
            optional
            defaultValue={explanationBody ?? (explanation ? bodyOfLines(explanation) : null)}
          />
        </ActionForm>
      </Unfold>
      {put.places.length === 0 ? (
        <ActionForm
          name={null}
          action={actions.takeOut}
          hidden={{ consultationId }}
          submitLabel={t("put.takeOut")}
          submitVariant="subtle"
        />
      ) : null}
    </>
  );
}
