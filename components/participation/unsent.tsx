import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/accounts/copy-field";
import type { ConsultationPage, OwnAnswers } from "@/domain/participation/model";
import { isEmpty } from "@/domain/participation/rules";
import { Said } from "./check-screen";
import styles from "./reacting.module.css";

/** What was kept and not sent, to read and to copy. */
export function Unsent({ page, own }: { page: ConsultationPage; own: OwnAnswers }) {
  const t = useTranslations("participation.react");
  const asked = new Map(page.statements.map(({ id, text }) => [id, text]));
  const unsent = own.drafts
    .filter((draft) => !isEmpty(draft))
    .map((draft) => ({
      draft,
      to: draft.statementId === null ? page.missingQuestion : asked.get(draft.statementId),
    }));
  const words = unsent.flatMap(({ draft: { text }, to }) => (text ? [`${to ?? ""}\n${text}`] : []));
  return (
    <>
      <ul className={styles.answers}>
        {unsent.map(({ draft, to }) => (
          <li key={draft.statementId ?? ""} className={styles.answer}>
            <p className={styles.asked}>
              <b>{to}</b>
            </p>
            <Said page={page} said={draft} />
          </li>
        ))}
      </ul>
      {words.length > 0 ? (
        <div>
          <CopyButton
            value={words.join("\n\n")}
            copyLabel={t("closed.copy")}
            copiedText={t("closed.copied")}
          />
        </div>
      ) : null}
    </>
  );
}
