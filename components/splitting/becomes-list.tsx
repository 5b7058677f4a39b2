import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import type { SegmentKind } from "@/db/vocabulary";
import type { ConfirmationPreview } from "@/domain/splitting/model";
import styles from "./becomes-list.module.css";
import { KindBadge } from "./kind-badge";

/** Put to people, and not brought in by them: it has the colour of a stelling. */
const isPut = (kind: SegmentKind) => kind === "statement" || kind === "explanation";

/** What becomes something: how many of each kind, and under which stelling the reactions will stand. */
export function BecomesList({ preview }: { preview: ConfirmationPreview }) {
  const t = useTranslations("splitting.confirm");
  const most = Math.max(1, ...preview.kinds.map(({ count }) => count));
  return (
    <>
      <section aria-labelledby="iets" className={styles.section}>
        <h2 id="iets">{t("something", { count: preview.something })}</h2>
        <p className={styles.hint}>{t("somethingHint")}</p>
        <ul className={styles.list}>
          {preview.kinds.map(({ kind, count }) => (
            <li key={kind} className={styles.kind}>
              <KindBadge kind={kind} />
              <progress
                aria-hidden="true"
                value={count}
                max={most}
                className={isPut(kind) ? styles.put : undefined}
              />
              <b>{count}</b>
            </li>
          ))}
        </ul>
      </section>
      {preview.reactions > 0 ? (
        <section aria-labelledby="waar" className={styles.section}>
          <h2 id="waar">{t("where", { count: preview.reactions })}</h2>
          <ul className={styles.list}>
            {preview.statements.map(({ number, text, reactions }) => (
              <li key={number} className={styles.place}>
                <span>
                  <b>{number}</b> {text}
                </span>
                <b>{reactions}</b>
              </li>
            ))}
            {preview.withoutStatement > 0 ? (
              <li className={styles.place}>
                <span className={styles.hint}>{t("withoutStatement")}</span>
                <b>{preview.withoutStatement}</b>
              </li>
            ) : null}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** What is worth a second look before confirming; nothing here holds it up. */
export function Checks({
  preview,
  slug,
  sourceId,
  n,
}: {
  preview: ConfirmationPreview;
  slug: string;
  sourceId: string;
  n: number;
}) {
  const t = useTranslations("splitting.confirm");
  const { questions, withoutGroup, looseExplanations } = preview;
  const bench = addresses.dossier(slug).part(sourceId, n);
  return (
    <section aria-labelledby="goed" className={styles.section}>
      <h2 id="goed">{t("checks")}</h2>
      <ul className={styles.checks}>
        {questions.asked > 0 ? (
          <Check good={questions.answered === questions.asked}>{t("answered", questions)}</Check>
        ) : null}
        {looseExplanations > 0 ? (
          <Check good={false}>{t("looseExplanations", { count: looseExplanations })}</Check>
        ) : null}
        <Check good={withoutGroup === 0}>
          {t("withoutGroup", { count: withoutGroup })}{" "}
          {withoutGroup > 0 ? <TextLink href={bench}>{t("chooseGroup")}</TextLink> : null}
        </Check>
      </ul>
    </section>
  );
}

function Check({ good, children }: { good: boolean; children: ReactNode }) {
  return (
    <li className={good ? styles.good : styles.look}>
      <Icon name={good ? "check" : "warning"} />
      <span>{children}</span>
    </li>
  );
}
