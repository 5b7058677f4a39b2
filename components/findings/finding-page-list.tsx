import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/link";
import { CodeTag } from "@/components/ui/text";
import type { CheckedRequirement, FindingFilter } from "@/domain/findings/model";
import { isAsked } from "@/domain/findings/rules";
import { CheckedWords } from "./checked-words";
import { type FindingActs, FindingList } from "./finding-list";
import styles from "./findings.module.css";

/** Requirements with their text, and under each the findings that were asked for. */
export function FindingPageList({
  slug,
  rows,
  filter,
  acts,
}: {
  slug: string;
  rows: readonly CheckedRequirement[];
  filter: FindingFilter;
  acts?: FindingActs;
}) {
  const t = useTranslations("findings");
  const to = addresses.dossier(slug);
  return (
    <ol className={styles.requirements}>
      {rows.map((row) => (
        <li key={row.id} id={row.code} className={styles.requirement}>
          <Heading level={2} className={styles.head}>
            <CodeTag>{row.code}</CodeTag>
            <TextLink href={to.requirement(row.id)}>{row.title}</TextLink>
          </Heading>
          <CheckedWords text={row} />
          <FindingList
            findings={row.findings.filter((one) => isAsked(one, filter))}
            label={t("of", { code: row.code })}
            acts={acts && { ...acts, hidden: { ...acts.hidden, requirementId: row.id } }}
          />
        </li>
      ))}
    </ol>
  );
}
