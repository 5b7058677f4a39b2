import { POSITIONS, type Position, REACTION_KINDS, type ReactionKind } from "@/db/vocabulary";
import { REACTION_SORTS, type ReactionFilters, type ReactionSort } from "@/domain/reactions/model";

/** The parameters of an address as Next gives them. */
export type SearchParams = Record<string, string | string[] | undefined>;

const KIND_WORDS: Record<ReactionKind, string> = {
  reaction: "reactie",
  question: "vraag",
  answer: "antwoord",
  advice: "advies",
  concern: "zorg",
  expectation: "verwachting",
  compliment: "compliment",
  remark: "opmerking",
};
const POSITION_WORDS: Record<Position, string> = {
  agree: "eens",
  partly: "deels",
  disagree: "oneens",
  none: "geen",
};
const SORT_WORDS: Record<ReactionSort, string> = {
  relevance: "relevantie",
  number: "nummer",
  newest: "nieuwste",
  consultation: "consultatie",
};

/** The value of a filter that asks for what has none: no group, no stelling. */
export const NONE = "geen";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One value of a parameter; when it is there more than once, the first. */
export function one(params: SearchParams, name: string): string {
  const value = params[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** All values of a parameter that are ids; what is no id is left out. */
export function ids(params: SearchParams, name: string): string[] {
  return [...new Set([params[name] ?? []].flat())].filter((value) => UUID.test(value));
}

function id(params: SearchParams, name: string): string | undefined {
  const value = one(params, name);
  return UUID.test(value) ? value : undefined;
}

/** The page number in a parameter; what is no number is the first page. */
export function pageOf(params: SearchParams, name = "pagina"): number {
  const page = Number(one(params, name));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** A word of the address as the value it stands for; the value itself is understood too. */
function wordOf<T extends string>(values: readonly T[], words: Record<T, string>, word: string) {
  return values.find((value) => words[value] === word || value === word);
}

/** The filters in an address. What cannot be understood is left out. */
export function filtersOf(params: SearchParams): ReactionFilters {
  return {
    search: one(params, "zoek").trim() || undefined,
    consultationId: id(params, "consultatie"),
    groupId: id(params, "groep"),
    withoutGroup: one(params, "groep") === NONE || undefined,
    statementId: id(params, "stelling"),
    withoutStatement: one(params, "stelling") === NONE || undefined,
    kind: wordOf(REACTION_KINDS, KIND_WORDS, one(params, "soort")),
    position: wordOf(POSITIONS, POSITION_WORDS, one(params, "standpunt")),
    withoutCoreValue: one(params, "zonder") === "kernwaarde" || undefined,
    sort: wordOf(REACTION_SORTS, SORT_WORDS, one(params, "volgorde")),
    page: pageOf(params),
  };
}

/** The filters as the end of an address, with its question mark; empty when there are none. */
export function addressOf(filters: ReactionFilters): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | undefined) => value && query.set(name, value);
  set("zoek", filters.search);
  set("consultatie", filters.consultationId);
  set("groep", filters.withoutGroup ? NONE : filters.groupId);
  set("stelling", filters.withoutStatement ? NONE : filters.statementId);
  set("soort", filters.kind && KIND_WORDS[filters.kind]);
  set("standpunt", filters.position && POSITION_WORDS[filters.position]);
  set("zonder", filters.withoutCoreValue ? "kernwaarde" : undefined);
  set("volgorde", filters.sort && SORT_WORDS[filters.sort]);
  set("pagina", filters.page && filters.page > 1 ? String(filters.page) : undefined);
  const text = query.toString();
  return text ? `?${text}` : "";
}

/** The words of the address for a select: kind, position and order. */
export const ADDRESS_WORDS = { kind: KIND_WORDS, position: POSITION_WORDS, sort: SORT_WORDS };

/** How many filters narrow the list; search and order do not count. */
export function filterCount(filters: ReactionFilters): number {
  const { search: _search, sort: _sort, page: _page, ...narrowing } = filters;
  return Object.values(narrowing).filter((value) => value !== undefined).length;
}
