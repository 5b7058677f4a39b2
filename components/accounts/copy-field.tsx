"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useStatus } from "@/components/ui/toast";
import styles from "./copy-field.module.css";

const never = () => () => {};

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
  const { announce } = useStatus();
  // Only where the browser lets a page copy, so never without JavaScript or on plain http.
  const canCopy = useSyncExternalStore(
    never,
    () => Boolean(navigator.clipboard),
    () => false,
  );
  return (
    <div className={styles.field}>
      <p className={styles.label}>{label}</p>
      <div className={styles.row}>
        <code className={styles.value}>{value}</code>
        {canCopy ? (
          <Button
            size="small"
            onClick={() => {
              void navigator.clipboard.writeText(value).then(() => announce(copiedText));
            }}
          >
            {copyLabel}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
