import { mayWrite } from "../dossiers/policy";
import type { DossierScope } from "../kernel/actor";

/** Who may add and change consultations: the authors. */
export function mayChangeConsultations(scope: DossierScope): boolean {
  return mayWrite(scope);
}
