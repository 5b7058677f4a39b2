"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/fields";
import { ActionForm } from "@/components/ui/form";
import { MAX_IRRELEVANT_REASON } from "@/domain/splitting/model";
import styles from "./irrelevant-dialog.module.css";

const USUAL = ["meeting", "double", "offTopic", "personal"] as const;

/** Asks why a segment is not relevant. The reason stays visible, so it is never left out. */
export function IrrelevantDialog({
  open,
  words,
  onClose,
  onReason,
}: {
  open: boolean;
  /** The first words of the segment, to recognise it by. */
  words: string;
  onClose: () => void;
  onReason: (reason: string) => void;
}) {
  const t = useTranslations("splitting.irrelevant");
  const box = useRef<HTMLDivElement>(null);

  // The dialog gives the focus to its first button; here the reason is what one comes for.
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLInputElement>("input[name=reason]")?.focus();
  }, [open]);

  function fill(reason: string) {
    const field = box.current?.querySelector<HTMLInputElement>("input[name=reason]");
    if (!field) return;
    field.value = reason;
    field.focus();
  }

  return (
    <Dialog open={open} onClose={onClose} title={t("title")}>
      <div ref={box} className={styles.box}>
        <p className={styles.words}>{words}</p>
        <fieldset className={styles.usual}>
          <legend>{t("usual")}</legend>
          {USUAL.map((reason) => (
            <Button key={reason} size="small" onClick={() => fill(t(`reason.${reason}`))}>
              {t(`reason.${reason}`)}
            </Button>
          ))}
        </fieldset>
        <ActionForm
          name="segment.irrelevant"
          of={words.slice(0, 80)}
          action={async (_, data) => {
            const reason = String(data.get("reason") ?? "").trim();
            if (!reason) {
              return { status: "error", message: t("needed"), fields: { reason: t("needed") } };
            }
            onReason(reason);
            return { status: "done" };
          }}
          submitLabel={t("save")}
          secondary={<Button onClick={onClose}>{t("cancel")}</Button>}
        >
          <TextField
            name="reason"
            label={t("label")}
            maxLength={MAX_IRRELEVANT_REASON}
            autoComplete="off"
          />
        </ActionForm>
      </div>
    </Dialog>
  );
}
