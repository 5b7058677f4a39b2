import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may write the Programma van Eisen: its authors, as long as the dossier is not archived. */
export function mayWriteRequirements(scope: MemberScope): boolean {
  return mayWrite(scope);
}
