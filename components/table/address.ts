import { oneOf, pageOf, type Query, textOf } from "@/components/addresses";
import { REQUIREMENT_KINDS } from "@/db/vocabulary";
import { SEVERITIES } from "@/domain/checking/model";
import type { TableFilter, TableSort, TableState } from "@/domain/table/model";

/** What a choice is called in the address. */
export const STATE_WORDS: Record<TableState, string> = {
  draft: "concept",
  review: "beoordeling",
  approved: "akkoord",
  adopted: "vastgesteld",
  dropped: "vervallen",
};
export const SORT_WORDS: Record<TableSort, string> = {
  code: "code",
  title: "titel",
  kind: "soort",
  sources: "herkomst",
  status: "status",
  approvals: "akkoord",
  changed: "gewijzigd",
};
export const WITHOUT = "zonder";
export const ANY = "alle";
export const DOWN = "af";

function keyOf<Key extends string>(words: Record<Key, string>, word: string): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

/** What an address asks of the table. */
export function filterOf(query: Query): TableFilter {
  const severity = oneOf(query, "severity", [...SEVERITIES, ANY] as const);
  return {
    chapterId: textOf(query, "chapter") || undefined,
    kind: oneOf(query, "kind", REQUIREMENT_KINDS),
    state: keyOf(STATE_WORDS, textOf(query, "show")),
    withoutSource: textOf(query, "trace") === WITHOUT || undefined,
    findings: severity === ANY ? "any" : severity,
    search: textOf(query, "search") || undefined,
    sort: keyOf(SORT_WORDS, textOf(query, "sort")),
    down: textOf(query, "order") === DOWN || undefined,
    page: pageOf(query),
  };
}

/** The other way around: what to ask for. */
export function askedBy(filter: TableFilter) {
  const { chapterId, kind, state, withoutSource, findings, search, sort, down, page } = filter;
  return {
    chapter: chapterId,
    kind,
    show: state && STATE_WORDS[state],
    trace: withoutSource ? WITHOUT : undefined,
    severity: findings === "any" ? ANY : findings,
    search,
    sort: sort && SORT_WORDS[sort],
    order: down ? DOWN : undefined,
    page: page && page > 1 ? page : undefined,
  };
}

/** How many choices narrow the table, but for the words that are looked for. */
export function narrowedBy({ chapterId, kind, state, withoutSource, findings }: TableFilter) {
  return [chapterId, kind, state, withoutSource, findings].filter(Boolean).length;
}
