import { useTranslations } from "next-intl";
import { TraceShape } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/link";
import type { RequirementTrace as Trace, TraceBranch, TraceWords } from "@/domain/trace/model";
import styles from "./requirement-trace.module.css";

/** Words per branch in the side panel; the rest is one link away. */
const SHOWN = 3;

/**
 * Where a requirement comes from, small enough to stand beside it: its kernwaarden and the first
 * words under each. The full trace is one link away. Give it a heading of its own.
 */
export function RequirementTrace({
  trace,
  base,
}: {
  trace: Trace;
  /** Address of the dossier: `/dossiers/<slug>`. */
  base: string;
}) {
  const t = useTranslations("trace");
  const { requirement, branches, totals } = trace;
  if (branches.length === 0) {
    return (
      <div className={styles.panel}>
        {requirement.noSourceReason ? (
          <>
            <p className={styles.lead}>{t("motivated")}</p>
            <p>{requirement.noSourceReason}</p>
          </>
        ) : (
          <p className={styles.none}>{t("nothingShort")}</p>
        )}
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <p className={styles.lead}>{t("summary", totals)}</p>
      <ul className={styles.branches}>
        {branches.map((branch) => (
          <Branch key={branch.via} branch={branch} base={base} requirementId={requirement.id} />
        ))}
      </ul>
      <p className={styles.all}>
        <TextLink href={`${base}/pve/${requirement.id}/herkomst`}>{t("fullTrace")}</TextLink>
      </p>
    </div>
  );
}

function Branch({
  branch,
  base,
  requirementId,
}: {
  branch: TraceBranch;
  base: string;
  requirementId: string;
}) {
  const t = useTranslations("trace");
  const rest = branch.total - Math.min(branch.words.length, SHOWN);
  return (
    <li className={styles.branch}>
      <p className={styles.name}>
        <TraceShape tone={branch.coreValue ? "coreValue" : "reaction"} className={styles.shape} />
        {branch.coreValue ? (
          <TextLink href={`${base}/kernwaarden/${branch.coreValue.id}`}>
            {branch.via} {branch.coreValue.name}
          </TextLink>
        ) : (
          t("directTitle")
        )}
      </p>
      {branch.total === 0 ? <p className={styles.more}>{t("noWords")}</p> : null}
      <ul className={styles.words}>
        {branch.words.slice(0, SHOWN).map((words) => (
          <li key={words.reaction?.id ?? words.passage?.id}>
            <Words words={words} base={base} />
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <p className={styles.more}>
          <TextLink href={`${base}/pve/${requirementId}/herkomst#${branch.via}`}>
            {t("restOfBranch", { rest })}
          </TextLink>
        </p>
      ) : null}
    </li>
  );
}

function Words({
  words: { reaction, passage, statement },
  base,
}: {
  words: TraceWords;
  base: string;
}) {
  const t = useTranslations("trace");
  const quoted = passage?.exact ?? reaction?.text ?? "";
  return (
    <>
      <blockquote className={styles.quote}>
        {passage ? (
          <TextLink
            href={`${base}/bronnen/${passage.sourceId}?passage=${passage.id}#citaat`}
            className={styles.quoted}
          >
            {quoted}
          </TextLink>
        ) : (
          quoted
        )}
      </blockquote>
      <p className={styles.who}>
        {[
          reaction ? `R-${reaction.number}` : t("words.loose"),
          reaction?.group ?? reaction?.speaker,
          statement?.number ? t("statementNumber", { number: statement.number }) : null,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </>
  );
}
