import { useLocale, useTranslations } from "next-intl";
import { Paragraph } from "@/components/ui/text";
import type { RoundDetail } from "@/domain/corrections/model";
import { formatDate } from "@/domain/kernel/dates";

/** Until when a round takes corrections, or why not any more, and how far the attendees are. */
export function RoundState({ round }: { round: RoundDetail }) {
  const t = useTranslations("corrections.round");
  const date = formatDate(round.closesOn, useLocale());
  const people = round.attendees.filter(({ revoked }) => !revoked).length;
  const agreed = round.attendees.filter((one) => one.agreed).length;
  return (
    <Paragraph className="measure">
      {round.closed ? t(`closed.${round.closed}`, { date }) : t("open", { date })}{" "}
      {t("sums", { people, agreed })}
    </Paragraph>
  );
}
