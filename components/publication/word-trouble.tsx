import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { Paragraph } from "@/components/ui/text";
import type { BrokenRequirement } from "@/domain/publication/model";
import { WordForm } from "./word-form";

/** The requirements that cannot stand in the Word document as they are, each with what to do. */
export function WordTrouble({
  slug,
  broken,
  withNames,
  mayWrite,
}: {
  slug: string;
  broken: BrokenRequirement[];
  withNames: boolean;
  mayWrite: boolean;
}) {
  const t = useTranslations("publication");
  const all = useTranslations();
  const to = addresses.dossier(slug);
  return (
    <Alert tone="error" role="alert" title={t("broken.title", { count: broken.length })}>
      <Paragraph>{t("broken.body")}</Paragraph>
      <ul>
        {broken.map(({ id, code, title, problem }) => (
          <li key={id}>
            <TextLink href={mayWrite ? to.changeRequirement(id) : to.requirement(id)}>
              {code} {title}
            </TextLink>
            {": "}
            {all(problem)}
          </li>
        ))}
      </ul>
      <WordForm slug={slug} withNames={withNames} anyway />
    </Alert>
  );
}
