import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { BulkCheck } from "@/domain/bulk/model";

/** What is wrong with cells, each with its row, its column and what stands there. */
export function BulkProblems({ check }: { check: BulkCheck }) {
  const t = useTranslations("bulk");
  const { problems, problemCount } = check;
  if (problemCount === 0) return null;
  return (
    <Alert tone="error">
      <p>{t("errors.problems", { count: problemCount })}</p>
      <ul>
        {problems.map(({ kind, row, column, value, other = 0 }) => (
          <li key={`${row} ${column} ${kind}`}>
            <strong>
              {column === "" ? t("problems.row", { row }) : t("problems.cell", { row, column })}:
            </strong>{" "}
            {t(`problems.${kind}`, { value, other })}
          </li>
        ))}
      </ul>
      {problemCount > problems.length ? (
        <p>{t("moreProblems", { count: problemCount - problems.length })}</p>
      ) : null}
    </Alert>
  );
}
