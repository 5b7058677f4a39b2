import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { askedBy } from "@/components/reactions/address";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { DataItem, DataList } from "@/components/ui/data-list";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { ConsultationContents, CurrentConsultation } from "@/domain/consultations/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./consultation-overview.module.css";

/** When, where and for whom a consultation was. */
export function ConsultationFacts({ consultation }: { consultation: CurrentConsultation }) {
  const t = useTranslations("consultations");
  const kinds = useTranslations("kinds");
  const language = useLocale();
  const unknown = <span className="muted">{t("unknown")}</span>;
  return (
    <DataList>
      <DataItem term={t("field.kind")}>{kinds(`consultation.${consultation.kind}`)}</DataItem>
      <DataItem term={t("field.audience")}>{t(`audience.${consultation.audience}`)}</DataItem>
      <DataItem term={t("field.heldOn")}>
        {consultation.heldOn ? formatDate(consultation.heldOn, language) : unknown}
        {consultation.startsAt ? `, ${t("at", { time: consultation.startsAt })}` : null}
      </DataItem>
      <DataItem term={t("field.sector")}>{consultation.sector ?? unknown}</DataItem>
      <DataItem term={t("field.chair")}>{consultation.chair ?? unknown}</DataItem>
    </DataList>
  );
}

/** The stellingen that were put in a consultation, in their order there. */
export function ConsultationStatements({
  contents,
  slug,
  id,
}: {
  contents: ConsultationContents;
  slug: string;
  id: string;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("consultations");
  const kinds = useTranslations("kinds");
  const total = contents.reactionsByKind.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section id="stellingen" title={t("statements.title")}>
      {contents.statements.length === 0 ? (
        <Paragraph muted>{t("statements.empty")}</Paragraph>
      ) : (
        <ol className={styles.list}>
          {contents.statements.map((statement) => (
            <li key={statement.statementId} className={styles.row}>
              <Badge tone="statement">{t("statements.number", { number: statement.number })}</Badge>
              <div className={styles.about}>
                <TextLink href={to.statement(statement.statementId)}>{statement.text}</TextLink>
                <p className={styles.note}>
                  {t("statements.reactions", { count: statement.reactions })}
                  {statement.labels.length > 0
                    ? ` · ${t("statements.labels", { labels: statement.labels.join(", ") })}`
                    : null}
                </p>
              </div>
            </li>
          ))}
          {contents.withoutStatement > 0 ? (
            <li className={styles.row}>
              <span className={styles.note}>{t("statements.without")}</span>
              <TextLink
                href={to.statements(askedBy({ consultationId: id, withoutStatement: true }))}
              >
                {t("statements.reactions", { count: contents.withoutStatement })}
              </TextLink>
            </li>
          ) : null}
        </ol>
      )}
      {contents.reactionsByKind.length > 0 ? (
        <>
          <ul className={styles.counts}>
            {contents.reactionsByKind.map(({ kind, count }) => (
              <li key={kind}>
                <TextLink href={to.statements(askedBy({ consultationId: id, kind }))}>
                  {kinds(`inputCount.${kind}`, { count })}
                </TextLink>
              </li>
            ))}
          </ul>
          <TextLink href={to.statements({ consultation: id })}>
            {t("statements.all", { count: total })}
          </TextLink>
        </>
      ) : null}
    </Section>
  );
}

/** The documents a consultation came from. */
export function ConsultationDocuments({
  contents,
  slug,
}: {
  contents: ConsultationContents;
  slug: string;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("consultations");
  return (
    <Section id="bron" title={t("documents.title")}>
      {contents.documents.length === 0 ? (
        <Paragraph muted>{t("documents.empty")}</Paragraph>
      ) : (
        <ul className={styles.list}>
          {contents.documents.map((document) => {
            const href = to.source(document.sourceId);
            return (
              <li key={`${document.sourceId} ${document.part}`} className={styles.document}>
                <TextLink href={href}>{document.sourceTitle}</TextLink>
                <p className={styles.note}>
                  {t("documents.part", { part: document.part })}
                  {" · "}
                  {document.confirmedAt ? (
                    t("splitting.done")
                  ) : (
                    <TextLink href={to.part(document.sourceId, document.part)}>
                      {t("splitting.open", {
                        open: document.openSegments,
                        total: document.segments,
                      })}
                    </TextLink>
                  )}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
