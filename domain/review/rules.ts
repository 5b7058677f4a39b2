import { APPROVAL_ROLES, type ApprovalRole } from "@/db/vocabulary";
import type { RequirementReview, ReviewLine, RoleApproval } from "./model";

/** Of each role the approval that holds, else the last that was given; newest first is how both come in. */
export function approvalsOf(
  given: readonly { step: number; role: ApprovalRole; holds: boolean }[],
  steps: readonly ReviewLine[],
): RoleApproval[] {
  return APPROVAL_ROLES.map((role) => {
    const inRole = given.filter((one) => one.role === role);
    const chosen = inRole.find(({ holds }) => holds) ?? inRole[0];
    const line = steps.find(({ step }) => step === chosen?.step);
    if (!chosen || !line) return { role, given: null };
    const { by, at, n, note } = line;
    return { role, given: { by, at: new Date(at).toISOString(), n, note, holds: chosen.holds } };
  });
}

/**
 * The last step of who looks, when it can be taken back: an approval, a check, or sending back as long as nobody sent it
 * again. `steps` newest first.
 */
export function lastOwn(steps: readonly (ReviewLine & { mine: boolean })[]): number | null {
  const own = steps.find(({ mine, act, takenBack }) => mine && !takenBack && act !== "takenBack");
  if (!own || own.act === "sent") return null;
  const sentAgain = steps.some(({ act, step }) => act === "sent" && step > own.step);
  return own.act === "returned" && sentAgain ? null : own.step;
}

/** The version since which it matters what changed: one's own last approval that lapsed, else the last of anybody. */
export function changedSince({
  approvals,
  mine,
}: Pick<RequirementReview, "approvals" | "mine">): number | null {
  if (mine.lapsedFrom !== null) return mine.lapsedFrom;
  const lapsed = approvals.flatMap(({ given }) => (given && !given.holds ? [given.n] : []));
  return lapsed.length > 0 ? Math.max(...lapsed) : null;
}
