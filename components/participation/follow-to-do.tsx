import { useLocale, useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import { formatDate } from "@/domain/kernel/dates";
import type { Followed } from "@/domain/participation/model";
import styles from "./follow.module.css";

/** What an author may do now, each with the place where it is done; nothing is done here. */
export function FollowToDo({
  slug,
  followed,
  toRemind,
  failed,
  mayWrite,
}: {
  slug: string;
  followed: Followed;
  /** Who may get a reminder, whether they reacted or not: who did gets none, and nobody is told who that is. */
  toRemind: number;
  /** Mails that did not arrive. */
  failed: number;
  mayWrite: boolean;
}) {
  const t = useTranslations("participation.follow.toDo");
  const language = useLocale();
  const to = addresses.dossier(slug);
  const { consultationId: id, state, toModerate, answerBy } = followed;
  const open = state === "open";
  const nothing = !(open && toRemind > 0) && toModerate === 0 && failed === 0;
  return (
    <Card title={t("title")}>
      {nothing ? <Paragraph muted>{t("nothing")}</Paragraph> : null}
      <ul className={styles.todo}>
        {open && toRemind > 0 && mayWrite ? (
          <li>
            <TextLink href={to.sendInvitations(id, { kind: "herinnering" })}>
              {t("remind")}
            </TextLink>
            <p>{t("remindHint", { count: toRemind })}</p>
          </li>
        ) : null}
        {toModerate > 0 ? (
          <li>
            <TextLink href={to.moderation(id)}>{t("moderate", { count: toModerate })}</TextLink>
          </li>
        ) : null}
        {failed > 0 ? (
          <li>
            <TextLink href={to.invitations(id, { show: "mislukt" })}>
              {t("failed", { count: failed })}
            </TextLink>
            <p>{t("failedHint")}</p>
          </li>
        ) : null}
        <li>
          <TextLink href={to.thank(id)}>{state === "closed" ? t("thanks") : t("close")}</TextLink>
          <p>
            {answerBy ? t("answerBy", { day: formatDate(answerBy, language) }) : t("noAnswerBy")}
          </p>
        </li>
      </ul>
    </Card>
  );
}
