"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useStatus } from "@/components/ui/toast";
import styles from "./copy-field.module.css";

const never = () => () => {};

/** A button that copies some text, there only where the browser lets a page do so: never without scripts or on plain http. */
export function CopyButton({
  value,
  copyLabel,
  copiedText,
}: {
  value: string;
  copyLabel: string;
  copiedText: string;
}) {
  const { announce } = useStatus();
  const canCopy = useSyncExternalStore(
    never,
    () => Boolean(navigator.clipboard),
    () => false,
  );
  if (!canCopy) return null;
  return (
    <Button
      size="small"
      onClick={() => {
        void navigator.clipboard.writeText(value).then(() => announce(copiedText));
      }}
    >
      {copyLabel}
    </Button>
  );
}

/** Text to take along, such as a link: one click selects the whole, and a button copies it. */
export function CopyField({
  label,
  value,
  copyLabel,
  copiedText,
}: {
  label: string;
  value: string;
  copyLabel: string;
  copiedText: string;
}) {
  return (
    <div className={styles.field}>
      <p className={styles.label}>{label}</p>
      <div className={styles.row}>
        <code className={styles.value}>{value}</code>
        <CopyButton value={value} copyLabel={copyLabel} copiedText={copiedText} />
      </div>
    </div>
  );
}
