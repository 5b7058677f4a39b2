import type { Role } from "@/db/vocabulary";
import type { Actor, DossierScope } from "../kernel/actor";

/** What each role may do with the work in a dossier; the whole table in one place. */
export const ROLE_TABLE: Record<Role, { read: boolean; write: boolean }> = {
  author: { read: true, write: true },
  reviewer: { read: true, write: false },
  stakeholder: { read: false, write: false },
};

/** Who may start a dossier: everybody who works here. */
export function mayStartDossier(actor: Actor): boolean {
  if (actor.type === "account") return actor.kind !== "guest";
  return actor.type === "system";
}

/** Who may read the work in a dossier: authors and reviewers, not the stakeholders. */
export function mayRead(scope: Pick<DossierScope, "role">): boolean {
  return ROLE_TABLE[scope.role].read;
}

/** Who may change the work in a dossier. */
export function mayWrite(scope: Pick<DossierScope, "role">): boolean {
  return ROLE_TABLE[scope.role].write;
}
