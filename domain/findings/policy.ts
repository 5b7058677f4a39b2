import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may let a finding stand: the authors, as long as the dossier is not archived. */
export function mayIgnoreFindings(scope: MemberScope): boolean {
  return mayWrite(scope);
}
