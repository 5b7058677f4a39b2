import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./icon.module.css";

const paths = {
  "arrow-up": <path d="M12 19V5m-6 6 6-6 6 6" />,
  "arrow-down": <path d="M12 5v14m6-6-6 6-6-6" />,
  "arrow-right": <path d="M5 12h14m-6-6 6 6-6 6" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </>
  ),
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  warning: (
    <>
      <path d="M12 4 2.8 20h18.4L12 4Z" />
      <path d="M12 10v4.5m0 2.6v.1" />
    </>
  ),
  error: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7.5v5.5m0 3v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5m0-9v.1" />
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2m0 2.8v.1" />
    </>
  ),
  trace: (
    <>
      <circle cx="6" cy="5" r="2.2" />
      <circle cx="6" cy="19" r="2.2" />
      <circle cx="18" cy="19" r="2.2" />
      <path d="M6 7.2v9.6M6 13c0-2 1.5-3 3.5-3H14c2.5 0 4 1.5 4 4v2.8" />
    </>
  ),
  edit: <path d="M4 20h4L19.5 8.5l-4-4L4 16v4Zm9-13 4 4" />,
  plus: <path d="M12 5v14M5 12h14" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  lock: <path d="M6 11h12v9H6zM9 11V7.5a3 3 0 0 1 6 0V11" />,
  trash: <path d="M4 7h16M9.5 7V4.5h5V7M6 7l1 13h10l1-13m-8 4v5.5m4-5.5v5.5" />,
  external: <path d="M13 5h6v6m0-6-8.5 8.5M10 6H5v13h13v-5" />,
  print: <path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />,
  download: <path d="M12 4v11m5-5-5 5-5-5M4.5 20h15" />,
  upload: <path d="M12 15V4m5 5-5-5-5 5M4.5 20h15" />,
  file: <path d="M6 3h8l4.5 4.5V21H6zM14 3v5h4.5" />,
  chevron: <path d="m7 10 5 5 5-5" />,
  "chevron-left": <path d="m14 7-5 5 5 5" />,
  "chevron-right": <path d="m10 7 5 5-5 5" />,
  person: (
    <>
      <circle cx="12" cy="8" r="3.7" />
      <path d="M4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6" />
    </>
  ),
  bullets: <path d="M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1" />,
  numbers: <path d="M10 6h10M10 12h10M10 18h10M4 4.5 5.5 4v4.5M4 13.5h2.5M6.5 13.5 4 17h2.5" />,
  deeper: <path d="M11 6h9M11 12h9M11 18h9M4 9l3 3-3 3" />,
  higher: <path d="M11 6h9M11 12h9M11 18h9M7 9l-3 3 3 3" />,
  link: (
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5" />
  ),
  undo: <path d="M9 7 4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 0 10h-3" />,
  redo: <path d="m15 7 4.5 4.5L15 16M19 11.5h-9a5 5 0 0 0 0 10h3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** A drawing beside words, never instead of them: always hidden from screen readers. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={cx(styles.icon, className)}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths[name]}
    </svg>
  );
}
