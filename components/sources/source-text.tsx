import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import type { FormAction } from "@/components/ui/form-state";
import { TextLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { Cluster, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { Paged } from "@/domain/kernel/paging";
import type { BlockRow, ContentsEntry, HitPlace, SourceDetail } from "@/domain/sources/model";
import { paperPage } from "@/domain/sources/rules";
import type { QuotedStretch } from "@/domain/trace/model";
import { besideBlocks, levelOf } from "./beside";
import { FollowReader } from "./follow-reader";
import { HitBar, hitLinks } from "./hit-bar";
import { MarkLegend } from "./mark-legend";
import { PrintButton } from "./print-button";
import { ReaderKeys } from "./reader-keys";
import { ReaderPlace } from "./reader-place";
import { ReadingText, type RestingWords } from "./reading-text";
import { useRestingCode } from "./resting";
import { SelectWords } from "./select-words";
import { ContentsLink, SourceContents } from "./source-contents";
import styles from "./source-text.module.css";

type Shown = Pick<ComponentProps<typeof ReadingText>, "focus" | "hits">;

/** A page of a source to read, and to choose words in. */
export function SourceText({
  slug,
  source,
  blocks,
  stretches,
  focus,
  hits,
  contents,
  passages,
  search,
  place,
  quote,
}: Shown & {
  slug: string;
  source: SourceDetail;
  blocks: Paged<BlockRow>;
  /** What rests on the words of this page. */
  stretches: QuotedStretch[];
  contents: ContentsEntry[];
  /** The quotations nearest before and after this page. */
  passages: { before: string | null; after: string | null };
  search: string;
  /** Which hit of the search is shown. */
  place: HitPlace | null;
  /** Left out for who may only read. */
  quote?: FormAction;
}) {
  const t = useTranslations("sources");
  const to = addresses.dossier(slug);
  const version = source.n === source.newest ? undefined : source.n;
  const quoteHref = (passage: string | null) =>
    passage ? to.quote(source.id, { passage, version }) : null;
  const hit = hitLinks(slug, source.id, search, place);
  const beside = contents.length > 1;
  const pagination = (below: boolean) => (
    <Pagination
      below={below}
      page={blocks.page}
      pages={blocks.pages}
      total={blocks.total}
      hrefFor={(page) => to.source(source.id, { page, version }, "tekst")}
    />
  );
  return (
    <div className={beside ? styles.columns : undefined}>
      {beside ? (
        <ClientMessages namespaces={["sources.reading"]}>
          <SourceContents
            slug={slug}
            sourceId={source.id}
            version={version}
            entries={contents}
            first={blocks.rows[0]?.n ?? 1}
            page={blocks.page}
          />
        </ClientMessages>
      ) : null}
      <Stack gap="m">
        <ClientMessages
          namespaces={["sources.words", "sources.reader", "sources.reading", "sources.resting"]}
        >
          <div className={styles.bar}>
            <p className={styles.place}>
              <ReaderPlace
                range={useRange(source, blocks.rows)}
                blocks={source.blocks}
                paper={paperPage(source.paper, blocks.rows[0]?.start ?? 0)}
              />
            </p>
            {place ? (
              <HitBar slug={slug} sourceId={source.id} search={search} place={place} />
            ) : null}
            {beside ? <ContentsLink /> : null}
            <PrintButton />
            <TextLink href={to.printSource(source.id, { version })}>
              {t("reading.printAll")}
            </TextLink>
          </div>
          <div className={styles.about}>
            <Cluster gap="m" between>
              {stretches.length > 0 ? (
                <MarkLegend />
              ) : (
                <Paragraph muted small>
                  {t("reading.nothingRests")}
                </Paragraph>
              )}
              <Paragraph muted small>
                {t("reading.how")}
              </Paragraph>
            </Cluster>
          </div>
          {pagination(false)}
          <ReaderKeys
            passageBefore={quoteHref(passages.before)}
            passageAfter={quoteHref(passages.after)}
            hitBefore={hit.before}
            hitAfter={hit.after}
          />
          <SelectWords
            sourceVersionId={source.versionId}
            slug={slug}
            sourceId={source.id}
            version={version}
            quote={quote}
          >
            <FollowReader to={focus?.start ?? null}>
              <ReadingText
                blocks={blocks.rows}
                paper={source.paper}
                resting={useRestingWords(stretches)}
                beside={besideBlocks(blocks.rows, stretches)}
                hits={hits}
                focus={focus}
                slug={slug}
                sourceId={source.id}
                version={version}
              />
            </FollowReader>
          </SelectWords>
        </ClientMessages>
        {pagination(true)}
      </Stack>
    </div>
  );
}

/** What stands on words, as far as a title says it; beside them stands more. */
const CODES_IN_TITLE = 6;

/** Words with the codes of what rests on them. */
export function useRestingWords(stretches: readonly QuotedStretch[]): RestingWords[] {
  const codeOf = useRestingCode();
  return stretches.map((stretch) => ({
    start: stretch.start,
    end: stretch.end,
    level: levelOf(stretch),
    title: [
      ...stretch.tags.slice(0, CODES_IN_TITLE).map(codeOf),
      ...(stretch.tags.length > CODES_IN_TITLE ? ["…"] : []),
    ].join(" · "),
  }));
}

/** What of the text is on the page, in words. */
function useRange(source: SourceDetail, blocks: BlockRow[]): string {
  const t = useTranslations("sources.reading");
  const [first, last] = [blocks[0], blocks.at(-1)];
  const range = { from: first?.n ?? 0, until: last?.n ?? 0, total: source.blocks };
  const pages = {
    first: paperPage(source.paper, first?.start ?? 0),
    last: paperPage(source.paper, (last?.end ?? 1) - 1),
  };
  return pages.first === null || pages.last === null
    ? t("range", range)
    : t("rangePaper", { ...range, first: pages.first, last: pages.last });
}
