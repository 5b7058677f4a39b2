import type { Outcome, ReactionKind } from "@/db/vocabulary";
import type { FieldErrors } from "../kernel/errors";
import type { BesideRequirement } from "./model";

/** Outcomes that say that something of it stands in a requirement, which they then name. */
export const IN_REQUIREMENT: readonly Outcome[] = ["adopted", "partly"];
/** Outcomes by which somebody hears no, and why. */
export const WITH_REASON: readonly Outcome[] = ["rejected", "outOfScope"];

/** Whether the reason is asked as the answer to a question. */
export const asksAnswer = (kind: ReactionKind): boolean => kind === "question";

/** Per field what an answer lacks; empty when it is whole. */
export function missingIn(
  answer: { outcome: Outcome; reason: string; place: string; requirements: number },
  kind: ReactionKind,
): FieldErrors {
  const { outcome, reason, place, requirements } = answer;
  const missing: FieldErrors = {};
  if (IN_REQUIREMENT.includes(outcome) && requirements === 0) {
    missing.requirementIds = "dispositions.errors.noRequirement";
  }
  if (outcome === "elsewhere" && place === "") missing.place = "dispositions.errors.noPlace";
  if (reason === "") {
    if (asksAnswer(kind)) missing.reason = "dispositions.errors.noAnswer";
    else if (WITH_REASON.includes(outcome)) missing.reason = "dispositions.errors.noReason";
  }
  return missing;
}

/**
 * What follows from the links: who linked a requirement to the reaction itself said that it is in there. By a kernwaarde
 * nothing follows: many rest on it, and this one may be what was left out.
 *
 * @returns null when nothing does.
 */
export function proposalOf(
  requirements: readonly Pick<BesideRequirement, "id" | "direct">[],
): { outcome: Outcome; requirementIds: string[] } | null {
  const direct = requirements.filter((one) => one.direct).map(({ id }) => id);
  return direct.length > 0 ? { outcome: "adopted", requirementIds: direct } : null;
}

/** Signs of a reaction that a list shows, in UTF-16 units. */
const OPENING = 120;

/** How a reaction begins, on one line. */
export function openingOf(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  if (words.length <= OPENING) return words;
  return `${words.slice(0, OPENING).replace(/\s\S*$/, "")} …`;
}
