import type { Actor, DossierScope } from "../actor";

/** Who may start a dossier: everybody who works here. */
export function mayStartDossier(actor: Actor): boolean {
  return actor.type === "system" || actor.kind !== "guest";
}

/** Who may read the work in a dossier: authors and reviewers, not the stakeholders. */
export function mayRead(scope: DossierScope): boolean {
  return scope.role === "author" || scope.role === "reviewer";
}

/** Who may change the work in a dossier. */
export function mayWrite(scope: DossierScope): boolean {
  return scope.role === "author";
}
