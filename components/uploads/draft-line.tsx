import { useTranslations } from "next-intl";
import { useFailureWords } from "@/components/sources/failure-words";
import { Button } from "@/components/ui/button";
import { ButtonForm } from "@/components/ui/button-form";
import { Icon, type IconName } from "@/components/ui/icon";
import { Meter, ProgressBar } from "@/components/ui/progress";
import { type Draft, MAX_ATTACHMENTS } from "@/domain/uploads/model";
import { secondsLeft } from "@/domain/uploads/rules";
import { useDraftWords } from "./draft-words";
import styles from "./lines.module.css";
import type { DraftActions } from "./model";

/** A file that asks nothing: being read, read, or not readable. One line where there is room. */
export function DraftLine({
  draft,
  format,
  actions,
}: {
  draft: Draft;
  /** What people call its kind of file. */
  format: string | null;
  actions: DraftActions;
}) {
  const t = useTranslations("uploads.drafts");
  const words = useDraftWords();
  const { fileName: name, state } = draft;
  const act = (action: (data: FormData) => Promise<void>, label: string, hidden: string) => (
    <ButtonForm action={action} hidden={{ uploadId: draft.id }}>
      <Button
        type="submit"
        size="small"
        variant={action === actions.drop ? "subtle" : "secondary"}
        aria-label={hidden}
      >
        {label}
      </Button>
    </ButtonForm>
  );
  const icons: Record<typeof state, [IconName, string | undefined]> = {
    receiving: ["file", styles.busy],
    waiting: ["file", styles.busy],
    reading: ["file", styles.busy],
    ready: ["check", styles.good],
    failed: ["error", styles.bad],
  };
  const [icon, tone] = icons[state];
  return (
    <li className={styles.line}>
      <Icon name={icon} className={tone} />
      <span className={styles.name}>
        {draft.title ?? name}
        <small className={styles.facts}>{words.facts(draft, format)}</small>
      </span>
      <div className={styles.what}>
        <What draft={draft} />
      </div>
      <span className={styles.acts}>
        {state === "waiting" || state === "reading"
          ? act(actions.stop, t("stop"), t("stopOf", { name }))
          : null}
        {state === "failed" && mayHelp(draft)
          ? act(actions.again, t("again"), t("againOf", { name }))
          : null}
        {state === "failed" || state === "ready"
          ? act(actions.drop, t("drop"), t("dropOf", { name }))
          : null}
      </span>
    </li>
  );
}

/** Whether reading it again can end otherwise: what the file itself is, stays. */
function mayHelp({ failure }: Draft): boolean {
  return !failure?.key.startsWith("sources.errors.");
}

function What({ draft }: { draft: Draft }) {
  const t = useTranslations("uploads.drafts");
  const words = useDraftWords();
  const wordsOf = useFailureWords();
  const { state, found, progress } = draft;
  if (state === "failed") return <p className={styles.text}>{wordsOf(draft.failure)}</p>;
  if (state === "ready" && found) {
    const { attachments, numbers, remarks } = found;
    return (
      <>
        <p className={styles.text}>
          <strong>{words.documents(found)}</strong>, {words.input(found)}.{" "}
          {t("unsure", { count: numbers.unsure })} <Attachments count={attachments} />
        </p>
        {remarks.length > 0 ? (
          <details className={styles.remarks}>
            <summary>{t("remarks", { count: remarks.length })}</summary>
            <ul>
              {remarks.map((remark, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
                <li key={n}>{wordsOf(remark)}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </>
    );
  }
  if (state === "waiting" || !progress || progress.total === 0) {
    return <ProgressBar label={state === "waiting" ? t("waitsTurn") : t("isRead")} />;
  }
  const seconds = secondsLeft(draft);
  const far = draft.fileName.toLowerCase().endsWith(".pdf")
    ? t("pagesRead", { ...progress })
    : t("partsRead", { percent: Math.floor((100 * progress.done) / progress.total) });
  return (
    <Meter
      value={progress.done}
      max={progress.total}
      label={seconds === null ? far : `${far} · ${t("secondsLeft", { seconds })}`}
    />
  );
}

function Attachments({ count }: { count: number }) {
  const t = useTranslations("uploads.drafts");
  if (count === 0) return null;
  return count <= MAX_ATTACHMENTS
    ? t("attachments", { count })
    : t("notAllAttachments", { shown: MAX_ATTACHMENTS, count });
}
