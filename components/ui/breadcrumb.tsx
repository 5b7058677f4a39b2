import { useTranslations } from "next-intl";
import styles from "./breadcrumb.module.css";
import { cx } from "./cx";
import { TextLink } from "./link";

export type BreadcrumbItem = { label: string; href?: string };

/** Where this page is. The last item is the page itself and needs no address. */
export function Breadcrumb({ items }: { items: BreadcrumbItem[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumb")} className={cx("utrecht-breadcrumb-nav", styles.nav)}>
      <ol className={styles.list}>
        {items.map((item, index) => (
          <li key={`${item.href ?? ""} ${item.label}`} className={styles.item}>
            {item.href && index < items.length - 1 ? (
              <TextLink href={item.href} className={styles.link}>
                {item.label}
              </TextLink>
            ) : (
              <span aria-current="page" className={styles.current}>
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
