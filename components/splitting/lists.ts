import { oneOf, type Query, textOf, wholeOf } from "@/components/addresses";
import { UNSURE_BELOW } from "@/domain/proposal/model";
import { BARS, type Bar, LISTS, type ListName } from "@/domain/splitting/model";

/** The lists of the workbench as an address says them. */
const WORDS: Record<ListName, string> = {
  all: "alles",
  unsure: "onzeker",
  open: "open",
  nothing: "niets",
};

/** Unless somebody chooses another: of what is called this sure, this much is right. */
export const USUAL_BAR = (UNSURE_BELOW * 100) as Bar;

/** Which list, at which bar. */
export interface Listing {
  list: ListName;
  bar: Bar;
}

/** What an address says of the list and the bar. */
export function listingOf(query: Query): Listing {
  const word = oneOf(query, "show", Object.values(WORDS));
  return {
    list: LISTS.find((list) => WORDS[list] === word) ?? "all",
    bar: BARS.find((bar) => bar === wholeOf(query, "bar")) ?? USUAL_BAR,
  };
}

/** The same for in an address; what is usual is left out. */
export function asked({ list, bar }: Listing): { show?: string; bar?: number } {
  return {
    show: list === "all" ? undefined : WORDS[list],
    bar: bar === USUAL_BAR ? undefined : bar,
  };
}

/** What an address can ask for instead of a segment: the first that is open, or unsure. */
const WANTED: Record<string, "firstOpen" | "firstUnsure"> = {
  open: "firstOpen",
  onzeker: "firstUnsure",
};

/** The segment that the address asks for; null when it asks for none. */
export function focusOf(query: Query): number | "firstOpen" | "firstUnsure" | null {
  return WANTED[textOf(query, "segment")] ?? wholeOf(query, "segment");
}
