import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ConsultationName } from "@/components/consultations/consultation-name";
import { PlaceLink } from "@/components/text/place-link";
import { Words, WordsInContext } from "@/components/text/words";
import { Alert } from "@/components/ui/alert";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { TextLink } from "@/components/ui/link";
import { Paragraph, Quote } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";
import type { ReactionDetail } from "@/domain/reactions/model";
import { standsForMany } from "@/domain/reactions/rules";

/** The words with where they stand, who said them and to what. */
export function ReactionWords({ slug, reaction }: { slug: string; reaction: ReactionDetail }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("reactions");
  const { passage, speaker } = reaction;
  const date = formatDate(reaction.createdAt, useLocale());
  return (
    <Section id="woorden" title={t("detail.wordsHeading")}>
      {passage ? (
        <>
          <Quote source={<PlaceLink slug={slug} place={passage} />}>
            <WordsInContext {...passage} />
          </Quote>
          <Paragraph small muted>
            {t("detail.quoted")}
          </Paragraph>
        </>
      ) : (
        <>
          <Quote>
            <Words text={reaction.text} />
          </Quote>
          <Paragraph small muted>
            {t("detail.byHand", { date, name: reaction.createdBy ?? "none" })}
          </Paragraph>
        </>
      )}
      {speaker && standsForMany(speaker) ? (
        <Alert tone="info">{t("detail.standsForMany", { speaker })}</Alert>
      ) : null}
      <DataList>
        <DataItem term={t("detail.speaker")}>{speaker ?? t("detail.unknown")}</DataItem>
        <DataItem term={t("detail.consultation")}>
          <TextLink href={to.consultation(reaction.consultationId)}>
            <ConsultationName title={reaction.consultationTitle} heldOn={reaction.heldOn} />
          </TextLink>
        </DataItem>
        <DataItem term={t("detail.statement")}>
          {reaction.statementId && reaction.statementText ? (
            <TextLink href={to.statement(reaction.statementId)}>
              {reaction.statementNumber === null
                ? reaction.statementText
                : t("detail.numbered", {
                    number: reaction.statementNumber,
                    text: reaction.statementText,
                  })}
            </TextLink>
          ) : (
            t("detail.none")
          )}
        </DataItem>
        <DataItem term={t("detail.group")}>{reaction.groupName ?? t("detail.unknown")}</DataItem>
      </DataList>
    </Section>
  );
}
