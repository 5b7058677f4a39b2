import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyField } from "@/components/accounts/copy-field";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { ButtonForm } from "@/components/ui/button-form";
import { Section } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { POSITIONS } from "@/db/vocabulary";
import { formatDate, formatDayAndTime } from "@/domain/kernel/dates";
import type { OnlineOverview } from "@/domain/participation/model";
import { closedFrom } from "@/domain/participation/rules";
import styles from "./online.module.css";

/** A fact of how a consultation is held online, with the way to change it. */
function Fact({
  id,
  title,
  change,
  children,
}: {
  id: string;
  title: string;
  /** Where it is changed; null for who may not. */
  change: string | null;
  children: ReactNode;
}) {
  const t = useTranslations("participation.prepare");
  return (
    <Section
      id={id}
      title={title}
      actions={
        change ? (
          <TextLink href={change}>
            {t("change")}
            <span className="visually-hidden">: {title}</span>
          </TextLink>
        ) : null
      }
    >
      {children}
    </Section>
  );
}

/** The facts under each other: each filled in with what mostly fits, and where it is changed. */
export function OnlineSettings({
  online,
  slug,
  mayChange,
  invited,
}: {
  online: OnlineOverview;
  slug: string;
  mayChange: boolean;
  /** Who is invited, in short; null for who may not see that. */
  invited: ReactNode;
}) {
  const t = useTranslations("participation.prepare");
  const words = useTranslations("participation.react.position");
  const language = useLocale();
  const change = mayChange ? addresses.dossier(slug).setOnline(online.consultationId) : null;
  const nothing = <span className="muted">{t("nothing")}</span>;
  const closed = closedFrom(online);
  return (
    <>
      <Fact id="inleiding" title={t("about")} change={change}>
        <p className={styles.lines}>{online.introduction || nothing}</p>
      </Fact>
      <Fact id="wie" title={t("who")} change={change}>
        <p>{t(`admitsIs.${online.admits}`)}</p>
        {invited}
      </Fact>
      <Fact id="wanneer" title={t("when")} change={change}>
        <p>
          {online.opensAt
            ? t("from", { moment: formatDayAndTime(online.opensAt, language) })
            : online.openedAt
              ? t("since", { moment: formatDayAndTime(online.openedAt, language) })
              : t("fromNow")}{" "}
          {online.state === "closed" && closed
            ? t("closedSince", { moment: formatDayAndTime(closed, language) })
            : online.closesAt
              ? t("until", { moment: formatDayAndTime(online.closesAt, language) })
              : nothing}{" "}
          {online.answerBy ? t("answerBy", { day: formatDate(online.answerBy, language) }) : null}
        </p>
      </Fact>
      <Fact id="vraag" title={t("what")} change={change}>
        <p>
          {online.asksPosition
            ? t("positions", {
                words: POSITIONS.map((one) => online.positionWords?.[one] ?? words(one)).join(", "),
              })
            : t("noPositions")}{" "}
          {t("length", { count: online.maxLength })} {online.takesFiles ? t("files") : t("noFiles")}{" "}
          {online.missingQuestion
            ? t("missing", { question: online.missingQuestion })
            : t("noMissing")}
        </p>
      </Fact>
      <Fact id="anderen" title={t("others")} change={change}>
        <p>
          {t(`othersIs.${online.others}`)} {t(`moderationIs.${online.moderation}`)}
        </p>
      </Fact>
      <Fact id="privacy" title={t("privacy")} change={change}>
        <p className={styles.lines}>{online.privacy || nothing}</p>
        <p className={styles.lines}>{online.contact || nothing}</p>
        <p>
          {online.wipedAt
            ? t("wiped", { moment: formatDayAndTime(online.wipedAt, language) })
            : t("keep", { days: online.keepDays })}
        </p>
      </Fact>
    </>
  );
}

/** The stellingen in the order in which they are put, to be moved. */
export function OnlineStatements({
  online,
  slug,
  move,
}: {
  online: OnlineOverview;
  slug: string;
  /** Null for who may not. */
  move: ((data: FormData) => Promise<void>) | null;
}) {
  const t = useTranslations("participation.prepare");
  const to = addresses.dossier(slug);
  const { consultationId, statements } = online;
  return (
    <Section
      id="stellingen"
      title={t("statements")}
      actions={
        move ? (
          <>
            <TextLink href={to.statements()}>{t("choose")}</TextLink>{" "}
            <TextLink href={to.addStatement({ consultation: consultationId })}>{t("add")}</TextLink>
          </>
        ) : null
      }
    >
      {statements.length === 0 ? <Paragraph muted>{t("noStatements")}</Paragraph> : null}
      <ol className={styles.list}>
        {statements.map(
          ({ statementId, number, text, explanation, picture, shown, answers }, i) => (
            <li key={statementId} className={styles.row}>
              <Badge tone="statement">{number}</Badge>
              <div className={styles.about}>
                <TextLink href={to.statement(statementId)}>{text}</TextLink>
                <p className={styles.note}>
                  {explanation ? (picture ? t("pictured") : t("explained")) : t("unexplained")}{" "}
                  {move && explanation ? (
                    <TextLink href={to.statementPicture(consultationId, statementId)}>
                      {picture ? t("changePicture") : t("addPicture")}
                      <span className="visually-hidden">{t("pictureOf", { number })}</span>
                    </TextLink>
                  ) : null}
                </p>
                {answers > 0 ? (
                  <p className={styles.note}>{t("answered", { count: answers })}</p>
                ) : null}
                {online.openedAt && !shown ? <p className={styles.note}>{t("hidden")}</p> : null}
              </div>
              {move ? (
                <div className={styles.arrows}>
                  {(["up", "down"] as const).map((direction) => {
                    const end = direction === "up" ? i === 0 : i === statements.length - 1;
                    return end ? null : (
                      <ButtonForm
                        key={direction}
                        action={move}
                        hidden={{ statementId, consultationId, direction }}
                      >
                        <button type="submit" className={styles.arrow}>
                          <Icon name={direction === "up" ? "arrow-up" : "arrow-down"} />
                          <span className="visually-hidden">
                            {t(`move.${direction}`, { number })}
                          </span>
                        </button>
                      </ButtonForm>
                    );
                  })}
                </div>
              ) : null}
            </li>
          ),
        )}
      </ol>
    </Section>
  );
}

/** What must be filled in before it can be opened, each with the way there. */
export function LackingList({ online, slug }: { online: OnlineOverview; slug: string }) {
  const t = useTranslations("participation.prepare");
  const to = addresses.dossier(slug);
  return (
    <ul className={styles.lacking} id="ontbreekt">
      {online.lacking.map((one) => (
        <li key={one}>
          <TextLink
            href={
              one === "statements"
                ? to.addStatement({ consultation: online.consultationId })
                : to.setOnline(online.consultationId)
            }
          >
            {t(`lacking.${one}`)}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

/** The addresses to share: of everybody, and of each group, who then need not choose. */
export function OpenAddresses({
  addresses: shared,
}: {
  addresses: { name: string | null; address: string }[];
}) {
  const t = useTranslations("participation.prepare");
  return (
    <Section id="adressen" title={t("addresses")}>
      {shared.map(({ name, address }) => (
        <CopyField
          key={address}
          label={name ?? t("everybody")}
          value={address}
          copyLabel={t("copyAddress")}
          copiedText={t("copied")}
        />
      ))}
    </Section>
  );
}
