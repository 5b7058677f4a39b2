import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who sees the names behind codes and decides on them: the authors of a dossier. */
export function mayRedact(scope: MemberScope): boolean {
  return mayWrite(scope);
}
