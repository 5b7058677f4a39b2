import type { Representative, VoteCounts } from "../model";
import { isSignificant, type Side, sideOf } from "./statistics";

/** A statement as a group and as all other groups together see it. */
export interface Seen {
  id: string;
  inside: VoteCounts;
  outside: VoteCounts;
}

interface Candidate {
  id: string;
  inside: VoteCounts;
  agree: Side;
  disagree: Side;
}

/**
 * The statements that represent a group, at most `longest`. One does when the group is significantly above a
 * half and above the other groups, in one direction. They are ranked by ratio · its z · P · its z; what the group
 * agrees with most goes first, whether or not it was significant; and then agreement stands before disagreement.
 * Without any that is significant it is the best of the rest alone. Of equals the first in order is taken.
 * (`select-rep-comments` in repness.clj of Polis.)
 */
export function representatives(seen: readonly Seen[], longest: number): Representative[] {
  const sufficient: Candidate[] = [];
  let best: Candidate | null = null;
  let bestAgree: Candidate | null = null;
  for (const { id, inside, outside } of seen) {
    const one: Candidate = {
      id,
      inside,
      agree: sideOf("agree", inside, outside),
      disagree: sideOf("disagree", inside, outside),
    };
    if (represents(one.agree) || represents(one.disagree)) sufficient.push(one);
    if (sufficient.length === 0 && (best === null || furthest(one) > chosen(best).ratioTest)) {
      best = one;
    }
    if (isBetterAgree(one, bestAgree)) bestAgree = one;
  }
  const head = bestAgree ?? (sufficient.length === 0 ? best : null);
  const rest = sufficient
    .filter((one) => one !== bestAgree)
    .sort((a, b) => weight(chosen(b)) - weight(chosen(a)));
  const list = [...(head ? [head] : []), ...rest]
    .slice(0, longest)
    .map(({ id, agree, disagree }): Representative => {
      return { id, direction: agree.ratioTest > disagree.ratioTest ? "agree" : "disagree" };
    });
  return [
    ...list.filter(({ direction }) => direction === "agree"),
    ...list.filter(({ direction }) => direction === "disagree"),
  ];
}

const represents = ({ test, ratioTest }: Side): boolean =>
  isSignificant(ratioTest) && isSignificant(test);

const furthest = ({ agree, disagree }: Candidate): number =>
  Math.max(agree.ratioTest, disagree.ratioTest);

/** The side on which the group differs most from the others. */
const chosen = ({ agree, disagree }: Candidate): Side =>
  agree.ratioTest > disagree.ratioTest ? agree : disagree;

const weight = ({ ratio, ratioTest, p, test }: Side): number => ratio * ratioTest * p * test;

/** What nobody had an opinion on is never the best; the measure depends on how good the best so far is. */
function isBetterAgree({ inside, agree }: Candidate, current: Candidate | null): boolean {
  if (inside.agree === 0 && inside.disagree === 0) return false;
  if (current === null) return isSignificant(agree.test) || (agree.ratio > 1 && agree.p > 0.5);
  const before = current.agree;
  if (before.ratio > 1) return weight(agree) > weight(before);
  return agree.p * agree.test > before.p * before.test;
}
