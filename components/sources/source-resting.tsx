import { useTranslations } from "next-intl";
import { addresses } from "@/components/addresses";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { Paragraph } from "@/components/ui/text";
import type { Paged } from "@/domain/kernel/paging";
import type { RestingRequirement } from "@/domain/trace/model";
import { RestingRequirements } from "./rests-on";

/** What rests on all the words of a source: the requirements, a page at a time. */
export function SourceResting({
  slug,
  source,
  list,
}: {
  slug: string;
  source: { id: string; title: string };
  list: Paged<RestingRequirement>;
}) {
  const t = useTranslations("sources.restsOn");
  const to = addresses.dossier(slug);
  return (
    <>
      <PageHead
        back={{ href: to.source(source.id), label: source.title }}
        title={t("sourceTitle")}
        meta={t("requirements", { count: list.total })}
      />
      <Section id="eisen" titleHidden title={t("requirements", { count: list.total })}>
        {list.total === 0 ? (
          <Paragraph>{t("noneOnSource")}</Paragraph>
        ) : (
          <RestingRequirements rows={list.rows} slug={slug} />
        )}
        <Pagination
          page={list.page}
          pages={list.pages}
          total={list.total}
          hrefFor={(page) => to.wordsTrace(source.id, { page })}
        />
      </Section>
    </>
  );
}
