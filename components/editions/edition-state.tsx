import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { EditionRow } from "@/domain/editions/model";
import { formatDate } from "@/domain/kernel/dates";
import styles from "./editions.module.css";

/** Whether an edition was published, and withdrawn: by a shape and in words. */
export function EditionState({
  edition: { publishedAt, withdrawnAt },
}: {
  edition: Pick<EditionRow, "publishedAt" | "withdrawnAt">;
}) {
  const t = useTranslations("editions.state");
  const locale = useLocale();
  const [icon, said] = withdrawnAt
    ? (["close", t("withdrawn", { date: formatDate(withdrawnAt, locale) })] as const)
    : publishedAt
      ? (["check", t("published", { date: formatDate(publishedAt, locale) })] as const)
      : (["lock", t("adopted")] as const);
  return (
    <span className={styles.state}>
      <Icon name={icon} />
      {said}
    </span>
  );
}
