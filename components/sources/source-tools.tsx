import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { FilterSelect } from "@/components/ui/filter-select";
import { FilterBar, FilterLinks, SearchForm } from "@/components/ui/search-form";
import {
  SOURCE_SORTS,
  type SourceList,
  type SourceSort,
  type SourcesAsked,
} from "@/domain/sources/model";

/** Values of the parameters of the list, as they stand in an address. */
export const SHOW_WORDS = { waiting: "wacht", due: "vernietigen" } as const;
export const SORT_WORDS: Record<SourceSort, string> = {
  waiting: "wacht",
  date: "datum",
  title: "titel",
};
/** Sectors to choose from; whoever has more of them searches. */
const SECTORS_SHOWN = 8;

/** What an address of the list says for a choice. */
export function listAsked({ search, sort, sector, show, page }: SourcesAsked) {
  return {
    search,
    sector,
    page,
    show: show && SHOW_WORDS[show],
    sort: sort && sort !== "waiting" ? SORT_WORDS[sort] : undefined,
  };
}

/** Chooses which sources are listed, searches in them and puts them in order; all of it in the address. */
export function SourceTools({
  slug,
  asked,
  counts,
  writes,
}: {
  slug: string;
  asked: SourcesAsked;
  counts: SourceList["counts"];
  writes: boolean;
}) {
  const t = useTranslations("sources.list");
  const to = addresses.dossier(slug);
  const { search, sort, sector, show } = asked;
  const href = (choice: Pick<SourcesAsked, "sector" | "show">) =>
    to.sources(listAsked({ search, sort, ...choice }));
  const sectors = counts.sectors.slice(0, SECTORS_SHOWN);
  return (
    <>
      <FilterLinks
        label={t("filter")}
        items={[
          { href: href({}), label: t("all"), count: counts.all, current: !show && !sector },
          ...(writes
            ? [
                {
                  href: href({ show: "waiting" }),
                  label: t("waiting"),
                  count: counts.waiting,
                  current: show === "waiting",
                },
              ]
            : []),
          ...(writes && counts.due > 0
            ? [
                {
                  href: href({ show: "due" }),
                  label: t("due"),
                  count: counts.due,
                  current: show === "due",
                },
              ]
            : []),
          ...sectors.map(({ sector: name, count }) => ({
            href: href({ sector: name }),
            label: name,
            count,
            current: sector === name,
          })),
        ]}
      />
      <SearchForm
        compact
        action={to.sources()}
        name={PARAMETERS.search}
        label={t("search")}
        defaultValue={search}
        hidden={{
          ...(show ? { [PARAMETERS.show]: SHOW_WORDS[show] } : {}),
          ...(sector ? { [PARAMETERS.sector]: sector } : {}),
        }}
        clearHref={search ? to.sources(listAsked({ sort, sector, show })) : undefined}
      >
        <FilterBar>
          <FilterSelect
            key={sort}
            name={PARAMETERS.sort}
            label={t("sort")}
            value={SORT_WORDS[sort ?? "waiting"]}
            options={SOURCE_SORTS.map((one) => ({
              value: SORT_WORDS[one],
              label: t(`sortBy.${one}`),
            }))}
          />
        </FilterBar>
      </SearchForm>
    </>
  );
}
