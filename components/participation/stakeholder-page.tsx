import { useLocale, useTranslations } from "next-intl";
import { TraceShape } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading, PageTitle } from "@/components/ui/heading";
import { Columns, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";
import type { StakeholderPage } from "@/domain/participation/model";
import styles from "./stakeholder-page.module.css";

/** The stellingen of a dossier with what one has to know to think about them. */
export function StakeholderPageView({ page }: { page: StakeholderPage }) {
  const t = useTranslations("dossiers.public");
  const language = useLocale();
  const what = (
    <Section id="inkoop" title={t("what")}>
      <Paragraph className={styles.lines}>{page.subject || t("noSubject")}</Paragraph>
    </Section>
  );
  return (
    <>
      <PageTitle
        eyebrow={t("eyebrow", { authority: page.contractingAuthority })}
        title={page.title}
        lead={t("lead")}
      />
      <Columns
        aside={
          <Stack gap="l">
            {page.milestones.length > 0 ? (
              <Section id="planning" title={t("planning")}>
                <ol className={styles.planning}>
                  {page.milestones.map((step) => (
                    <li key={step.id} className={styles.step}>
                      <time dateTime={step.onDate} className={styles.date}>
                        {formatDate(step.onDate, language)}
                      </time>
                      <span>{step.title}</span>
                    </li>
                  ))}
                </ol>
              </Section>
            ) : null}
            <Section id="privacy" title={t("privacyTitle")}>
              <Paragraph>{t("privacy")}</Paragraph>
            </Section>
          </Stack>
        }
      >
        <Stack gap="l">
          {what}
          {page.consultations.length === 0 ? (
            <EmptyState title={t("emptyTitle")}>
              <p>{t("empty")}</p>
            </EmptyState>
          ) : (
            <Section id="stellingen" title={t("statements")} lead={t("statementsLead")}>
              <Stack gap="l">
                {page.consultations.map((consultation) => (
                  <div key={consultation.id} className={styles.consultation}>
                    <Heading level={3}>{consultation.title}</Heading>
                    <p className={styles.held}>
                      {[
                        consultation.heldOn ? formatDate(consultation.heldOn, language) : null,
                        consultation.sector,
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </p>
                    <ol className={styles.statements}>
                      {consultation.statements.map((statement) => (
                        <li key={statement.id} className={styles.statement}>
                          <p className={styles.number}>
                            <TraceShape tone="statement" />
                            {t("number", { number: statement.number })}
                          </p>
                          <p className={styles.text}>{statement.text}</p>
                          {statement.explanation ? (
                            <p className={styles.explanation}>{statement.explanation}</p>
                          ) : null}
                        </li>
                      ))}
                    </ol>
                  </div>
                ))}
              </Stack>
            </Section>
          )}
        </Stack>
      </Columns>
    </>
  );
}
