import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { addresses } from "@/components/addresses";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHead } from "@/components/shell/page-head";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Stack } from "@/components/ui/stack";
import { formatMoment } from "@/domain/kernel/dates";
import type { Paged } from "@/domain/kernel/paging";
import type { BlockRow, ReceivedSource, SourceDetail } from "@/domain/sources/model";
import type { QuotedStretch } from "@/domain/trace/model";
import { besideBlocks } from "./beside";
import { FollowReader } from "./follow-reader";
import { MarkLegend } from "./mark-legend";
import { ReadingText } from "./reading-text";
import { useRestingWords } from "./source-text";

/** A source that was removed: when, by whom and why, and the words of it on which something rests. */
export function RemovedSource({
  slug,
  source,
  removed,
  blocks,
  stretches,
  focus,
}: {
  slug: string;
  source: SourceDetail;
  removed: NonNullable<ReceivedSource["removed"]>;
  /** Of the text what is left, one page. */
  blocks: Paged<BlockRow>;
  stretches: QuotedStretch[];
  focus: ComponentProps<typeof ReadingText>["focus"];
}) {
  const t = useTranslations("sources");
  const language = useLocale();
  const to = addresses.dossier(slug);
  const { at, by, reason } = removed;
  const moment = formatMoment(at, language);
  const version = source.n === source.newest ? undefined : source.n;
  return (
    <>
      <PageHead
        back={{ href: to.sources(), label: t("list.pageTitle") }}
        title={source.title}
        meta={<Badge tone="warning">{t("removed.badge")}</Badge>}
      />
      <Alert tone="warning" title={t("removed.title")}>
        <p>
          {by
            ? t("removed.said", { moment, name: by, reason })
            : t("removed.saidByNobody", { moment, reason })}
        </p>
        <p>{t("removed.left")}</p>
      </Alert>
      <Section id="tekst" title={t("removed.text")}>
        <ClientMessages
          namespaces={["sources.words", "sources.reader", "sources.reading", "sources.resting"]}
        >
          <Stack gap="m">
            <MarkLegend />
            <FollowReader to={focus?.start ?? null}>
              <ReadingText
                blocks={blocks.rows}
                paper={source.paper}
                resting={useRestingWords(stretches)}
                beside={besideBlocks(blocks.rows, stretches)}
                hits={[]}
                focus={focus}
                slug={slug}
                sourceId={source.id}
                version={version}
              />
            </FollowReader>
            <Pagination
              below
              page={blocks.page}
              pages={blocks.pages}
              total={blocks.rows.length}
              hrefFor={(page) => to.source(source.id, { page, version }, "tekst")}
            />
          </Stack>
        </ClientMessages>
      </Section>
    </>
  );
}
