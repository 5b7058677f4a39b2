import { useTranslations } from "next-intl";
import { cx } from "./cx";
import { Icon } from "./icon";
import { TextLink } from "./link";
import styles from "./pagination.module.css";

/** Page numbers to show: the ends, the current one and its neighbours; 0 stands for a gap. */
function pageWindow(page: number, pages: number): number[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((n, i) => {
    const previous = sorted[i - 1] ?? 0;
    if (n - previous === 2) return [n - 1, n];
    return n - previous > 2 ? [0, n] : [n];
  });
}

/** Moves through a long list, page by page, by ordinary links. Nothing when all fits on one. */
export function Pagination({
  page,
  pages,
  total,
  hrefFor,
  below = false,
}: {
  page: number;
  pages: number;
  total: number;
  hrefFor: (page: number) => string;
  /** The second on its page, below what it pages: two landmarks have two names. */
  below?: boolean;
}) {
  const t = useTranslations("ui");
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={below ? t("pagination.labelBelow") : t("pagination.label")}
      className={cx("utrecht-pagination", styles.nav)}
    >
      <p className={styles.total}>{t("pagination.total", { page, pages, total })}</p>
      <ul className={styles.list}>
        {page > 1 ? (
          <li>
            <TextLink href={hrefFor(page - 1)} rel="prev" className={styles.step}>
              <Icon name="chevron-left" />
              {t("pagination.previous")}
            </TextLink>
          </li>
        ) : null}
        {pageWindow(page, pages).map((n, i) =>
          n === 0 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a gap has nothing but its place
            <li key={`gap${i}`} className={styles.gap} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={n} className={styles.number}>
              <TextLink
                href={hrefFor(n)}
                className={cx(styles.page, n === page && styles.current)}
                aria-current={n === page ? "page" : undefined}
                aria-label={t("pagination.page", { page: n })}
              >
                {n}
              </TextLink>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <TextLink href={hrefFor(page + 1)} rel="next" className={styles.step}>
              {t("pagination.next")}
              <Icon name="chevron-right" />
            </TextLink>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
