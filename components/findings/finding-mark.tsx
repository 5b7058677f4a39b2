import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { TextLink } from "@/components/ui/link";
import type { FindingSums } from "@/domain/findings/model";

/** How many errors and warnings a requirement has, and the way to them. Nothing where there are none. */
export function FindingMark({
  slug,
  requirement: { id, code },
  open,
}: {
  slug: string;
  requirement: { id: string; code: string };
  open: FindingSums["open"] | undefined;
}) {
  const t = useTranslations("findings");
  const [errors, warnings] = [open?.fout ?? 0, open?.["let op"] ?? 0];
  if (errors + warnings === 0) return null;
  return (
    <TextLink href={addresses.dossier(slug).requirement(id, {}, "bevindingen")}>
      {t("mark", { errors, warnings })}
      <span className="visually-hidden"> {t("markOf", { code })}</span>
    </TextLink>
  );
}
