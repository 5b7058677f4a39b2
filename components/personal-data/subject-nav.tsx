import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { shortened } from "@/components/text/shortened";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import {
  type PersonalSubject,
  SUBJECT_GROUPS,
  type SubjectList,
} from "@/domain/personal-data/model";
import { GROUP_KINDS } from "@/domain/personal-data/rules";
import { askedIn, type PageAsked } from "./asked";
import { useCertaintyWords, useDecisionWords } from "./subject-words";
import styles from "./work.module.css";

/** Whom and what was found, by kind, what is open first. */
export function SubjectNav({
  slug,
  asked,
  list,
  at,
}: {
  slug: string;
  asked: PageAsked;
  list: SubjectList;
  /** The one that the page is about. */
  at: string | null;
}) {
  const t = useTranslations("personalData");
  const to = addresses.dossier(slug);
  const certainty = useCertaintyWords();
  const decision = useDecisionWords();
  const groups = SUBJECT_GROUPS.map((group) => ({
    group,
    rows: list.rows.filter(({ kind }) => GROUP_KINDS[group].includes(kind)),
  })).filter(({ rows }) => rows.length > 0);
  const item = (row: PersonalSubject) => {
    const open = row.redaction === "open";
    return (
      <li key={row.id} className={cx(styles.item, row.id === at && styles.current)}>
        {open ? (
          <span className={styles.query} aria-hidden="true">
            ?
          </span>
        ) : (
          <Icon name="check" className={styles.tick} />
        )}
        <div className={styles.itemWords}>
          <TextLink
            href={to.personalData(askedIn({ ...asked, person: row.id, place: undefined }))}
            aria-current={row.id === at ? "true" : undefined}
            className={cx(styles.itemName, !open && styles.doneName)}
            scroll={false}
          >
            {shortened(row.name, 60)}
          </TextLink>
          <small className={styles.said}>{open ? certainty(row) : decision(row)}</small>
        </div>
        <span className={styles.times}>
          {row.places}
          <span className="visually-hidden"> {t("list.times")}</span>
        </span>
      </li>
    );
  };
  return (
    <nav aria-label={t("list.label")} className={styles.nav}>
      {groups.length === 0 ? (
        <p className={styles.said}>
          {t("notFound")}{" "}
          <TextLink href={to.personalData({ show: "alles" })}>{t("showAll")}</TextLink>
        </p>
      ) : null}
      {groups.map(({ group, rows }, i) => (
        <section key={group} aria-labelledby={`groep-${group}`}>
          <h2 id={`groep-${group}`} className={styles.group}>
            {t(`groups.${group}`)}
            {i === 0 ? <span aria-hidden="true">{t("list.times")}</span> : null}
          </h2>
          <ul className={styles.list}>{rows.map(item)}</ul>
        </section>
      ))}
      <Pagination
        page={list.page}
        pages={list.pages}
        total={list.total}
        hrefFor={(page) => to.personalData(askedIn({ ...asked, page, person: undefined }))}
      />
    </nav>
  );
}
