import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may bring in reactions from a spreadsheet: the authors. */
export function mayImportReactions(scope: MemberScope): boolean {
  return mayWrite(scope);
}
