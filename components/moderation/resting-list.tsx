import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import type { RestingOnReaction } from "@/domain/reactions/model";

/** What rests on a reaction, each with the way to it. */
export function RestingList({
  slug,
  id,
  resting: { coreValues, requirements, answered },
}: {
  slug: string;
  id: string;
  resting: RestingOnReaction;
}) {
  const t = useTranslations("moderation.parts");
  const to = addresses.dossier(slug);
  return (
    <ul>
      {coreValues.map((one) => (
        <li key={one.id}>
          <TextLink href={to.coreValue(one.id)}>{one.name}</TextLink>
        </li>
      ))}
      {requirements.map((one) => (
        <li key={one.id}>
          <TextLink href={to.requirement(one.id)}>{one.code}</TextLink>
        </li>
      ))}
      {answered ? (
        <li>
          <TextLink href={to.answering({ reaction: id })}>{t("answered")}</TextLink>
        </li>
      ) : null}
    </ul>
  );
}
