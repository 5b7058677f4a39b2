import { mayWrite } from "../dossiers/policy";
import type { MemberScope } from "../kernel/scope";

/** Who may add and change consultations: the authors. */
export function mayChangeConsultations(scope: MemberScope): boolean {
  return mayWrite(scope);
}
