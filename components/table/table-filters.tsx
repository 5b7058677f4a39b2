import { useTranslations } from "next-intl";
import { addresses, PARAMETERS } from "@/components/addresses";
import { FilterSelect } from "@/components/ui/filter-select";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { SearchForm } from "@/components/ui/search-form";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { TABLE_SORTS, TABLE_STATES, type TableFilter } from "@/domain/table/model";
import { ANY, askedBy, DOWN, narrowedBy, SORT_WORDS, STATE_WORDS, WITHOUT } from "./address";
import styles from "./table.module.css";

type ChapterOption = { id: string; number: number; title: string };

/** Narrows the table and puts it in order, all of it in the address; below it what it is narrowed by. */
export function TableFilters({
  slug,
  filter,
  chapters,
}: {
  slug: string;
  filter: TableFilter;
  chapters: ChapterOption[];
}) {
  const t = useTranslations("table.filter");
  const states = useTranslations("table");
  const columns = useTranslations("table.column");
  const kinds = useTranslations("kinds");
  const to = addresses.dossier(slug);
  const count = narrowedBy(filter);
  return (
    <SearchForm
      compact
      action={to.table()}
      label={t("search")}
      name={PARAMETERS.search}
      defaultValue={filter.search}
      clearHref={count > 0 || filter.search || filter.sort ? to.table() : undefined}
    >
      <details
        // The address is the truth: another address shows its own choices.
        key={to.table(askedBy({ ...filter, page: undefined }))}
        className={styles.more}
      >
        <summary className={styles.summary}>{t("more", { count })}</summary>
        <div className={styles.fields}>
          <FilterSelect
            name={PARAMETERS.chapter}
            label={columns("chapter")}
            all={t("allChapters")}
            value={filter.chapterId ?? ""}
            options={chapters.map(({ id, number, title }) => ({
              value: id,
              label: t("chapter", { number, title }),
            }))}
          />
          <FilterSelect
            name={PARAMETERS.kind}
            label={columns("kind")}
            all={t("allKinds")}
            value={filter.kind ?? ""}
            options={REQUIREMENT_KINDS.map((kind) => ({
              value: kind,
              label: kinds(`requirement.${kind}`),
            }))}
          />
          <FilterSelect
            name={PARAMETERS.show}
            label={columns("status")}
            all={t("allStates")}
            value={filter.state ? STATE_WORDS[filter.state] : ""}
            options={TABLE_STATES.map((state) => ({
              value: STATE_WORDS[state],
              label: states(`state.${state}`),
            }))}
          />
          <FilterSelect
            name={PARAMETERS.trace}
            label={columns("sources")}
            all={t("allSources")}
            value={filter.withoutSource ? WITHOUT : ""}
            options={[{ value: WITHOUT, label: t("withoutSource") }]}
          />
          <FilterSelect
            name={PARAMETERS.severity}
            label={columns("findings")}
            all={t("allFindings")}
            value={filter.findings === "any" ? ANY : (filter.findings ?? "")}
            options={[
              { value: ANY, label: t("anyFinding") },
              { value: "fout", label: t("severity.error") },
              { value: "let op", label: t("severity.warning") },
              { value: "tip", label: t("severity.tip") },
            ]}
          />
          <FilterSelect
            name={PARAMETERS.sort}
            label={t("sort")}
            all={t("documentOrder")}
            value={filter.sort ? SORT_WORDS[filter.sort] : ""}
            options={TABLE_SORTS.map((sort) => ({ value: SORT_WORDS[sort], label: columns(sort) }))}
          />
          <FilterSelect
            name={PARAMETERS.order}
            label={t("order")}
            all={t("up")}
            value={filter.down ? DOWN : ""}
            options={[{ value: DOWN, label: t("down") }]}
          />
        </div>
      </details>
      <NarrowedBy slug={slug} filter={filter} chapters={chapters} />
    </SearchForm>
  );
}

/** What the table is narrowed by, each with a link that takes that one off. */
function NarrowedBy({
  slug,
  filter,
  chapters,
}: {
  slug: string;
  filter: TableFilter;
  chapters: ChapterOption[];
}) {
  const t = useTranslations("table.filter");
  const states = useTranslations("table");
  const kinds = useTranslations("kinds");
  const rest = { ...filter, page: undefined };
  const chapter = chapters.find(({ id }) => id === filter.chapterId);
  const severities = {
    any: "anyFinding",
    fout: "severity.error",
    "let op": "severity.warning",
    tip: "severity.tip",
  } as const;
  const active: { label: string; without: TableFilter }[] = [
    ...(filter.chapterId
      ? [
          {
            label: chapter ? t("chapter", chapter) : t("otherChapter"),
            without: { ...rest, chapterId: undefined },
          },
        ]
      : []),
    ...(filter.kind
      ? [{ label: kinds(`requirement.${filter.kind}`), without: { ...rest, kind: undefined } }]
      : []),
    ...(filter.state
      ? [{ label: states(`state.${filter.state}`), without: { ...rest, state: undefined } }]
      : []),
    ...(filter.withoutSource
      ? [{ label: t("withoutSource"), without: { ...rest, withoutSource: undefined } }]
      : []),
    ...(filter.findings
      ? [{ label: t(severities[filter.findings]), without: { ...rest, findings: undefined } }]
      : []),
  ];
  if (active.length === 0) return null;
  return (
    <ul className={styles.active} aria-label={t("active")}>
      {active.map(({ label, without }) => (
        <li key={label}>
          <TextLink
            href={addresses.dossier(slug).table(askedBy(without))}
            className={styles.chip}
            scroll={false}
          >
            <span className={styles.chipText}>{label}</span>
            <Icon name="close" className={styles.chipIcon} />
            <span className="visually-hidden">{t("takeOff")}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
