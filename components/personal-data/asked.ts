import { oneOf, pageOf, type Query, textOf } from "@/components/addresses";
import {
  SUBJECT_GROUPS,
  SUBJECT_SHOWS,
  type SubjectGroup,
  type SubjectShow,
  type SubjectsAsked,
} from "@/domain/personal-data/model";

/** Values of the parameters of the page, as they stand in an address. */
const SHOW_WORDS: Record<SubjectShow, string> = {
  open: "open",
  all: "alles",
  replaced: "vervangen",
  keep: "blijft",
  none: "geen",
};
const GROUP_WORDS: Record<SubjectGroup, string> = {
  people: "personen",
  contact: "contact",
  health: "gezondheid",
  organisations: "organisaties",
};

/** What is asked of the page: which are listed, whom it is about, and whether several are chosen. */
export interface PageAsked extends Omit<SubjectsAsked, "show"> {
  /** Left out: what is open, as long as anything is. */
  show?: SubjectShow;
  person?: string;
  /** Several at once: none put ready, or those that a filter puts ready. */
  choose?: "none" | "unsure";
  /** Page of the places of one. */
  place?: number;
}

export function readAsked(query: Query): PageAsked {
  const choose = textOf(query, "choose");
  const wordsOf = <T extends string>(words: Record<T, string>, all: readonly T[], word: string) =>
    all.find((one) => words[one] === word);
  return {
    show: wordsOf(SHOW_WORDS, SUBJECT_SHOWS, textOf(query, "show")),
    search: textOf(query, "search") || undefined,
    sourceId: textOf(query, "source") || undefined,
    group: wordsOf(GROUP_WORDS, SUBJECT_GROUPS, textOf(query, "kind")),
    unsure: choose === "onzeker" || undefined,
    page: pageOf(query),
    person: textOf(query, "person") || undefined,
    choose: choose === "onzeker" ? "unsure" : choose === "ja" ? "none" : undefined,
    place: pageOf(query, "place"),
  };
}

/** What an address of the page says for a choice. */
export function askedIn({ show, search, sourceId, group, page, person, choose, place }: PageAsked) {
  return {
    show: show && SHOW_WORDS[show],
    search,
    source: sourceId,
    kind: group && GROUP_WORDS[group],
    person,
    choose: choose && (choose === "unsure" ? "onzeker" : "ja"),
    page: page === 1 ? undefined : page,
    place: place === 1 ? undefined : place,
  };
}

/** Fields by which a form brings along which list it stood beside, and what comes after it. */
export function hereFields({ show, search, sourceId }: PageAsked, next: string | null) {
  return {
    here: JSON.stringify({ show, search, sourceId }),
    next: next ?? "",
  };
}

/** The list that a form stood beside: what is no choice of ours is left out. */
export function hereIn(fields: Record<string, string>): PageAsked {
  try {
    const { show, search, sourceId } = JSON.parse(fields.here ?? "{}");
    return {
      show: oneOf({ toon: String(show) }, "show", SUBJECT_SHOWS),
      search: typeof search === "string" ? search.slice(0, 200) : undefined,
      sourceId: typeof sourceId === "string" ? sourceId.slice(0, 200) : undefined,
    };
  } catch {
    return {};
  }
}
