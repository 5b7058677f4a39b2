import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { InvitationTotals } from "@/domain/invitations/model";
import styles from "./invitations.module.css";

/** How many are invited, by group. */
export function GroupCounts({ groups }: { groups: InvitationTotals["groups"] }) {
  const t = useTranslations("invitations");
  return (
    <ul className={styles.groups} aria-label={t("groups")}>
      {groups.map(({ name, count }) => (
        <li key={name ?? ""}>
          <Badge>
            {name ?? t("noGroup")} {count}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

/** Who is invited to an online consultation, in short, with the way to the list. */
export function InvitedInShort({
  slug,
  id,
  totals,
}: {
  slug: string;
  id: string;
  totals: InvitationTotals;
}) {
  const t = useTranslations("participation.prepare");
  return (
    <>
      {totals.groups.length > 0 ? (
        <GroupCounts groups={totals.groups} />
      ) : (
        <p className="muted">{t("nobodyInvited")}</p>
      )}
      <p>
        <TextLink href={addresses.dossier(slug).invitations(id)}>{t("invitations")}</TextLink>
      </p>
    </>
  );
}
