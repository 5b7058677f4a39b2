import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { SourceMarks } from "@/domain/trace/model";

/** *Bron gewijzigd* and *bron verwijderd*, with the way to where one sees which words, or decides on them. */
export function SuspectBadge({
  marks,
  href,
  of,
}: {
  /** Left out, nothing is to be said. */
  marks: SourceMarks | undefined;
  href: string;
  /** Of which thing, in a list. */
  of?: string;
}) {
  const t = useTranslations("sources");
  const said = [
    ...(marks?.changed ? [t("suspect.badge")] : []),
    ...(marks?.removed ? [t("removed.badge")] : []),
  ];
  return said.map((words) => (
    <TextLink key={words} href={href}>
      <Badge tone="warning">{words}</Badge>
      {of ? <span className="visually-hidden"> {of}</span> : null}
    </TextLink>
  ));
}
