import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";

/** Leads to quoted words where they stand in the source. */
export function PlaceLink({
  base,
  place,
}: {
  /** Address of the dossier. */
  base: string;
  place: { passageId: string; sourceId: string; sourceTitle: string; blockNumber: number };
}) {
  const t = useTranslations("reactions.place");
  return (
    <TextLink href={`${base}/bronnen/${place.sourceId}?passage=${place.passageId}#citaat`}>
      {t("link", { title: place.sourceTitle, block: place.blockNumber })}
    </TextLink>
  );
}
