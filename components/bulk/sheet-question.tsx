import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { FoundSheet } from "@/domain/bulk/model";
import type { ColumnFacts } from "@/domain/sources/formats/sheet/model";
import styles from "./bulk.module.css";
import { useProblemWords } from "./problem-words";

/** Columns on the card; all stand on the page it leads to. */
const SHOWN = 6;

/** What the rows of a spreadsheet come to, what its columns are taken for, and where to say otherwise. */
export function SheetQuestion({ sheet, href }: { sheet: FoundSheet; href: string }) {
  const t = useTranslations("bulk");
  const problemWords = useProblemWords();
  const { facts, choices, check } = sheet;
  const { sums, problems, problemCount } = check;
  const [first] = problems;
  const wrong = first ? problemWords(first) : null;
  const roles = new Map(choices.roles.map(({ index, role }) => [index, role]));
  const used = facts.columns.filter(({ index }) => roles.get(index));
  const shown = used.slice(0, SHOWN);
  const rest = facts.columns.length - shown.length;
  return (
    <>
      <p>{t("sums", { rows: sums.rows, reactions: sums.reactions, without: sums.withoutWords })}</p>
      <dl className={styles.columns}>
        {shown.map((column) => (
          <div key={column.index} className={styles.column}>
            <dt>{t("question.column", { name: column.name })}</dt>
            <dd>
              <Icon name="arrow-right" /> {t(`roles.${roles.get(column.index) ?? "none"}`)}
            </dd>
            <dd className={styles.aside}>
              {valuesIn(column) ?? t("question.filled", { filled: column.filled })}
            </dd>
          </div>
        ))}
      </dl>
      {rest > 0 ? (
        <p className={styles.aside}>
          {used.length > SHOWN
            ? t("question.more", { count: rest })
            : t("question.unused", { count: rest })}
        </p>
      ) : null}
      {wrong ? (
        <p className={styles.wrong}>
          <Icon name="error" /> <strong>{wrong.place}:</strong> {wrong.what}{" "}
          {problemCount > 1 ? t("moreProblems", { count: problemCount - 1 }) : null}
        </p>
      ) : null}
      <p>
        <TextLink href={href}>{t("question.link")}</TextLink>
      </p>
    </>
  );
}

/** "ouder (141), school (58)" of a column with few values; null when they say nothing. */
function valuesIn({ values, distinct, filled }: ColumnFacts): string | null {
  if (distinct > 6 || distinct === filled) return null;
  return values.map(({ value, count }) => `${value} (${count})`).join(", ");
}
