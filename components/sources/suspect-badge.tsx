import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";

/** *Bron gewijzigd*, with the way to where one sees which words, or decides on them. */
export function SuspectBadge({
  href,
  of,
}: {
  href: string /** Of which thing, in a list. */;
  of?: string;
}) {
  const t = useTranslations("sources.suspect");
  return (
    <TextLink href={href}>
      <Badge tone="warning">{t("badge")}</Badge>
      {of ? <span className="visually-hidden"> {of}</span> : null}
    </TextLink>
  );
}
