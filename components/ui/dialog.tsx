"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button, ButtonGroup, type ButtonSize, type ButtonVariant, buttonClass } from "./button";
import styles from "./dialog.module.css";
import { ActionForm } from "./form";
import type { FormAction } from "./form-state";
import { Icon } from "./icon";
import { useRunning } from "./use-running";

/**
 * A dialog on the browser's own `<dialog>`: it keeps the focus inside, closes with Escape and gives
 * the focus back to where it came from. A press beside it does nothing: words may have been typed.
 */
export function Dialog({
  open,
  onClose,
  title,
  wide = false,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("ui.dialog");
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
    >
      {open ? (
        <>
          <div className={styles.top}>
            <h2 id={titleId} className={styles.title}>
              {title}
            </h2>
            <button type="button" className={styles.close} onClick={() => ref.current?.close()}>
              <Icon name="close" />
              <span className="visually-hidden">{t("close")}</span>
            </button>
          </div>
          <div className={styles.body}>{children}</div>
        </>
      ) : null}
    </dialog>
  );
}

/**
 * A button that asks again first. With JavaScript a dialog; without it the question unfolds under
 * the button and its form is an ordinary POST (only with `action`).
 */
export function ConfirmButton({
  label,
  title,
  body,
  confirmLabel,
  action,
  onConfirm,
  hidden,
  variant = "secondary",
  confirmVariant = "danger",
  size = "default",
}: {
  label: ReactNode;
  title: string;
  body: ReactNode;
  confirmLabel: string;
  action?: FormAction;
  onConfirm?: () => void;
  /** Hidden fields for `action`. */
  hidden?: Record<string, string | number>;
  variant?: ButtonVariant;
  confirmVariant?: ButtonVariant;
  size?: ButtonSize;
}) {
  const t = useTranslations("ui.dialog");
  const running = useRunning();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);

  const form = action ? (
    <ActionForm
      name={null}
      action={action}
      hidden={hidden}
      submitLabel={confirmLabel}
      submitVariant={confirmVariant}
      onDone={close}
      secondary={running ? <Button onClick={close}>{t("cancel")}</Button> : null}
    />
  ) : null;

  if (!running) {
    return (
      <details className={styles.unfold}>
        <summary className={buttonClass(variant, size)}>{label}</summary>
        <div className={styles.question}>
          <p className={styles.title}>{title}</p>
          <div>{body}</div>
          {form}
        </div>
      </details>
    );
  }
  return (
    <>
      <Button variant={variant} size={size} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        <div>{body}</div>
        {form ?? (
          <ButtonGroup>
            <Button
              variant={confirmVariant}
              onClick={() => {
                close();
                onConfirm?.();
              }}
            >
              {confirmLabel}
            </Button>
            <Button onClick={close}>{t("cancel")}</Button>
          </ButtonGroup>
        )}
      </Dialog>
    </>
  );
}
