import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { RequirementKind } from "@/db/vocabulary";

/** What kind of requirement it is, in one word. */
export function KindBadge({ kind }: { kind: RequirementKind }) {
  const kinds = useTranslations("kinds");
  return <Badge tone="requirement">{kinds(`requirement.${kind}`)}</Badge>;
}
