import { useLocale, useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { ConfirmButton } from "@/components/ui/dialog";
import { ActionForm, type FormAction } from "@/components/ui/form";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Paragraph } from "@/components/ui/text";
import type { MailState } from "@/db/vocabulary";
import { formatMoment } from "@/domain/kernel/dates";
import { MAIL_VALUES, type MailRow, type MailTemplate } from "@/domain/mail/model";
import styles from "./mail-table.module.css";

const TONES: Record<MailState, BadgeTone> = {
  waiting: "neutral",
  sending: "neutral",
  sent: "ok",
  failed: "error",
  perhaps: "warning",
};

type Mail = MailRow & { retry: FormAction };

/** Mails under each other: how far each is, and what to do about those that may not have arrived. */
export function MailTable({ mails, caption }: { mails: Mail[]; caption: string }) {
  const t = useTranslations("mail.list");
  const language = useLocale();
  return (
    <Table
      caption={caption}
      stack
      head={
        <Tr>
          <Th>{t("columns.what")}</Th>
          <Th>{t("columns.to")}</Th>
          <Th>{t("columns.when")}</Th>
          <Th>{t("columns.state")}</Th>
          <Th>{t("columns.do")}</Th>
        </Tr>
      }
    >
      {mails.map((mail) => (
        <Tr key={mail.id}>
          <Td>{isTemplate(mail.template) ? t(`templates.${mail.template}`) : mail.template}</Td>
          <Td label={t("columns.to")} className={styles.address}>
            {mail.to ?? (
              <span className={styles.wiped}>{mail.elsewhere ? t("elsewhere") : t("wiped")}</span>
            )}
          </Td>
          <Td label={t("columns.when")}>{formatMoment(mail.createdAt, language)}</Td>
          <Td label={t("columns.state")}>
            <Badge tone={TONES[mail.state]}>{t(`states.${mail.state}`)}</Badge>
            <Why mail={mail} />
          </Td>
          <Td label={t("columns.do")}>
            <WhatToDo mail={mail} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

const isTemplate = (name: string): name is MailTemplate => name in MAIL_VALUES;

function Why({ mail: { state, reason, replyCode, dueAt } }: { mail: Mail }) {
  const t = useTranslations("mail.list");
  const language = useLocale();
  if (!reason) return null;
  return (
    <Paragraph small>
      {[
        t(`reasons.${reason}`),
        replyCode ? t("reply", { code: replyCode }) : "",
        state === "waiting" ? t("again", { at: formatMoment(dueAt, language) }) : "",
      ]
        .filter(Boolean)
        .join(" ")}
    </Paragraph>
  );
}

function WhatToDo({ mail: { state, reason, retriable, retry } }: { mail: Mail }) {
  const t = useTranslations("mail.list");
  if ((state !== "failed" && state !== "perhaps") || !reason) return null;
  return (
    <div className={styles.advice}>
      {t(`advice.${retriable ? reason : reason === "unreadable" ? "unreadable" : "tooLate"}`)}
      {!retriable ? null : state === "perhaps" ? (
        <ConfirmButton
          label={t("retryPerhaps")}
          title={t("question")}
          body={t("twice")}
          confirmLabel={t("retryPerhaps")}
          confirmVariant="primary"
          size="small"
          action={retry}
        />
      ) : (
        <ActionForm
          name={null}
          action={retry}
          submitLabel={t("retry")}
          submitVariant="secondary"
          submitSize="small"
        />
      )}
    </div>
  );
}
