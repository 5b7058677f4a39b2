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

/** Who may store what reading a file gave: the system alone, for nobody may write a text himself. */
export function mayStoreReading(scope: DossierScope): boolean {
  return scope.actor.type === "job";
}
