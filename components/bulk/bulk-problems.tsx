import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { CheckboxField } from "@/components/ui/choice-fields";
import {
  type BulkCheck,
  EMPTIABLE_ROLES,
  type Problem,
  type RowChoices,
} from "@/domain/bulk/model";
import styles from "./bulk.module.css";
import { useProblemWords } from "./problem-words";

const keyOf = ({ row, column, kind }: Problem) => `${row} ${column} ${kind}`;
const isEmptiable = ({ role }: Problem) => EMPTIABLE_ROLES.some((one) => one === role);

/**
 * What is wrong with cells, each with its row, its column and what stands there, and the choice to leave
 * it empty; and the cells for which that was chosen, to take it back.
 */
export function BulkProblems({ check, choices }: { check: BulkCheck; choices: RowChoices }) {
  const t = useTranslations("bulk");
  const { problems, problemCount, emptied, unread } = check;
  const all = EMPTIABLE_ROLES.filter(
    (role) => (unread[role] ?? 0) > 1 || choices.leaveEmpty.includes(role),
  );
  return (
    <>
      {problemCount > 0 ? (
        <Alert tone="error" title={t("errors.problems", { count: problemCount })}>
          <p>{problems.some(isEmptiable) ? t("mend") : t("mendFile")}</p>
          <ul className={styles.problems}>
            {problems.map((problem) => (
              <Line key={keyOf(problem)} problem={problem} />
            ))}
          </ul>
          {problemCount > problems.length ? (
            <p>{t("moreProblems", { count: problemCount - problems.length })}</p>
          ) : null}
        </Alert>
      ) : null}
      {emptied.length > 0 ? (
        <Alert tone="info" title={t("emptied", { count: emptied.length })}>
          <ul className={styles.problems}>
            {emptied.map((problem) => (
              <Line key={keyOf(problem)} problem={problem} empty />
            ))}
          </ul>
        </Alert>
      ) : null}
      {all.length > 0 ? (
        <div className={styles.all}>
          {all.map((role) => (
            <CheckboxField
              key={role}
              name={`emptyAll.${role}`}
              label={t("leaveEmpty", { count: unread[role] ?? 0, role: t(`roles.${role}`) })}
              defaultChecked={choices.leaveEmpty.includes(role)}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

function Line({ problem, empty = false }: { problem: Problem; empty?: boolean }) {
  const t = useTranslations("bulk");
  const words = useProblemWords();
  const { place, what } = words(problem);
  return (
    <li className={styles.problem}>
      <span className={styles.what}>
        <strong>{place}:</strong> {what}
      </span>
      {isEmptiable(problem) ? (
        <CheckboxField
          name={`empty.${problem.role}.${problem.row}`}
          label={
            <>
              {t("leaveCell")} <span className="visually-hidden">({place})</span>
            </>
          }
          defaultChecked={empty}
        />
      ) : null}
    </li>
  );
}
