import { idsOf, pageOf, type Query, textOf } from "@/components/addresses";
import { OUTCOME_WORDS } from "@/components/reactions/address";
import { OUTCOMES } from "@/db/vocabulary";
import { SHOWS, type Show, type WorkAsked } from "@/domain/dispositions/model";

/** Values of the parameters of the page, as they stand in an address. */
const SHOW_WORDS: Record<Show, string> = {
  todo: "open",
  proposed: "voorstel",
  questions: "vragen",
  all: "alles",
};

/** Answers of a moment ago that stay in the list. */
const MOST_JUST = 10;

/** What is asked of the page. */
export interface PageAsked extends WorkAsked {
  reaction?: string;
  /** What a requirement is looked for by. */
  search?: string;
}

export function readAsked(query: Query): PageAsked {
  const outcome = textOf(query, "outcome");
  const show = textOf(query, "show");
  return {
    show: SHOWS.find((one) => SHOW_WORDS[one] === show),
    outcome: OUTCOMES.find((one) => OUTCOME_WORDS[one] === outcome),
    reaction: textOf(query, "reaction") || undefined,
    search: textOf(query, "search") || undefined,
    just: idsOf(query, "changed").slice(0, MOST_JUST),
    page: textOf(query, "page") ? pageOf(query) : undefined,
  };
}

/** What an address of the page says for a choice. */
export function askedIn({ show, outcome, reaction, search, just, page }: PageAsked) {
  return {
    show: show && SHOW_WORDS[show],
    outcome: outcome && OUTCOME_WORDS[outcome],
    reaction,
    search,
    changed: just,
    page,
  };
}

/** A field by which a form brings along which list it stood beside. */
export function hereFields({ show, outcome, just = [] }: PageAsked) {
  const here = new URLSearchParams();
  if (show) here.set("toon", SHOW_WORDS[show]);
  if (outcome) here.set("uitkomst", OUTCOME_WORDS[outcome]);
  for (const id of just) here.append("gewijzigd", id);
  return { here: here.toString() };
}

/** The list that a form stood beside: what is no choice of ours is left out. */
export function hereIn(fields: Record<string, string>): PageAsked {
  const query: Query = {};
  for (const [name, value] of new URLSearchParams((fields.here ?? "").slice(0, 2_000))) {
    query[name] = [...[query[name] ?? []].flat(), value];
  }
  const { show, outcome, just } = readAsked(query);
  return { show, outcome, just };
}

/** The list after one more was answered. */
export const withJust = (asked: PageAsked, ids: readonly string[]): PageAsked => ({
  ...asked,
  just: [...new Set([...ids, ...(asked.just ?? [])])].slice(0, MOST_JUST),
});
