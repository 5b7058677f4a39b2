import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { Marked } from "@/components/text/marked";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { Paged } from "@/domain/kernel/paging";
import type { BlockHit } from "@/domain/sources/model";
import { excerpt } from "@/domain/text/hits";
import styles from "./block-hits.module.css";

/** A page of what a search in the text found. */
export function FoundBlocks({
  slug,
  sourceId,
  search,
  hits,
}: {
  slug: string;
  sourceId: string;
  search: string;
  hits: Paged<BlockHit>;
}) {
  const t = useTranslations("sources");
  const to = addresses.dossier(slug);
  return (
    <Stack gap="m">
      <Paragraph>{t("reading.hits", { count: hits.total, search })}</Paragraph>
      <BlockHits hits={hits.rows} search={search} slug={slug} sourceId={sourceId} />
      <Pagination
        page={hits.page}
        pages={hits.pages}
        total={hits.total}
        hrefFor={(page) => to.source(sourceId, { search, page })}
      />
    </Stack>
  );
}

/** Blocks in which searched words stand; each leads to its place in the text. */
function BlockHits({
  hits,
  search,
  slug,
  sourceId,
}: {
  hits: BlockHit[];
  search: string;
  slug: string;
  sourceId: string;
}) {
  const to = addresses.dossier(slug);
  const t = useTranslations("sources.reading");
  return (
    <ul className={styles.hits}>
      {hits.map((hit) => (
        <li key={hit.n} className={styles.hit}>
          <TextLink href={to.quote(sourceId, { search, from: hit.start, until: hit.end })}>
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
