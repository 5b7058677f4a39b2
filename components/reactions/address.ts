import { idsOf, oneOf, pageOf, type Query, textOf } from "@/components/addresses";
import {
  OUTCOMES,
  type Outcome,
  POSITIONS,
  type Position,
  REACTION_KINDS,
  type ReactionKind,
} from "@/db/vocabulary";
import { REACTION_SORTS, type ReactionFilters, type ReactionSort } from "@/domain/reactions/model";

const KIND_WORDS: Record<ReactionKind, string> = {
  reaction: "reactie",
  question: "vraag",
  answer: "antwoord",
  advice: "advies",
  concern: "zorg",
  expectation: "verwachting",
  compliment: "compliment",
  remark: "opmerking",
  action: "actiepunt",
  decision: "besluit",
  task: "taak",
  exclusion: "geen-taak",
  agreement: "afspraak",
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

/** The value of a filter that asks for what has none: no group, no stelling, no *afweging*. */
export const NONE = "geen";

/** The value that asks for reactions without a kernwaarde. */
export const WITHOUT_CORE_VALUE = "kernwaarde";

/** How the outcome of an *afweging* stands in an address. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  adopted: "overgenomen",
  partly: "deels-overgenomen",
  rejected: "niet-overgenomen",
  elsewhere: "elders-geregeld",
  outOfScope: "buiten-scope",
  noted: "ter-kennisgeving",
};

/** A word of the address as the value it stands for; the value itself is understood too. */
function wordOf<T extends string>(values: readonly T[], words: Record<T, string>, word: string) {
  return values.find((value) => words[value] === word || value === word);
}

/** The filters in an address. What cannot be understood is left out. */
export function filtersOf(query: Query): ReactionFilters {
  return {
    search: textOf(query, "search") || undefined,
    consultationId: idsOf(query, "consultation")[0],
    groupId: idsOf(query, "group")[0],
    withoutGroup: textOf(query, "group") === NONE || undefined,
    statementId: idsOf(query, "statement")[0],
    withoutStatement: textOf(query, "statement") === NONE || undefined,
    kind: wordOf(REACTION_KINDS, KIND_WORDS, textOf(query, "kind")),
    position: wordOf(POSITIONS, POSITION_WORDS, textOf(query, "position")),
    withoutCoreValue: oneOf(query, "without", [WITHOUT_CORE_VALUE]) !== undefined || undefined,
    outcome: wordOf(OUTCOMES, OUTCOME_WORDS, textOf(query, "outcome")),
    withoutAnswer: textOf(query, "outcome") === NONE || undefined,
    sort: wordOf(REACTION_SORTS, SORT_WORDS, textOf(query, "order")),
    page: pageOf(query),
  };
}

/** The filters as what to ask of a page with reactions. */
export function askedBy(filters: ReactionFilters) {
  return {
    search: filters.search,
    consultation: filters.consultationId,
    group: filters.withoutGroup ? NONE : filters.groupId,
    statement: filters.withoutStatement ? NONE : filters.statementId,
    kind: filters.kind && KIND_WORDS[filters.kind],
    position: filters.position && POSITION_WORDS[filters.position],
    without: filters.withoutCoreValue ? WITHOUT_CORE_VALUE : undefined,
    outcome: filters.withoutAnswer ? NONE : filters.outcome && OUTCOME_WORDS[filters.outcome],
    order: filters.sort && SORT_WORDS[filters.sort],
    page: filters.page && filters.page > 1 ? filters.page : undefined,
  };
}

/** The words of the address for a select: kind, position and order. */
export const ADDRESS_WORDS = { kind: KIND_WORDS, position: POSITION_WORDS, sort: SORT_WORDS };

/** How many filters narrow the list; search and order do not count. */
export function filterCount(filters: ReactionFilters): number {
  const { search: _search, sort: _sort, page: _page, ...narrowing } = filters;
  return Object.values(narrowing).filter((value) => value !== undefined).length;
}
