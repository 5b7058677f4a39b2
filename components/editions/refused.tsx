import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { AdoptRefusal } from "@/domain/editions/model";

/** Why a definitive edition cannot be adopted by who looks, and where that is mended. */
export function Refused({
  slug,
  why,
  conceptToo,
}: {
  slug: string;
  why: AdoptRefusal;
  /** A concept cannot either. */
  conceptToo: boolean;
}) {
  const t = useTranslations("editions");
  const to = addresses.dossier(slug);
  const href = {
    own: null,
    empty: to.specification(),
    blocked: to.publication(),
    personalData: to.publication(),
  }[why];
  return (
    <Alert tone="warning" title={conceptToo ? t("adopt.notYet") : t("adopt.onlyConcept")}>
      <Paragraph>{t(`errors.${why}`)}</Paragraph>
      {href ? <TextLink href={href}>{t("adopt.mend")}</TextLink> : null}
    </Alert>
  );
}
