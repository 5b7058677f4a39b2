import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { SubjectDetail } from "@/domain/personal-data/model";
import { useCertaintyWords, useDecisionWords } from "./subject-words";
import styles from "./work.module.css";

/** Who it is, how sure that is, and how it is written elsewhere. */
export function SubjectHead({ subject }: { subject: SubjectDetail }) {
  const t = useTranslations("personalData");
  const certainty = useCertaintyWords();
  const decision = useDecisionWords();
  const { kind, places, sources, redaction } = subject;
  const also = subject.forms.filter(({ text }) => text !== subject.name);
  return (
    <div className={styles.head}>
      <div className={styles.headRow}>
        <h2 id="wie" tabIndex={-1} className={styles.name}>
          {subject.name}
        </h2>
        <Badge>
          {places > 0
            ? t("where", { kind: t(`kinds.${kind}`), places, sources })
            : t("whereNot", { kind: t(`kinds.${kind}`) })}
        </Badge>
      </div>
      <p className={styles.said}>
        {redaction === "open" ? certainty(subject) : decision(subject)}.{" "}
        {also.length > 0
          ? t("alsoAs", { forms: also.map(({ text }) => `“${text}”`).join(", ") })
          : null}
      </p>
    </div>
  );
}
