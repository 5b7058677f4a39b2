import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { Stack } from "@/components/ui/stack";
import type { SuspectSums } from "@/domain/trace/model";

/** On the overview: which sources changed under what rests on them, and how much that is. */
export function SuspectNote({ slug, sums }: { slug: string; sums: SuspectSums }) {
  const t = useTranslations("sources.suspect");
  const to = addresses.dossier(slug);
  const { requirements, coreValues, reactions, sources } = sums;
  if (sources.length === 0) return null;
  return (
    <Alert tone="warning" title={t("title")}>
      <Stack gap="s">
        <p>{t("sums", { requirements, coreValues, reactions })}</p>
        <ul>
          {sources.map(({ id, title, passages }) => (
            <li key={id}>
              <TextLink href={to.places(id)}>{title}</TextLink>:{" "}
              {t("passages", { count: passages })}
            </li>
          ))}
        </ul>
      </Stack>
    </Alert>
  );
}
