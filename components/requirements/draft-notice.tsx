import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { formatClock } from "@/domain/kernel/dates";
import type { RequirementDraft } from "@/domain/requirements/model";

/** Says of which requirements one's own words are in no version yet, with the way to each. */
export function DraftNotice({ slug, drafts }: { slug: string; drafts: RequirementDraft[] }) {
  const to = addresses.dossier(slug);
  const t = useTranslations("requirements.document");
  if (drafts.length === 0) return null;
  return (
    <Alert tone="info">
      <p>
        {t("drafts", { count: drafts.length })}{" "}
        {drafts.map(({ code, savedAt }, i) => (
          <span key={code}>
            {i > 0 ? ", " : null}
            <TextLink href={to.inDocument(code)}>{code}</TextLink> ({formatClock(savedAt)})
          </span>
        ))}
      </p>
    </Alert>
  );
}
