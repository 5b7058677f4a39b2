import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Unfold } from "@/components/ui/unfold";
import { formatMoment } from "@/domain/kernel/dates";
import type { RequirementReview, ReviewLine, RoleApproval } from "@/domain/review/model";
import styles from "./review.module.css";

/** In each role who approved what, and whether that is still what it says. */
export function Approvals({ review }: { review: RequirementReview }) {
  const t = useTranslations("review");
  const locale = useLocale();
  const { check } = review;
  return (
    <dl className={styles.approvals}>
      {review.approvals.map(({ role, given }) => (
        <div key={role}>
          <dt>
            <Icon name={given?.holds ? "check" : given ? "undo" : "info"} />
            {t(`role.${role}`)}
          </dt>
          <dd>
            <Given given={given} />
            {given?.note ? <q className={styles.note}>{given.note}</q> : null}
          </dd>
        </div>
      ))}
      <div>
        <dt>
          <Icon name={check ? "check" : "info"} />
          {t("origin.title")}
        </dt>
        <dd>
          {check
            ? t("origin.checked", {
                by: check.by ?? t("unknown"),
                at: formatMoment(check.at, locale),
              })
            : t("origin.none")}
          {check?.note ? <q className={styles.note}>{check.note}</q> : null}
        </dd>
      </div>
    </dl>
  );
}

function Given({ given }: Pick<RoleApproval, "given">) {
  const t = useTranslations("review");
  const locale = useLocale();
  if (!given) return t("given.none");
  const said = { by: given.by ?? t("unknown"), at: formatMoment(given.at, locale), n: given.n };
  return given.holds ? t("given.holds", said) : t("given.lapsed", said);
}

/** All that was done, the newest first. */
export function ReviewHistory({ steps }: { steps: readonly ReviewLine[] }) {
  const t = useTranslations("review");
  const locale = useLocale();
  if (steps.length === 0) return null;
  return (
    <Unfold label={t("history", { count: steps.length })}>
      <ol className={styles.history}>
        {steps.map(({ step, act, n, roles, note, by, at, takenBack }) => (
          <li key={step}>
            {t(`step.${act}`, {
              by: by ?? t("system"),
              at: formatMoment(at, locale),
              n,
              roles: roles.map((role) => t(`role.${role}`)).join(", "),
            })}
            {takenBack ? ` ${t("step.undone")}` : null}
            {note ? <q className={styles.note}>{note}</q> : null}
          </li>
        ))}
      </ol>
    </Unfold>
  );
}
