import type { ReactNode } from "react";
import styles from "./badge.module.css";
import { cx } from "./cx";

export type TraceTone = "statement" | "reaction" | "coreValue" | "requirement";
export type BadgeTone = "neutral" | "info" | "ok" | "warning" | "error" | TraceTone;

const traceTones: readonly string[] = ["statement", "reaction", "coreValue", "requirement"];

/**
 * A word about the state or kind of a thing. The four steps of the trace carry their own shape as
 * well as their colour, so that they can be told apart without seeing colour.
 */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {traceTones.includes(tone) ? <TraceShape tone={tone as TraceTone} /> : null}
      {children}
    </span>
  );
}

/** The shape of one step of the trace: square, circle, diamond, hexagon. Decoration only. */
export function TraceShape({ tone, className }: { tone: TraceTone; className?: string }) {
  return (
    <svg
      className={cx(styles.shape, styles[`${tone}Shape`], className)}
      viewBox="0 0 12 12"
      width="10"
      height="10"
      aria-hidden="true"
      focusable="false"
    >
      {tone === "statement" ? <rect x="1.5" y="1.5" width="9" height="9" rx="1" /> : null}
      {tone === "reaction" ? <circle cx="6" cy="6" r="5" /> : null}
      {tone === "coreValue" ? <path d="M6 .3 11.7 6 6 11.7.3 6Z" /> : null}
      {tone === "requirement" ? <path d="M6 .4 11 3.2v5.6L6 11.6 1 8.8V3.2Z" /> : null}
    </svg>
  );
}
