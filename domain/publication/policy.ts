import type { DossierScope } from "../actor";
import { mayRead } from "../dossiers/policy";

/** Who may take the Programma van Eisen with them as a document. */
export function mayExport(scope: DossierScope): boolean {
  return mayRead(scope);
}
