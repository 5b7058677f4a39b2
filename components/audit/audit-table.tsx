import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { AuditAct } from "@/domain/audit/model";
import { eventSentence, isFromOutside, otherSentence, type Say } from "@/domain/audit/rules/words";
import { formatMoment } from "@/domain/kernel/dates";
import styles from "./audit-table.module.css";

/** Who did what to which thing, one row for one act. Within a dossier it need not say which. */
export function AuditTable({
  acts,
  caption,
  where = true,
}: {
  acts: AuditAct[];
  caption: string;
  where?: boolean;
}) {
  const t = useTranslations("audit");
  const language = useLocale();
  const all = useTranslations();
  const say: Say = (key, params) => all(key, params);
  return (
    <Table
      caption={caption}
      stack
      head={
        <Tr>
          <Th>{t("columns.at")}</Th>
          <Th>{t("columns.who")}</Th>
          <Th>{t("columns.what")}</Th>
          {where ? <Th>{t("columns.where")}</Th> : null}
          <Th>{t("columns.row")}</Th>
        </Tr>
      }
    >
      {acts.map((act) => (
        <Tr key={`${act.chain} ${act.first.n}`}>
          <Td label={t("columns.at")}>
            <time dateTime={new Date(act.at).toISOString()} className={styles.at}>
              {formatMoment(act.at, language)}
            </time>
          </Td>
          <Td label={t("columns.who")}>{act.actorName}</Td>
          <Td label={t("columns.what")} className={styles.what}>
            {eventSentence(act.first, say)}{" "}
            {isFromOutside(act) ? <Badge tone="warning">{t("loud")}</Badge> : null}
            {act.others > 0 ? <Others act={act} say={say} /> : null}
          </Td>
          {where ? (
            <Td label={t("columns.where")}>{act.dossierTitle ?? t("installation")}</Td>
          ) : null}
          <Td label={t("columns.row")}>
            <span className={styles.row}>{act.first.n}</span>
            <span className={styles.hash} title={act.first.sha256}>
              {act.first.sha256.slice(0, 8)}
            </span>
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

/** What the act was made of, on asking. */
function Others({ act, say }: { act: AuditAct; say: Say }) {
  const t = useTranslations("audit");
  const { rest, others, first } = act;
  return (
    <details className={styles.others}>
      <summary>{t("others", { count: others })}</summary>
      {rest.length < others ? (
        <p>{t("othersShown", { shown: rest.length, count: others })}</p>
      ) : null}
      <ul>
        {rest.map((event) => (
          <li key={event.n}>{otherSentence(event, first, say)}</li>
        ))}
      </ul>
    </details>
  );
}
