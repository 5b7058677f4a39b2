import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ConsultationName } from "@/components/consultations/consultation-name";
import { PartOf } from "@/components/moderation/part-of";
import { PlaceLink } from "@/components/text/place-link";
import { Words, WordsInContext } from "@/components/text/words";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { Quote } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";
import type { ReactionDetail } from "@/domain/reactions/model";
import styles from "./work.module.css";

/** The reaction that is answered: who said it to what, in the words around it. */
export function ReactionHead({ slug, reaction }: { slug: string; reaction: ReactionDetail }) {
  const t = useTranslations("dispositions.work");
  const kinds = useTranslations("kinds");
  const positions = useTranslations("reactions.position");
  const locale = useLocale();
  const to = addresses.dossier(slug);
  const { passage, statementId, statementText, statementNumber } = reaction;
  return (
    <div className={styles.head}>
      <h2 id="reactie" tabIndex={-1} className={styles.name}>
        <TextLink href={to.reaction(reaction.id)}>R-{reaction.number}</TextLink>{" "}
        <span>{reaction.groupName ?? t("noGroup")}</span>
      </h2>
      <p className={styles.about}>
        {statementId && statementText ? (
          <TextLink href={to.statement(statementId)}>
            {statementNumber === null
              ? statementText
              : t("statement", { numbers: String(statementNumber), text: statementText })}
          </TextLink>
        ) : (
          t("noStatement")
        )}
      </p>
      {reaction.partOf ? <PartOf slug={slug} whole={reaction.partOf} /> : null}
      {reaction.kind !== "reaction" || reaction.position !== "none" ? (
        <p className={styles.badges}>
          {reaction.kind === "reaction" ? null : (
            <Badge tone="reaction">{kinds(`input.${reaction.kind}`)}</Badge>
          )}
          {reaction.position === "none" ? null : <Badge>{positions(reaction.position)}</Badge>}
        </p>
      ) : null}
      <Quote
        source={
          <>
            {passage ? (
              <PlaceLink slug={slug} place={passage} />
            ) : (
              `${t("byHand")}, ${formatDate(reaction.createdAt, locale)}`
            )}
            {" · "}
            <ConsultationName title={reaction.consultationTitle} heldOn={reaction.heldOn} />
          </>
        }
      >
        {passage ? <WordsInContext {...passage} /> : <Words text={reaction.text} />}
      </Quote>
    </div>
  );
}
