import { useTranslations } from "next-intl";
import { Marked } from "@/components/text/marked";
import { TextLink } from "@/components/ui/link";
import type { BlockHit } from "@/domain/sources/model";
import { excerpt } from "@/domain/text/hits";
import styles from "./block-hits.module.css";

/** Blocks in which searched words stand; each leads to its place in the text. */
export function BlockHits({ hits, sourceHref }: { hits: BlockHit[]; sourceHref: string }) {
  const t = useTranslations("sources.reading");
  return (
    <ul className={styles.hits}>
      {hits.map((hit) => (
        <li key={hit.n} className={styles.hit}>
          <TextLink href={`${sourceHref}?van=${hit.start}&tot=${hit.end}#citaat`}>
            {t("block", { n: hit.n })}
          </TextLink>
          <p className={styles.words}>
            <Marked pieces={excerpt(hit.pieces)} />
          </p>
        </li>
      ))}
    </ul>
  );
}
