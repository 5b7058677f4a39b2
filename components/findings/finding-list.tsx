import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { TextareaField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Unfold } from "@/components/ui/unfold";
import { RULES } from "@/domain/checking/rules";
import type { ShownFinding } from "@/domain/findings/model";
import { formatMoment } from "@/domain/kernel/dates";
import styles from "./findings.module.css";
import { nameOf, TONES } from "./severity";

/** What an author does with findings, and what goes along: of what they are, and where to go on. */
export interface FindingActs {
  ignore: FormAction;
  show: (data: FormData) => Promise<void>;
  hidden: Record<string, string>;
}

/** Findings of one text: what is wrong, why, how it could read, and letting it stand with a reason. */
export function FindingList({
  findings,
  label,
  acts,
}: {
  findings: readonly ShownFinding[];
  label: string;
  /** Left out for who may not. */
  acts?: FindingActs;
}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {findings.map((one) => (
        <li key={one.sha256} className={styles.item}>
          <Finding finding={one} acts={acts} />
        </li>
      ))}
    </ul>
  );
}

function Finding({ finding, acts }: { finding: ShownFinding; acts?: FindingActs }) {
  const t = useTranslations("findings");
  const rules = useTranslations("checking.rules");
  const locale = useLocale();
  const { rule, severity, params, ignored, sha256 } = finding;
  const source = RULES.find(({ id }) => id === rule)?.source;
  return (
    <>
      <div className={styles.what}>
        <Badge tone={ignored ? "neutral" : TONES[severity]}>
          {t(`severity.${nameOf(severity)}`)}
        </Badge>
        <p>
          <strong>{rules(`${rule}.what`, params)}</strong> {rules(`${rule}.better`, params)}
        </p>
      </div>
      {ignored ? (
        <div className={styles.ignored}>
          <p>
            {t("ignored.by", {
              who: ignored.by ?? t("ignored.system"),
              moment: formatMoment(ignored.at, locale),
            })}{" "}
            <q>{ignored.reason}</q>
          </p>
          {acts ? (
            <ButtonForm action={acts.show} hidden={{ ...acts.hidden, ignoredId: ignored.id }}>
              <Button type="submit" size="small">
                {t("ignored.show")}
              </Button>
            </ButtonForm>
          ) : null}
        </div>
      ) : (
        <div className={styles.more}>
          <Unfold label={t("why")}>
            <p>{rules(`${rule}.why`, params)}</p>
            {source ? <p className="muted small">{t("source", { source })}</p> : null}
          </Unfold>
          {acts ? (
            <Unfold label={t("ignore.label")}>
              <ActionForm
                name="finding.ignore"
                of={sha256}
                action={acts.ignore}
                hidden={{ ...acts.hidden, finding: sha256 }}
                submitLabel={t("ignore.button")}
                submitSize="small"
                label={t("ignore.label")}
                compact
              >
                <TextareaField
                  name="reason"
                  label={t("ignore.reason")}
                  hint={t("ignore.hint")}
                  rows={2}
                />
              </ActionForm>
            </Unfold>
          ) : null}
        </div>
      )}
    </>
  );
}
