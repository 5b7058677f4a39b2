import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import { APPROVAL_ROLES, type ReviewState } from "@/db/vocabulary";
import type { ReviewStanding } from "@/domain/review/model";

const TONES: Record<ReviewState, BadgeTone> = {
  draft: "neutral",
  review: "info",
  approved: "info",
  adopted: "ok",
};

/** How far a requirement is; that an approval lapsed says more than how far it came. */
export function StateBadge({ standing }: { standing: ReviewStanding }) {
  const t = useTranslations("review");
  const { state, returned, approved, lapsed } = standing;
  if (state === "draft" && returned) return <Badge tone="warning">{t("state.returned")}</Badge>;
  if (lapsed > 0 && state !== "adopted") return <Badge tone="warning">{t("state.lapsed")}</Badge>;
  return (
    <Badge tone={TONES[state]}>
      {t(`state.${state}`, { count: approved, all: APPROVAL_ROLES.length })}
    </Badge>
  );
}

/** The same below a requirement in the document, with the way to more. A concept says nothing: most begin so. */
export function StateMark({
  slug,
  requirement: { id, code },
  standing,
}: {
  slug: string;
  requirement: { id: string; code: string };
  standing: ReviewStanding | undefined;
}) {
  const t = useTranslations("review");
  if (!standing || (standing.state === "draft" && !standing.returned)) return null;
  return (
    <TextLink href={addresses.dossier(slug).requirement(id, {}, "beoordeling")}>
      <StateBadge standing={standing} />
      <span className="visually-hidden"> {t("ofCode", { code })}</span>
    </TextLink>
  );
}
