import { mayRead, mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may send requirements to review: the authors. */
export function maySend(scope: MemberScope): boolean {
  return mayWrite(scope);
}

/** Who may check where a requirement comes from: whoever reads the work. Of one's own nobody, which is asked of the requirement. */
export function mayCheckOrigin(scope: MemberScope): boolean {
  return mayRead(scope) && !scope.archived;
}

/** Who may approve requirements and send them back: who was given a role in which they approve. */
export function mayApprove(scope: MemberScope): boolean {
  return mayCheckOrigin(scope) && scope.approves.length > 0;
}
