import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { WAITS, type WaitingPage } from "@/domain/review/model";
import styles from "./review.module.css";

/** What waits for who reads, grouped by why. */
export function WaitingNav({
  slug,
  list,
  at,
}: {
  slug: string;
  list: WaitingPage;
  /** The requirement that is read. */
  at: string | null;
}) {
  const t = useTranslations("review");
  const to = addresses.dossier(slug);
  const { own, returned, ...asked } = list.counts;
  const waiting = asked.lapsed + asked.approval + asked.origin;
  return (
    <nav aria-label={t("list.label")} className={styles.nav}>
      <p className={styles.sum}>
        <strong>{t("list.waiting", { count: waiting })}</strong>
        <span>{t("list.done", { count: list.done })}</span>
      </p>
      {WAITS.map((why) => {
        const rows = list.rows.filter((row) => row.why === why);
        if (rows.length === 0) return null;
        return (
          <section key={why} aria-labelledby={`wacht-${why}`}>
            <h2 id={`wacht-${why}`} className={styles.group}>
              {t(`why.${why}`)}
              <span>{list.counts[why]}</span>
            </h2>
            <ul className={styles.list}>
              {rows.map(({ id, code, title, roles }) => (
                <li key={id} className={cx(styles.item, id === at && styles.current)}>
                  <TextLink
                    href={
                      why === "returned"
                        ? to.requirement(id, {}, "beoordeling")
                        : to.reviewing({ requirement: id })
                    }
                    className={styles.itemLink}
                    aria-current={id === at ? "true" : undefined}
                    scroll={false}
                  >
                    <b>{code}</b>
                    <span>
                      {title}
                      {roles.length > 0 && why !== "returned" && why !== "origin" ? (
                        <small>{roles.map((role) => t(`role.${role}`)).join(", ")}</small>
                      ) : null}
                    </span>
                  </TextLink>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) => to.reviewing({ page })}
      />
    </nav>
  );
}
