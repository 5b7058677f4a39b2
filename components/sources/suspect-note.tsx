import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import type { SuspectSums } from "@/domain/trace/model";

/** On the overview: which sources changed, or were removed, under what rests on them, and how much that is. */
export function SuspectNote({
  slug,
  sums,
}: {
  slug: string;
  sums: { changed: SuspectSums; removed: SuspectSums };
}) {
  const to = addresses.dossier(slug);
  return (
    <>
      <Note of="suspect" sums={sums.changed} hrefOf={(id) => to.places(id)} />
      <Note of="removed" sums={sums.removed} hrefOf={(id) => to.source(id)} />
    </>
  );
}

function Note({
  of,
  sums,
  hrefOf,
}: {
  of: "suspect" | "removed";
  sums: SuspectSums;
  hrefOf: (sourceId: string) => string;
}) {
  const t = useTranslations("sources");
  const { requirements, coreValues, reactions, sources } = sums;
  if (sources.length === 0) return null;
  return (
    <Alert tone="warning" title={t(`${of}.title`)}>
      <p>{t(`${of}.sums`, { requirements, coreValues, reactions })}</p>
      <ul>
        {sources.map(({ id, title, passages }) => (
          <li key={id}>
            <TextLink href={hrefOf(id)}>{title}</TextLink>:{" "}
            {t("suspect.passages", { count: passages })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
