import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Coverage } from "@/domain/coverage/model";

/** Nothing waits for who reads: because all of it is done, or because nothing was sent to review. */
export function NothingWaits({
  slug,
  counts,
  done,
}: {
  slug: string;
  counts: Coverage["reviews"];
  done: number;
}) {
  const t = useTranslations("review.empty");
  const which = counts.total > 0 && counts.missing === 0 ? "adopted" : done > 0 ? "done" : "none";
  return (
    <EmptyState
      title={t(`${which}.title`)}
      action={
        <ButtonLink href={addresses.dossier(slug).specification()}>{t("document")}</ButtonLink>
      }
    >
      {t(`${which}.body`)}
    </EmptyState>
  );
}
