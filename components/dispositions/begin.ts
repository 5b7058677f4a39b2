import type { AnsweredReaction } from "@/domain/dispositions/model";
import { proposalOf } from "@/domain/dispositions/rules";
import type { Begin } from "./answer-form";

/** What the form begins with: the answer that stands, or what follows from the links. */
export function beginOf(answered: AnsweredReaction): Begin {
  const { lockVersion, standing, requirements } = answered;
  const sharedWith = answered.sharedWith.map(({ number }) => number);
  if (standing) {
    const { outcome, reason, place } = standing;
    const requirementIds = standing.requirements.map(({ id }) => id);
    return { lockVersion, outcome, reason, place, requirementIds, sharedWith, proposedBy: [] };
  }
  const proposed = proposalOf(requirements);
  const requirementIds = proposed?.requirementIds ?? [];
  const codes = requirements.filter(({ id }) => requirementIds.includes(id)).map((q) => q.code);
  return {
    ...{ lockVersion, reason: "", place: "" },
    outcome: proposed?.outcome ?? null,
    requirementIds,
    sharedWith,
    proposedBy: codes,
  };
}
