import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { FilterLinks } from "@/components/ui/search-form";
import { Paragraph } from "@/components/ui/text";
import type { Coverage } from "@/domain/coverage/model";
import {
  SHOWS,
  type Show,
  type WorkGroup,
  type WorkList,
  type WorkRow,
} from "@/domain/dispositions/model";
import { askedIn, type PageAsked } from "./asked";
import { OutcomeShape } from "./outcome-shape";
import styles from "./work.module.css";

/** Others that say the same, named in the list; of more their number. */
const NAMED = 3;

/** The reactions beside the work: what is to be answered, by stelling. */
export function WorkNav({
  slug,
  asked,
  list,
  counts,
  at,
}: {
  slug: string;
  asked: PageAsked;
  list: WorkList;
  counts: Coverage["dispositions"];
  /** The reaction that is worked on. */
  at: string | null;
}) {
  const t = useTranslations("dispositions");
  const to = addresses.dossier(slug);
  const of: Record<Show, number> = {
    todo: counts.withoutAnswer,
    proposed: counts.proposed,
    questions: counts.questions,
    all: counts.total,
  };
  const show = asked.outcome ? null : (asked.show ?? "todo");
  return (
    <div className={styles.left}>
      <FilterLinks
        label={t("show.label")}
        items={[
          ...SHOWS.map((one) => ({
            href: to.answering(askedIn({ show: one })),
            label: t(`show.${one}`),
            count: of[one],
            current: one === show,
          })),
          ...(asked.outcome
            ? [
                {
                  href: to.answering(askedIn({ outcome: asked.outcome })),
                  label: t(`outcome.${asked.outcome}`),
                  count: counts[asked.outcome],
                  current: true,
                },
              ]
            : []),
        ]}
      />
      <nav aria-label={t("list.label")} className={styles.nav}>
        {list.groups.length === 0 ? <Paragraph muted>{t("list.none")}</Paragraph> : null}
        {list.groups.map((group) => (
          <Group
            key={group.statementId ?? "none"}
            slug={slug}
            asked={asked}
            group={group}
            at={at}
          />
        ))}
        <Pagination
          page={list.page}
          pages={list.pages}
          total={list.total}
          hrefFor={(page) => to.answering(askedIn({ ...asked, page, search: undefined }))}
        />
      </nav>
    </div>
  );
}

function Group({
  slug,
  asked,
  group,
  at,
}: {
  slug: string;
  asked: PageAsked;
  group: WorkGroup;
  at: string | null;
}) {
  const t = useTranslations("dispositions.list");
  return (
    // Its heading is the way to it: stellingen of two consultations can have the same number, and a landmark has a name of its own.
    <div>
      <h2 className={styles.group}>
        {group.numbers
          ? t("statement", { numbers: group.numbers })
          : group.statement
            ? t("unnumbered")
            : t("noStatement")}
        <span>{t("left", { open: group.open, total: group.total })}</span>
      </h2>
      {group.statement ? <p className={styles.statement}>{group.statement}</p> : null}
      <ul className={styles.list}>
        {group.rows.map((row) => (
          <Item key={row.id} slug={slug} asked={asked} row={row} current={row.id === at} />
        ))}
      </ul>
    </div>
  );
}

function Item({
  slug,
  asked,
  row,
  current,
}: {
  slug: string;
  asked: PageAsked;
  row: WorkRow;
  current: boolean;
}) {
  const t = useTranslations("dispositions");
  const just = asked.just?.includes(row.id) && row.outcome !== null;
  return (
    <li className={cx(styles.item, current && styles.current)}>
      <TextLink
        href={addresses
          .dossier(slug)
          .answering(askedIn({ ...asked, reaction: row.id, page: undefined, search: undefined }))}
        className={styles.itemLink}
        aria-current={current ? "true" : undefined}
        scroll={false}
      >
        <span className={styles.itemHead}>
          <b className={styles.code}>R-{row.number}</b>
          <span>{row.groupName}</span>
          {row.outcome ? (
            <span className={styles.itemState}>
              {just ? t("list.just") : null}
              <OutcomeShape outcome={row.outcome} />
              <span className="visually-hidden">{t(`outcome.${row.outcome}`)}</span>
            </span>
          ) : row.question ? (
            <span className={styles.chip}>{t("list.question")}</span>
          ) : row.proposed ? (
            <span className={styles.chip}>{t("list.proposal")}</span>
          ) : null}
        </span>
        <span className={styles.said}>{row.text}</span>
        {row.same.length > 0 ? (
          <span className={styles.said}>
            {t("list.same", {
              codes: row.same
                .slice(0, NAMED)
                .map((number) => `R-${number}`)
                .join(", "),
              more: Math.max(row.same.length - NAMED, 0),
            })}
          </span>
        ) : null}
      </TextLink>
    </li>
  );
}
