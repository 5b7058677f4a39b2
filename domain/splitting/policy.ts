import { mayRead, mayWrite } from "../dossiers/policy";
import type { DossierScope } from "../kernel/actor";

/** Who may look at the workbench: who may read the work in the dossier. */
export function mayReadSplitting(scope: DossierScope): boolean {
  return mayRead(scope);
}

/** Who may correct and confirm a splitting: authors. */
export function maySplit(scope: DossierScope): boolean {
  return mayWrite(scope);
}
