import { OUTCOMES, type Outcome } from "@/db/vocabulary";
import type { ReactionCell } from "../../queries/site";
import { sumOf, sumsBy } from "../../rules/reading";
import type { ReactionFilter } from "../../rules/site";
import { type Html, html } from "./html";
import { outcomeShape } from "./icons";
import type { Site } from "./site";

export { sumOf, sumsBy };

/** Whether a cell is of what is asked for. */
export function fits(cell: ReactionCell, filter: ReactionFilter): boolean {
  return (["group", "outcome", "statement"] as const).every(
    (field) => filter[field] === undefined || filter[field] === cell[field],
  );
}

/** The outcomes of reactions as a bar and in words, each leading to those reactions. @param filter what else is asked for. */
export function outcomeBar(
  site: Site,
  cells: readonly ReactionCell[],
  filter: ReactionFilter,
): Html | null {
  const sums = sumsBy(cells, "outcome");
  const total = sumOf(cells);
  if (total === 0) return null;
  const all: (Outcome | null)[] = [...OUTCOMES, null];
  const given = all.filter((outcome) => sums.has(outcome));
  const width = 1152;
  let at = 0;
  const bars = given.map((outcome) => {
    const size = ((sums.get(outcome) ?? 0) / total) * width;
    const bar = html`<rect class="bar-${outcome ?? "open"}" x="${round(at + 1)}" y="1" width="${round(Math.max(1, size - 2))}" height="16"/>`;
    at += size;
    return bar;
  });
  return html`<svg class="bar" viewBox="0 0 ${width} 18" preserveAspectRatio="none" aria-hidden="true"><defs><pattern id="arcering" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="ground"/><rect width="3.500" height="7" class="stroke"/></pattern><pattern id="stippen" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="ground"/><circle cx="3" cy="3" r="1" class="stroke"/></pattern></defs>${bars}</svg>
<ul class="outcomes">${given.map((outcome) => html`<li><a href="${site.link({ kind: "reactions", filter: { ...(site.online ? filter : {}), outcome }, page: 1 })}">${outcome ? outcomeShape(outcome) : null}<b>${sums.get(outcome)}</b> <span>${outcome ? lower(site.text(`dispositions.outcome.${outcome}`)) : lower(site.text("editions.site.unanswered"))}</span></a></li>`)}</ul>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A word as it stands within a sentence. */
export const lower = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1);
