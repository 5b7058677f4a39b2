import { mayWrite } from "../dossiers/policy";
import type { DossierScope } from "../kernel/actor";

/** Who may bring in sources: the authors. */
export function mayImportSources(scope: DossierScope): boolean {
  return mayWrite(scope);
}

/** Who may make a passage of words in a source: the authors. */
export function mayQuote(scope: DossierScope): boolean {
  return mayWrite(scope);
}
