import type { DossierScope } from "../actor";
import { mayWrite } from "../dossiers/policy";

/** Who may add and change consultations: the authors. */
export function mayChangeConsultations(scope: DossierScope): boolean {
  return mayWrite(scope);
}
