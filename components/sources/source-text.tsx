import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import type { FormAction } from "@/components/ui/form-state";
import { Pagination } from "@/components/ui/pagination";
import { Cluster, Stack } from "@/components/ui/stack";
import { Paragraph } from "@/components/ui/text";
import type { Paged } from "@/domain/kernel/paging";
import type { BlockRow, SourceDetail } from "@/domain/sources/model";
import { FollowReader } from "./follow-reader";
import { MarkLegend } from "./mark-legend";
import { ReadingText } from "./reading-text";
import { SelectWords } from "./select-words";

/** A page of a source to read, and to choose words in. */
export function SourceText({
  slug,
  source,
  blocks,
  stretches,
  focus,
  quote,
}: Pick<ComponentProps<typeof ReadingText>, "stretches" | "focus"> & {
  slug: string;
  source: SourceDetail;
  blocks: Paged<BlockRow>;
  /** Left out for who may only read. */
  quote?: FormAction;
}) {
  const t = useTranslations("sources");
  const to = addresses.dossier(slug);
  const pagination = (below: boolean) => (
    <Pagination
      below={below}
      page={blocks.page}
      pages={blocks.pages}
      total={blocks.total}
      hrefFor={(page) => to.source(source.id, { page }, "tekst")}
    />
  );
  return (
    <Stack gap="m">
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
      {pagination(false)}
      <ClientMessages namespaces={["sources"]}>
        <SelectWords
          sourceVersionId={source.versionId}
          slug={slug}
          sourceId={source.id}
          quote={quote}
        >
          <FollowReader toQuote={focus !== null}>
            <ReadingText
              blocks={blocks.rows}
              stretches={stretches}
              focus={focus}
              slug={slug}
              sourceId={source.id}
            />
          </FollowReader>
        </SelectWords>
      </ClientMessages>
      {pagination(true)}
    </Stack>
  );
}
