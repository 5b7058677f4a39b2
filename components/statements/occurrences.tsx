import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ConsultationName } from "@/components/consultations/consultation-name";
import { PlaceLink } from "@/components/text/place-link";
import { Words } from "@/components/text/words";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/link";
import { CodeTag, Quote } from "@/components/ui/text";
import type { StatementOccurrence } from "@/domain/statements/model";
import styles from "./occurrences.module.css";

/** Where a stelling was put, under which number, with the words as they stand in the minutes. */
export function Occurrences({
  slug,
  places,
  takeOut,
}: {
  slug: string;
  places: StatementOccurrence[];
  /** Takes it out of a consultation in which it was put by hand. */
  takeOut?: FormAction;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("statements.occurrences");
  const put = useTranslations("statements.put");
  return (
    <ol className={styles.list}>
      {places.map((place) => (
        <li key={place.id} className={styles.item}>
          <p className={styles.top}>
            <CodeTag>{t("number", { number: place.number })}</CodeTag>
            <TextLink href={to.consultation(place.consultationId)}>
              <ConsultationName title={place.consultationTitle} heldOn={place.heldOn} />
            </TextLink>
          </p>
          {place.passage ? (
            <Quote source={<PlaceLink slug={slug} place={place.passage} />}>
              <Words text={place.passage.exact} />
            </Quote>
          ) : (
            <>
              <p className={styles.note}>{t("byHand")}</p>
              {takeOut ? (
                <ActionForm
                  name={null}
                  action={takeOut}
                  hidden={{ consultationId: place.consultationId }}
                  submitLabel={put("takeOut")}
                  submitVariant="subtle"
                />
              ) : null}
            </>
          )}
          {place.explanation ? (
            <details>
              <summary className={styles.summary}>{t("explanation")}</summary>
              <Quote
                source={
                  place.explanationPassage ? (
                    <PlaceLink slug={slug} place={place.explanationPassage} />
                  ) : undefined
                }
              >
                <Words text={place.explanation} />
              </Quote>
            </details>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
