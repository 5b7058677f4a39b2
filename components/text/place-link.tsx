import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";

/** Leads to quoted words where they stand in the source. */
export function PlaceLink({
  slug,
  place,
}: {
  slug: string;
  place: { passageId: string; sourceId: string; sourceTitle: string; blockNumber: number };
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("reactions.place");
  return (
    <TextLink href={to.quote(place.sourceId, { passage: place.passageId })}>
      {t("link", { title: place.sourceTitle, block: place.blockNumber })}
    </TextLink>
  );
}
