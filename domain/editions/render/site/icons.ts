import type { Outcome } from "@/db/vocabulary";
import { type Html, html } from "./html";

/** Shapes of the four steps: square, circle, diamond, hexagon. They say by form what colour says too. */
const STEPS = {
  statement: html`<rect x="1.5" y="1.5" width="9" height="9" rx="1"/>`,
  reaction: html`<circle cx="6" cy="6" r="5"/>`,
  coreValue: html`<path d="M6 .3 11.7 6 6 11.7.3 6Z"/>`,
  requirement: html`<path d="M6 .4 11 3.2v5.6L6 11.6 1 8.8V3.2Z"/>`,
};
export type Step = keyof typeof STEPS;

export function stepShape(step: Step): Html {
  return html`<svg class="shape ${step}" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">${STEPS[step]}</svg>`;
}

/** By form and in ink only, and never without its word. */
const OUTCOMES: Record<Outcome, Html> = {
  adopted: html`<circle cx="8" cy="8" r="6.2" class="full"/>`,
  partly: html`<circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 0 0 12Z" class="full"/>`,
  rejected: html`<circle cx="8" cy="8" r="6"/>`,
  elsewhere: html`<path d="M2 8h11M9 4l4.2 4L9 12"/>`,
  outOfScope: html`<circle cx="8" cy="8" r="6" class="dashed"/>`,
  noted: html`<path d="M2.2 2.8h11.6v8H8L4.8 13.6v-2.8H2.2Z"/>`,
};

export function outcomeShape(outcome: Outcome): Html {
  return html`<svg class="outcome" viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">${OUTCOMES[outcome]}</svg>`;
}

const LINES = {
  search: "M11 4.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 0 0 0-13m5 11.500 4.500 4.500",
  back: "M19 12H5m6-6-6 6 6 6",
  on: "M5 12h14m-6-6 6 6-6 6",
  next: "m10 7 5 5-5 5",
  down: "M12 4v16m-6-6 6 6 6-6",
  open: "m7 10 5 5 5-5",
  check: "m5 12.500 4.500 4.500L19 7.500",
};

export function lineIcon(name: keyof typeof LINES): Html {
  return html`<svg class="line" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true"><path d="${LINES[name]}"/></svg>`;
}

/** What an organisation without a coat of arms of its own stands under. */
export const SHIELD = html`<svg class="shield" viewBox="0 0 36 40" width="30" height="34" aria-hidden="true"><path d="M3 3h30v17c0 9-6.500 14.500-15 17.500C9.500 34.500 3 29 3 20Z"/><path d="M7 17c3.700-3.500 7.300-3.500 11 0s7.300 3.500 11 0M7 24c3.700-3.500 7.300-3.500 11 0s7.300 3.500 11 0"/></svg>`;
