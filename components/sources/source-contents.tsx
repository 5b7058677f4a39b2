"use client";

import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { cx } from "@/components/ui/cx";
import type { ContentsEntry } from "@/domain/sources/model";
import { pageOfBlock } from "@/domain/sources/rules/pages";
import { plainWords } from "@/domain/text/rules";
import styles from "./source-contents.module.css";

/** Its place in the address: with this part the contents lie over the text, where there is no room beside it. */
const CONTENTS = "inhoud";

/** Opens the contents where they do not stand beside the text. */
export function ContentsLink() {
  const t = useTranslations("sources.reading");
  return (
    <a href={`#${CONTENTS}`} className={styles.open}>
      {t("contents")}
    </a>
  );
}

/**
 * The documents and headings of a text. Beside it where there is room, else a sheet that opens by its place
 * in the address: so it needs no script, and goes when one chooses a line. For the browser as `ReadingText` is.
 */
export function SourceContents({
  slug,
  sourceId,
  version,
  entries,
  first,
  page,
}: {
  slug: string;
  sourceId: string;
  version?: number;
  entries: ContentsEntry[];
  /** The first block on the page that is shown, and the number of that page. */
  first: number;
  page: number;
}) {
  const t = useTranslations("sources.reading");
  const to = addresses.dossier(slug);
  const current = entries.findLast((entry) => entry.n <= first)?.n;
  const top = Math.min(...entries.map((entry) => entry.level));
  return (
    <nav id={CONTENTS} aria-label={t("contents")} className={styles.contents}>
      <p className={styles.title}>{t("contents")}</p>
      <a href="#tekst" className={styles.close}>
        {t("close")}
      </a>
      <ul className={styles.list}>
        {entries.map((entry) => {
          const at = `blok-${entry.n}`;
          const there = pageOfBlock(entry);
          return (
            <li
              key={`${entry.level}-${entry.n}`}
              className={styles[`level${Math.min(3, entry.level - top)}`]}
            >
              <a
                href={there === page ? `#${at}` : to.source(sourceId, { page: there, version }, at)}
                className={cx(styles.entry, entry.n === current && styles.current)}
              >
                {plainWords(entry.text.replace(/^#+\s*/, ""))}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
