"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FilterLinks } from "@/components/ui/search-form";
import { BARS, LISTS, type ListName, type Progress } from "@/domain/splitting/model";
import { sureAt } from "@/domain/splitting/rules/sure";
import { BENCH_FORM } from "./forms-id";
import { Hint } from "./hint";
import type { Listing } from "./lists";
import styles from "./workbench-bar.module.css";

/** Always in view: which segments are listed, how sure is sure enough, and to take those over at once. */
export function WorkbenchBar({
  progress,
  listing,
  hints,
  hrefFor,
  onTakeOver,
  onLeave,
  onHelp,
}: {
  progress: Progress;
  listing: Listing;
  hints: boolean;
  /** The address of the workbench with another list or bar. */
  hrefFor: (listing: Listing) => string;
  onTakeOver: () => void;
  /** Goes to an address of the workbench once all changes have arrived. */
  onLeave: (address: string) => void;
  onHelp: () => void;
}) {
  const t = useTranslations("splitting");
  const { count, wrong, unsure } = sureAt(progress, listing.bar);
  const counts: Record<ListName, number> = {
    all: progress.total,
    unsure,
    open: progress.open,
    nothing: progress.nothing,
  };
  return (
    <section aria-label={t("bar.label")} className={styles.bar}>
      <FilterLinks
        label={t("bench.filter")}
        items={LISTS.map((list) => ({
          href: hrefFor({ ...listing, list }),
          label: t(`bench.list.${list}`),
          count: counts[list],
          current: listing.list === list,
          marked: list === "unsure" && unsure > 0,
        }))}
        onFollow={onLeave}
      />
      <nav aria-label={t("bar.sure")} className={styles.sure}>
        <span aria-hidden="true" className={styles.lead}>
          {t("bar.sure")}
        </span>
        <ul className={styles.bars}>
          {BARS.map((bar) => {
            const href = hrefFor({ ...listing, bar });
            return (
              <li key={bar}>
                <Link
                  href={href}
                  prefetch={false}
                  scroll={false}
                  aria-current={bar === listing.bar ? "true" : undefined}
                  className={cx(styles.at, bar === listing.bar && styles.current)}
                  onClick={(event) => {
                    event.preventDefault();
                    onLeave(href);
                  }}
                >
                  {t("bar.at", { bar })}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className={styles.take}>
        {count > 0 ? (
          <>
            <Button
              type="submit"
              form={BENCH_FORM}
              name="do"
              value="acceptSure"
              size="small"
              variant="primary"
              onClick={(event) => {
                event.preventDefault();
                onTakeOver();
              }}
            >
              {t("bar.takeOver", { count })}
              <Hint shown={hints} letter="A" />
            </Button>
            <span>{t("bar.wrong", { wrong })}</span>
          </>
        ) : (
          <span>{t("bar.nothingSure")}</span>
        )}
      </div>
      <Button size="small" onClick={onHelp} className={styles.help}>
        {t("bar.help")}
      </Button>
    </section>
  );
}
