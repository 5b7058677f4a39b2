import Link from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { Page } from "@/components/ui/stack";
import styles from "./dossier-nav.module.css";

export type DossierStep = {
  key: string;
  /** Address below `base`: "" for the overview, "bronnen" for `<base>/bronnen`. */
  href: string;
  label: string;
  /** How many things there are, in words or as a number. */
  count?: string | number;
  state?: "todo" | "attention" | "done";
};

/**
 * The way through a dossier as a path with its stops. The first item is the overview, the others
 * are numbered steps. On a phone it folds into one line that says where one is.
 */
export function DossierNav({
  base,
  current,
  items,
  wide = false,
}: {
  base: string;
  current: string;
  items: DossierStep[];
  wide?: boolean;
}) {
  const t = useTranslations("shell.path");
  const at = items.findIndex((item) => item.key === current);
  const now = items[at];
  return (
    <div className={styles.band}>
      <Page wide={wide}>
        <nav aria-label={t("label")} className={styles.wide}>
          <Steps base={base} at={at} items={items} />
        </nav>
        <details className={styles.narrow}>
          <summary className={styles.summary}>
            <span className={styles.where}>
              <span className={styles.stop}>
                {at > 0 ? t("step", { step: at, steps: items.length - 1 }) : t("start")}
              </span>
              <span className={styles.here}>{now?.label ?? t("open")}</span>
            </span>
            <Icon name="chevron" className={styles.chevron} />
            <span className="visually-hidden">{t("open")}</span>
          </summary>
          <nav aria-label={t("label")}>
            <Steps base={base} at={at} items={items} />
          </nav>
        </details>
      </Page>
    </div>
  );
}

function Steps({ base, at, items }: { base: string; at: number; items: DossierStep[] }) {
  const t = useTranslations("shell.path");
  return (
    <ol className={styles.path}>
      {items.map((item, index) => (
        <li
          key={item.key}
          className={cx(
            styles.step,
            index === at && styles.current,
            item.state === "done" && styles.done,
            item.state === "attention" && styles.attention,
          )}
        >
          <Link
            prefetch={false}
            href={
              item.href.startsWith("/") ? item.href : [base, item.href].filter(Boolean).join("/")
            }
            className={styles.link}
            aria-current={index === at ? "page" : undefined}
          >
            <span className={styles.dot} aria-hidden="true">
              {item.state === "done" ? <Icon name="check" /> : null}
              {item.state === "attention" ? "!" : null}
              {item.state !== "done" && item.state !== "attention" && index > 0 ? index : null}
            </span>
            <span className={styles.words}>
              <span className={styles.label}>{item.label}</span>
              {item.count !== undefined ? (
                <span className={styles.count}> {item.count}</span>
              ) : null}
              {item.state === "done" || item.state === "attention" ? (
                <span className="visually-hidden">
                  {" "}
                  ({item.state === "done" ? t("done") : t("attention")})
                </span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
