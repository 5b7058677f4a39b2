import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import type { ApprovalRole } from "@/db/vocabulary";

/** Says in which roles nobody approves: without them nothing is ever adopted. */
export function RolesOfNobody({
  slug,
  roles,
  writes,
}: {
  slug: string;
  roles: ApprovalRole[];
  /** Whether who reads can do something about it. */
  writes: boolean;
}) {
  const t = useTranslations("review");
  if (roles.length === 0) return null;
  return (
    <Alert tone="info">
      <p>
        {t("nobody", { roles: roles.map((role) => t(`in.${role}`)).join(", ") })}{" "}
        {writes ? (
          <TextLink href={addresses.dossier(slug).settings({}, "leden")}>{t("nobodyDo")}</TextLink>
        ) : (
          t("nobodyAsk")
        )}
      </p>
    </Alert>
  );
}
