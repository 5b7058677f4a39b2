import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { formatDate, formatMoment } from "@/domain/kernel/dates";
import type { ConsultationPage, OwnAnswers } from "@/domain/participation/model";
import { isEmpty } from "@/domain/participation/rules";
import { OwnAddress } from "./own-address";
import styles from "./reacting.module.css";
import { Thanks } from "./thanks";
import { Unsent } from "./unsent";

/** Their invitation was withdrawn after they sent something. */
export function WithdrawnScreen({ code }: { code: string }) {
  const t = useTranslations("participation.react");
  return (
    <>
      <Heading level={1}>{t("invitationWithdrawn.title")}</Heading>
      <Paragraph lead>{t("invitationWithdrawn.body")}</Paragraph>
      <ButtonLink href={addresses.reactOwn(code)} className={styles.main}>
        {t("receipt.look")}
      </ButtonLink>
    </>
  );
}

/** It is over: what one still had is shown, and what comes of it. */
export function ClosedScreen({
  page,
  own,
  code,
  address,
}: {
  page: ConsultationPage;
  code: string;
  own: OwnAnswers | null;
  /** Under which they come back to it, on this device or another; null when nobody is known here. */
  address: string | null;
}) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  const unsent = own?.drafts.some((draft) => !isEmpty(draft)) ?? false;
  return (
    <>
      <Heading level={1}>{t("closed.title")}</Heading>
      <Paragraph lead>
        {page.closedFrom
          ? t("closed.since", { moment: formatMoment(page.closedFrom, language) })
          : null}
      </Paragraph>
      {own && unsent ? (
        <Card title={t("closed.unsentTitle")}>
          <Paragraph>{t("closed.unsent", { days: page.keepDays })}</Paragraph>
          <Unsent page={page} own={own} />
          <Paragraph>{t("closed.longer")}</Paragraph>
        </Card>
      ) : null}
      {unsent && address ? <OwnAddress address={address}>{t("closed.address")}</OwnAddress> : null}
      {own?.sentAt ? (
        <ButtonLink href={addresses.reactOwn(code)} className={styles.main}>
          {t("receipt.look")}
        </ButtonLink>
      ) : null}
      {own?.sentAt ? (
        <Thanks {...page} contact={page.house.contact} />
      ) : page.answerBy ? (
        <Paragraph>{t("closed.answerBy", { day: formatDate(page.answerBy, language) })}</Paragraph>
      ) : null}
      {page.others === "never" ? null : (
        <TextLink href={addresses.reactOthers(code)}>{t("others.link")}</TextLink>
      )}
      <section className={styles.form}>
        <Heading level={2}>{t("closed.statements")}</Heading>
        <ol className={styles.answers}>
          {page.statements.map(({ id, text }) => (
            <li key={id} className={styles.answer}>
              {text}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
