import type { AccountKind, Role } from "@/db/vocabulary";

/** Work in the background, for the system. The audit knows it by its name. */
export interface JobActor {
  type: "job";
  name: string;
}

/** Who does something: a person with an account, the command line of the server itself, or a job. */
export type Actor =
  | { type: "account"; id: string; name: string; kind: AccountKind }
  | { type: "system"; name: string }
  | JobActor;

declare const authorized: unique symbol;

/**
 * The id of a dossier that this actor may see. Minted only in `domain/dossiers/queries.ts`, so
 * that a query which takes it cannot be called with an id from outside.
 */
export type AuthorizedDossierId = string & { readonly [authorized]: true };

/** An actor in a dossier: what every query and command within a dossier takes first. */
export interface DossierScope {
  actor: Actor;
  role: Role;
  dossierId: AuthorizedDossierId;
  slug: string;
  title: string;
}

/** The account id of an actor, or null for the command line and for jobs. */
export function actorAccountId(actor: Actor): string | null {
  return actor.type === "account" ? actor.id : null;
}
