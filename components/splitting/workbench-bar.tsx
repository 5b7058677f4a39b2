"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Meter } from "@/components/ui/progress";
import type { Progress, UndoableStep } from "@/domain/splitting/model";
import styles from "./workbench-bar.module.css";

/** Always in view: how much is left, the way to the next open segment, undo and help. */
export function WorkbenchBar({
  progress,
  undo,
  busy,
  confirmHref,
  onConfirm,
  onNextOpen,
  onUndo,
  onHelp,
  nextOpenHref,
  children,
}: {
  progress: Progress;
  undo: UndoableStep | null;
  busy: boolean;
  confirmHref: string;
  nextOpenHref: string | null;
  onConfirm: () => void;
  onNextOpen: () => void;
  onUndo: () => void;
  onHelp: () => void;
  /** Which segments are listed. */
  children?: ReactNode;
}) {
  const t = useTranslations("splitting");
  const done = progress.total - progress.open;
  const count = t("bar.open", { open: progress.open, total: progress.total });
  const what = undo ? t(`undo.${undo.action}`) : "";
  return (
    <section aria-label={t("bar.label")} className={styles.bar}>
      {children}
      <div className={styles.count}>
        <p className={styles.words} aria-live="off">
          {progress.open > 0 ? count : t("bar.allSeen", { total: progress.total })}
          <span className={styles.busy}>{busy ? t("bar.saving") : ""}</span>
        </p>
        <Meter value={done} max={progress.total} label={count} labelHidden />
      </div>
      <div className={styles.buttons}>
        {progress.open > 0 && nextOpenHref ? (
          <a
            href={nextOpenHref}
            className={styles.link}
            onClick={(event) => {
              event.preventDefault();
              onNextOpen();
            }}
          >
            {t("bar.nextOpen")}
            <Icon name="arrow-right" />
          </a>
        ) : (
          <a
            href={confirmHref}
            className={styles.link}
            onClick={(event) => {
              event.preventDefault();
              onConfirm();
            }}
          >
            {t("bar.confirm")}
          </a>
        )}
        <Button size="small" onClick={onUndo} aria-disabled={undo ? undefined : true}>
          <span>
            {t("bar.undo")}
            {what ? <span className={styles.what}>: {what}</span> : null}
          </span>
        </Button>
        <Button size="small" onClick={onHelp} className={styles.help}>
          {t("bar.help")}
        </Button>
      </div>
    </section>
  );
}
