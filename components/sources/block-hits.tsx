import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Marked } from "@/components/text/marked";
import { TextLink } from "@/components/ui/link";
import type { BlockHit } from "@/domain/sources/model";
import { excerpt } from "@/domain/text/hits";
import styles from "./block-hits.module.css";

/** Blocks in which searched words stand; each leads to its place in the text. */
export function BlockHits({
  hits,
  slug,
  sourceId,
}: {
  hits: BlockHit[];
  slug: string;
  sourceId: string;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("sources.reading");
  return (
    <ul className={styles.hits}>
      {hits.map((hit) => (
        <li key={hit.n} className={styles.hit}>
          <TextLink href={to.quote(sourceId, { from: hit.start, until: hit.end })}>
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
