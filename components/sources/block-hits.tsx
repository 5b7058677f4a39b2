import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { TextLink } from "@/components/ui/link";
import { Mark } from "@/components/ui/text";
import { excerpt } from "@/domain/reactions/rules";
import type { BlockHit } from "@/domain/sources/reading-model";
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
            {excerpt(hit.pieces).map((piece, i) =>
              piece.hit ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have nothing but their place
                <Mark key={i}>{piece.text}</Mark>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have nothing but their place
                <Fragment key={i}>{piece.text}</Fragment>
              ),
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
