"use client";

import { useEffect, useState } from "react";
import { useLetterKeys } from "@/components/shell/keys";
import styles from "./moderation.module.css";

/** The letter that presses a button, where letters do something. It is in the list of keys too, so not read out here. */
export function KeyHint({ children }: { children: string }) {
  const letters = useLetterKeys();
  const [running, setRunning] = useState(false);
  useEffect(() => setRunning(true), []);
  if (!letters || !running) return null;
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  );
}
