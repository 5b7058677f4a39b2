import { maySeeNames, mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who keeps order in an online consultation: the authors, who read words as they were written. */
export function mayModerate(scope: Pick<MemberScope, "role" | "archived" | "layer">): boolean {
  return mayWrite(scope) && maySeeNames(scope);
}
