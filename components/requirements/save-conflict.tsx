"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonGroup, ButtonLink } from "@/components/ui/button";
import { useFormScope } from "@/components/ui/form-context";
import { MEASURES } from "@/domain/requirements/model";
import { differs, diffWords } from "@/domain/requirements/rules/diff";
import { OwnSide } from "./diff-text";
import styles from "./save-conflict.module.css";
import { type ComparedWords, conflictIn } from "./save-state";

const FIELDS = [
  "title",
  "kind",
  "bodyText",
  "explanation",
  "evidence",
  "verification",
  ...MEASURES,
] as const satisfies readonly (keyof ComparedWords)[];

/**
 * The version a save goes on top of: the one the fields were filled from, also when the page was
 * made again around them (without JavaScript after every answer); after a conflict the one shown.
 */
export function LockField({ lockVersion }: { lockVersion: number }) {
  const { state } = useFormScope();
  const [opened] = useState(lockVersion);
  const sent = state.values?.lockVersion;
  const value = conflictIn(state)?.n ?? (typeof sent === "string" ? sent : opened);
  return <input type="hidden" name="lockVersion" value={value} readOnly />;
}

/** Both texts beside each other when somebody else saved in between, and the two ways on. */
export function SaveConflictPanel({ leaveHref }: { leaveHref: string }) {
  const t = useTranslations("requirements");
  const kinds = useTranslations("kinds");
  const { state, forget } = useFormScope();
  const conflict = conflictIn(state);
  if (!conflict) return null;
  const { theirs, mine } = conflict;
  const words = (side: ComparedWords, field: (typeof FIELDS)[number]) =>
    field === "kind" ? kinds(`requirement.${side.kind}`) : side[field];
  const compared = FIELDS.map((field) => ({
    field,
    parts: diffWords(words(theirs, field), words(mine, field)),
  })).filter(({ parts }) => differs(parts));

  return (
    <section aria-labelledby="conflict-title" className={styles.panel}>
      <h2 id="conflict-title" className={styles.title}>
        {t("conflict.title")}
      </h2>
      <p>
        {t("conflict.who", {
          n: conflict.n,
          author: conflict.author ?? t("versions.system"),
          moment: conflict.moment,
        })}{" "}
        {conflict.reason ? t("conflict.reason", { reason: conflict.reason }) : null}
      </p>
      {compared.length === 0 ? (
        <p>{t("conflict.onlyMarks")}</p>
      ) : (
        compared.map(({ field, parts }) => (
          <div key={field} className={styles.field}>
            <h3 className={styles.name}>{t(`field.${field}`)}</h3>
            <div className={styles.sides}>
              <div className={styles.side}>
                <p className={styles.whose}>{t("conflict.theirs", { n: conflict.n })}</p>
                {words(theirs, field) ? (
                  <OwnSide parts={parts} own="removed" />
                ) : (
                  <p className={styles.empty}>{t("diff.empty")}</p>
                )}
              </div>
              <div className={styles.side}>
                <p className={styles.whose}>{t("conflict.mine")}</p>
                {words(mine, field) ? (
                  <OwnSide parts={parts} own="added" />
                ) : (
                  <p className={styles.empty}>{t("diff.empty")}</p>
                )}
              </div>
            </div>
          </div>
        ))
      )}
      <ButtonGroup>
        <Button type="submit" variant="primary">
          {t("conflict.keepMine")}
        </Button>
        <ButtonLink href={leaveHref} onClick={forget}>
          {t("conflict.keepTheirs")}
        </ButtonLink>
      </ButtonGroup>
      <p className={styles.help}>{t("conflict.help")}</p>
    </section>
  );
}
