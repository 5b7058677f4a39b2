import { useLocale, useTranslations } from "next-intl";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { AuditEvent } from "@/domain/audit/model";
import { formatMoment } from "@/domain/kernel/dates";
import { useActionWords } from "./action-words";
import styles from "./audit-table.module.css";

/** Who did what to which thing; never what the thing says. */
export function AuditTable({ events, caption }: { events: AuditEvent[]; caption: string }) {
  const t = useTranslations("audit");
  const language = useLocale();
  const words = useActionWords();
  return (
    <Table
      caption={caption}
      stack
      head={
        <Tr>
          <Th>{t("columns.at")}</Th>
          <Th>{t("columns.who")}</Th>
          <Th>{t("columns.what")}</Th>
          <Th>{t("columns.where")}</Th>
          <Th>{t("columns.row")}</Th>
        </Tr>
      }
    >
      {events.map((event) => (
        <Tr key={`${event.chain} ${event.n}`}>
          <Td label={t("columns.at")}>
            <time dateTime={new Date(event.at).toISOString()} className={styles.at}>
              {formatMoment(event.at, language)}
            </time>
          </Td>
          <Td label={t("columns.who")}>{event.actorName}</Td>
          <Td label={t("columns.what")}>
            {words(event.action)}
            <span className={styles.thing}>
              {event.entity} {event.entityId.slice(0, 8)}
            </span>
          </Td>
          <Td label={t("columns.where")}>{event.dossierTitle ?? t("installation")}</Td>
          <Td label={t("columns.row")}>
            <span className={styles.row}>{event.n}</span>
            <span className={styles.hash} title={event.sha256}>
              {event.sha256.slice(0, 8)}
            </span>
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
