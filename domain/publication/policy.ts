import { mayRead } from "../dossiers/policy";
import type { DossierScope } from "../kernel/actor";

/** Who may take the Programma van Eisen with them as a document. */
export function mayExport(scope: DossierScope): boolean {
  return mayRead(scope);
}
