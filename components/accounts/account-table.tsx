import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { AccountRow } from "@/domain/accounts/model";
import styles from "./account-table.module.css";

/** Accounts under each other; the name leads to what one can do with it. */
export function AccountTable({ accounts, caption }: { accounts: AccountRow[]; caption: string }) {
  const t = useTranslations("accounts");
  return (
    <Table
      caption={caption}
      stack
      head={
        <Tr>
          <Th>{t("fields.name")}</Th>
          <Th>{t("fields.email")}</Th>
          <Th>{t("fields.kind")}</Th>
          <Th>{t("fields.state")}</Th>
        </Tr>
      }
    >
      {accounts.map((account) => (
        <Tr key={account.id}>
          <Td>
            <TextLink href={addresses.account(account.id)} className={styles.name}>
              {account.name}
            </TextLink>
          </Td>
          <Td label={t("fields.email")} className={styles.email}>
            {account.email}
          </Td>
          <Td label={t("fields.kind")}>{t(`kinds.${account.kind}`)}</Td>
          <Td label={t("fields.state")}>
            <StateBadge disabled={account.disabledAt !== null} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

/** Whether the account can sign in. */
export function StateBadge({ disabled }: { disabled: boolean }) {
  const t = useTranslations("accounts.state");
  return disabled ? <Badge tone="warning">{t("off")}</Badge> : <Badge tone="ok">{t("on")}</Badge>;
}
