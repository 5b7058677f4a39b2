import Form from "next/form";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cx } from "./cx";
import { Icon } from "./icon";
import { TextLink } from "./link";
import styles from "./search-form.module.css";

/** Searches and filters by address (GET), so that a result can be kept, shared and gone back to. */
export function SearchForm({
  action,
  label,
  name = "q",
  defaultValue,
  hidden,
  clearHref,
  submitLabel,
  compact = false,
  children,
}: {
  action: string;
  label: string;
  name?: string;
  defaultValue?: string;
  /** Query parameters that must survive the search. */
  hidden?: Record<string, string>;
  /** Address without search and filters; give it only when something is chosen. */
  clearHref?: string;
  submitLabel?: string;
  /** In a row of tools: low, and each field says itself what it is for. */
  compact?: boolean;
  /** Filters, as a `FilterBar`. */
  children?: ReactNode;
}) {
  const t = useTranslations("ui.search");
  const id = `search-${name}`;
  return (
    <search className={compact ? styles.compact : styles.search}>
      <Form action={action} className={styles.form} scroll={false}>
        {Object.entries(hidden ?? {}).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <div className={styles.words}>
          <label htmlFor={id} className={cx("utrecht-form-label", styles.label)}>
            {label}
          </label>
          <div className={styles.box}>
            <Icon name="search" className={styles.icon} />
            <input
              // The address is the truth: another address shows its own words.
              key={defaultValue}
              id={id}
              type="search"
              name={name}
              defaultValue={defaultValue}
              autoComplete="off"
              placeholder={compact ? label : undefined}
              className={cx("utrecht-textbox utrecht-textbox--html-input", styles.input)}
            />
          </div>
        </div>
        {children}
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant={compact ? "secondary" : "primary"}
            size={compact ? "small" : "default"}
          >
            {submitLabel ?? t("submit")}
          </Button>
          {clearHref ? (
            <TextLink href={clearHref} className={styles.clear} scroll={false}>
              {t("clear")}
            </TextLink>
          ) : null}
        </div>
      </Form>
    </search>
  );
}

/** The filters of a search, beside each other where there is room. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className={styles.filters}>{children}</div>;
}

export interface FilterLink {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
  /** Asks for attention. */
  marked?: boolean;
}

/**
 * One choice by links, such as all, open and answered, each with its count. `onFollow` is for a page that
 * first has something to finish.
 */
export function FilterLinks({
  label,
  items,
  onFollow,
}: {
  label: string;
  items: FilterLink[];
  onFollow?: (href: string) => void;
}) {
  return (
    <nav aria-label={label}>
      <ul className={styles.links}>
        {items.map((item) => (
          <li key={item.href}>
            <TextLink
              href={item.href}
              className={cx(
                styles.link,
                item.marked && styles.marked,
                item.current && styles.current,
              )}
              aria-current={item.current ? "true" : undefined}
              scroll={false}
              onClick={
                onFollow &&
                ((event) => {
                  event.preventDefault();
                  onFollow(item.href);
                })
              }
            >
              {item.label}
              {item.count !== undefined ? <span className={styles.count}>{item.count}</span> : null}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
