import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who has a text corrected by those who were there, and decides on what they propose: the authors. */
export function mayHaveCorrected(scope: MemberScope): boolean {
  return mayWrite(scope);
}
