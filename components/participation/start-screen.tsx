import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { Icon, type IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { formatClock, formatDayAndTime } from "@/domain/kernel/dates";
import type { ConsultationPage, OwnAnswers } from "@/domain/participation/model";
import { minutesFor } from "@/domain/participation/rules";
import { GroupChoice } from "./group-choice";
import styles from "./reacting.module.css";
import { Post } from "./reacting-shell";
import { Trap } from "./trap";

/** Where one begins: what it is about, until when, who reads it, and as whom one reacts. */
export function StartScreen({ page, code }: { page: ConsultationPage; code: string }) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  const count = page.statements.length;
  return (
    <>
      <Heading level={1}>{page.title}</Heading>
      <Paragraph lead className={styles.lines}>
        {page.introduction}
      </Paragraph>
      <ul className={styles.facts}>
        <Fact icon="check">{t("start.count", { count, minutes: minutesFor(count) })}</Fact>
        {page.closesAt ? (
          <Fact icon="info">
            {t("start.until", { moment: formatDayAndTime(page.closesAt, language) })}
          </Fact>
        ) : null}
        <Fact icon="person">{t("start.noAccount")}</Fact>
        <Fact icon="info">
          {t("start.whoReads")}{" "}
          <TextLink href={addresses.reactPrivacy(code)}>{t("privacy.link")}</TextLink>
        </Fact>
      </ul>
      <Post code={code} act="begin" className={styles.form}>
        {page.group ? (
          <>
            <input type="hidden" name="groupId" value={page.group.id} />
            <Paragraph>
              {t.rich("start.as", { group: page.group.name, b: (chunks) => <b>{chunks}</b> })}
            </Paragraph>
          </>
        ) : page.groups.length > 0 ? (
          <GroupChoice page={page} chosen={null} />
        ) : null}
        <Trap />
        <Bottom>
          <Button type="submit" variant="primary" className={styles.main}>
            {t("start.begin")}
          </Button>
        </Bottom>
      </Post>
    </>
  );
}

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className={styles.fact}>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}

/** The buttons at the foot of a screen: they stay in reach of a thumb where the screen is high enough. */
export function Bottom({ children }: { children: ReactNode }) {
  return <div className={styles.bottom}>{children}</div>;
}

/** Somebody began on this device: is it you? None of their words are shown before that is said. */
export function ResumeScreen({
  page,
  own,
  code,
}: {
  page: ConsultationPage;
  own: OwnAnswers;
  code: string;
}) {
  const t = useTranslations("participation.react");
  const saved = own.drafts.at(-1)?.savedAt;
  return (
    <>
      <Heading level={1}>{t("resume.title")}</Heading>
      <Paragraph lead>
        {own.sentAt
          ? t("resume.sent", { number: own.number })
          : t("resume.begun", {
              group: own.group?.name ?? t("somebodyElse"),
              count: own.drafts.length,
            })}{" "}
        {saved && !own.sentAt ? t("savedAt", { time: formatClock(saved) }) : null}
      </Paragraph>
      <Post code={code} act="me">
        <Button type="submit" variant="primary" className={styles.main}>
          {own.sentAt ? t("resume.meSent") : t("resume.me")}
        </Button>
      </Post>
      {page.state === "open" && !page.invited ? (
        <Card title={t("resume.otherTitle")}>
          <Paragraph>{t("resume.other")}</Paragraph>
          <Post code={code} act="restart">
            <Button type="submit" className={styles.main}>
              {t("resume.restart")}
            </Button>
          </Post>
        </Card>
      ) : null}
      <Paragraph muted>{t("unsentUnread")}</Paragraph>
    </>
  );
}

/** It opens later. */
export function PlannedScreen({ page }: { page: ConsultationPage }) {
  const t = useTranslations("participation.react");
  const language = useLocale();
  return (
    <>
      <Heading level={1}>{page.title}</Heading>
      <Paragraph lead className={styles.lines}>
        {page.introduction}
      </Paragraph>
      <Paragraph>
        {t("planned", { moment: formatDayAndTime(page.opensAt ?? "", language) })}
      </Paragraph>
    </>
  );
}

/** As whom one reacts, to change it. */
export function GroupScreen({
  page,
  own,
  code,
}: {
  page: ConsultationPage;
  own: OwnAnswers;
  code: string;
}) {
  const t = useTranslations("participation.react");
  return (
    <>
      <Heading level={1}>{t("group.title")}</Heading>
      <Post code={code} act="group" hidden={{ who: own.number }} className={styles.form}>
        <GroupChoice page={page} chosen={own.group?.id ?? ""} />
        <Bottom>
          <Button type="submit" variant="primary" className={styles.main}>
            {t("group.submit")}
          </Button>
        </Bottom>
      </Post>
      <ButtonLink variant="subtle" href={addresses.reactCheck(code)}>
        {t("check.link")}
      </ButtonLink>
    </>
  );
}
