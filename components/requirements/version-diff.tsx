import { useTranslations } from "next-intl";
import { Paragraph } from "@/components/ui/text";
import { MEASURES, type RequirementVersion } from "@/domain/requirements/model";
import { differs, diffWords } from "@/domain/requirements/rules/diff";
import { DiffText } from "./diff-text";
import styles from "./version-diff.module.css";

const FIELDS = [
  "title",
  "kind",
  "bodyText",
  "explanation",
  "evidence",
  "verification",
  ...MEASURES,
] as const;

/** The fields that differ between two versions, word by word. */
export function VersionDiff({
  before,
  after,
}: {
  before: RequirementVersion;
  after: RequirementVersion;
}) {
  const t = useTranslations("requirements");
  const kinds = useTranslations("kinds");
  const words = (version: RequirementVersion, field: (typeof FIELDS)[number]) =>
    field === "kind" ? kinds(`requirement.${version.kind}`) : String(version[field] ?? "");
  const changes = FIELDS.map((field) => ({
    field,
    parts: diffWords(words(before, field), words(after, field)),
  })).filter(({ parts }) => differs(parts));
  if (changes.length === 0) {
    return (
      <Paragraph muted>
        {before.fingerprint === after.fingerprint ? t("diff.none") : t("diff.onlyMarks")}
      </Paragraph>
    );
  }
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, parts }) => (
        <div key={field} className={styles.change}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>
            <DiffText parts={parts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
