import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Section } from "@/components/ui/card";
import { PageTitle } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { Declarations } from "@/domain/declarations/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./declarations.module.css";

/** How far everybody can use this, what does not work, and whom one tells. */
export function AccessibilityPage({ declared }: { declared: Declarations }) {
  const t = useTranslations("declarations.accessibility");
  const locale = useLocale();
  const { accessibility, examinedOn, register, shortcomings, contact } = declared;
  const organisation = useOrganisation(declared);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead", { organisation })} />
      <Stack gap="xl">
        <Section id="stand" title={t("status.title")}>
          <Paragraph>
            {t(`status.${accessibility}`, { organisation })}
            {examinedOn && accessibility !== "unknown"
              ? ` ${t("status.examined", { day: formatDate(examinedOn, locale) })}`
              : ""}
          </Paragraph>
          {shortcomings ? (
            <>
              <Paragraph>{t("shortcomings")}</Paragraph>
              <Lines>{shortcomings}</Lines>
            </>
          ) : null}
          {register ? (
            <Paragraph>
              <TextLink href={register} rel="noreferrer">
                {t("register")}
              </TextLink>
            </Paragraph>
          ) : null}
        </Section>
        <Section id="wat-wij-doen" title={t("does.title")}>
          <ul className={styles.list}>
            <li>{t("does.standard")}</li>
            <li>{t("does.tests")}</li>
            <li>{t("does.noScripts")}</li>
            <li>{t("does.words")}</li>
          </ul>
        </Section>
        <Section id="werkt-iets-niet" title={t("trouble.title")}>
          <Paragraph>{contact ? t("trouble.body") : t("trouble.nobody")}</Paragraph>
          {contact ? <Lines>{contact}</Lines> : null}
          <Paragraph>{t("trouble.ombudsman")}</Paragraph>
        </Section>
        <Foot declared={declared} />
      </Stack>
    </>
  );
}

/** What is kept of people, why, for how long, and what they can ask. */
export function PrivacyPage({ declared }: { declared: Declarations }) {
  const t = useTranslations("declarations.privacy");
  const { officer, privacy, contact } = declared;
  const organisation = useOrganisation(declared);
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead", { organisation })} />
      <Stack gap="xl">
        {privacy ? (
          <Section id="van-ons" title={t("own", { organisation })}>
            <Lines>{privacy}</Lines>
          </Section>
        ) : null}
        <Section id="wat-bewaard-wordt" title={t("kept.title")}>
          <ul className={styles.list}>
            <li>{t("kept.staff")}</li>
            <li>{t("kept.reacting")}</li>
            <li>{t("kept.invited")}</li>
            <li>{t("kept.minutes")}</li>
            <li>{t("kept.log")}</li>
            <li>{t("kept.visitors")}</li>
          </ul>
        </Section>
        <Section id="cookies" title={t("cookies.title")}>
          <Paragraph>{t("cookies.lead")}</Paragraph>
          <ul className={styles.list}>
            <li>{t("cookies.session")}</li>
            <li>{t("cookies.language")}</li>
            <li>{t("cookies.answers")}</li>
            <li>{t("cookies.reacting")}</li>
          </ul>
          <Paragraph>{t("cookies.typed")}</Paragraph>
          <Paragraph>{t("cookies.notes")}</Paragraph>
        </Section>
        <Section id="uw-rechten" title={t("rights.title")}>
          <Paragraph>{t("rights.body")}</Paragraph>
          {contact ? <Lines>{contact}</Lines> : <Paragraph>{t("rights.nobody")}</Paragraph>}
          {officer ? (
            <>
              <Paragraph>{t("rights.officer")}</Paragraph>
              <Lines>{officer}</Lines>
            </>
          ) : null}
          <Paragraph>
            {t.rich("rights.authority", {
              link: (words: ReactNode) => (
                <TextLink href="https://autoriteitpersoonsgegevens.nl" rel="noreferrer">
                  {words}
                </TextLink>
              ),
            })}
          </Paragraph>
        </Section>
        <Foot declared={declared} />
      </Stack>
    </>
  );
}

/** Who declares it, as its name stands in a sentence. */
function useOrganisation({ organisation }: Declarations): string {
  const t = useTranslations("declarations");
  return organisation || t("somebody");
}

function Lines({ children }: { children: string }) {
  return <p className={styles.lines}>{children}</p>;
}

function Foot({ declared: { changedAt } }: { declared: Declarations }) {
  const t = useTranslations("declarations");
  const locale = useLocale();
  return (
    <Paragraph muted>
      {changedAt ? t("changed", { day: formatDate(changedAt.slice(0, 10), locale) }) : t("empty")}{" "}
      <TextLink href={addresses.home()}>{t("home")}</TextLink>
    </Paragraph>
  );
}
