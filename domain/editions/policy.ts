import { mayRead, mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may adopt an edition: whoever reads the work. A definitive one nobody who wrote in it, which is asked of its requirements. */
export function mayAdopt(scope: MemberScope): boolean {
  return mayRead(scope) && !scope.archived;
}

/** Who may publish an edition and withdraw it: the authors. */
export function mayPublish(scope: MemberScope): boolean {
  return mayWrite(scope);
}
