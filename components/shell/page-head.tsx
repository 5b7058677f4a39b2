import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Heading } from "@/components/ui/heading";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import styles from "./page-head.module.css";

export interface View {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

/**
 * The row above the work: where it belongs to, its name, its views, its state and what one can do;
 * the main action last. Below it a row of tools where the work has them.
 */
export function PageHead({
  back,
  title,
  marks,
  meta,
  views,
  viewsLabel,
  state,
  actions,
  tools,
  working = false,
}: {
  /** The page this one belongs to, when the bar does not say it. */
  back?: { href: string; label: string };
  title: ReactNode;
  /** Code and kind, before the title. */
  marks?: ReactNode;
  /** A few words beside the title: how many, of when. */
  meta?: ReactNode;
  views?: View[];
  viewsLabel?: string;
  state?: ReactNode;
  actions?: ReactNode;
  tools?: ReactNode;
  /** On a screen to work on every pixel counts: a long title is cut off where there is room for one row. */
  working?: boolean;
}) {
  return (
    <header data-head className={cx(styles.head, working && styles.working)}>
      <div className={styles.row}>
        {back ? (
          <TextLink href={back.href} className={styles.back}>
            <Icon name="chevron-left" />
            {back.label}
          </TextLink>
        ) : null}
        <div className={styles.name}>
          {marks ? <span className={styles.marks}>{marks}</span> : null}
          <Heading level={1} className={styles.title}>
            {title}
          </Heading>
          {meta ? <div className={styles.meta}>{meta}</div> : null}
        </div>
        {views ? (
          <nav aria-label={viewsLabel} className={styles.views}>
            <ul className={styles.list}>
              {views.map((view) => (
                <li key={view.href}>
                  <TextLink
                    href={view.href}
                    className={cx(styles.view, view.current && styles.current)}
                    aria-current={view.current ? "page" : undefined}
                  >
                    {view.label}
                    {view.count === undefined ? null : (
                      <span className={styles.count}>{view.count}</span>
                    )}
                  </TextLink>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {state || actions ? (
          <div className={styles.end}>
            {state}
            {actions}
          </div>
        ) : null}
      </div>
      {tools ? (
        <div className={styles.band}>
          <div className={styles.tools}>{tools}</div>
        </div>
      ) : null}
    </header>
  );
}
