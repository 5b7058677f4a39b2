import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may correct and confirm a splitting: authors. */
export function maySplit(scope: MemberScope): boolean {
  return mayWrite(scope);
}
