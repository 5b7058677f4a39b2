import { useLocale, useTranslations } from "next-intl";
import { formatDate } from "@/domain/kernel/dates";
import { type SourcePart, waits } from "@/domain/sources/model";

/** Of a source with one document: of when it is, and how far its splitting is. */
export function SourceState({ part }: { part: SourcePart }) {
  const t = useTranslations("sources");
  const kinds = useTranslations("kinds");
  const language = useLocale();
  return [
    kinds(`consultation.${part.kind}`),
    part.sector,
    part.heldOn ? formatDate(part.heldOn, language) : null,
    part.startsAt,
    part.confirmedAt
      ? t("state.done")
      : waits(part.act)
        ? t("state.open", { open: part.openSegments, total: part.segments })
        : t("state.notNeeded"),
  ]
    .filter(Boolean)
    .join(" · ");
}
