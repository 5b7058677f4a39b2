import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { RefusalReason } from "@/db/vocabulary";

/** At the address of a reaction that waits, was not placed or was taken back before it was: that it does, and why. */
export function HeldReaction({
  slug,
  held,
  mayModerate,
}: {
  slug: string;
  held: {
    number: number;
    wholeId: string;
    consultationId: string;
    waits: boolean;
    reason: RefusalReason | null;
  };
  mayModerate: boolean;
}) {
  const t = useTranslations("moderation");
  const to = addresses.dossier(slug);
  return (
    <>
      <PageHead
        back={{ href: to.statements({}, "reacties"), label: t("held.back") }}
        title={t("held.title", { number: held.number })}
      />
      <Paragraph>
        {held.reason
          ? t("held.refused", { reason: t(`reasons.${held.reason}`).toLowerCase() })
          : held.waits
            ? t("held.waits")
            : t("held.takenBack")}{" "}
        {mayModerate && (held.waits || held.reason) ? (
          <TextLink href={to.moderation(held.consultationId, { reaction: held.wholeId })}>
            {t("held.link")}
          </TextLink>
        ) : null}
      </Paragraph>
    </>
  );
}
