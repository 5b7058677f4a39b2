import type { Actor } from "../kernel/scope";

/** Who manages accounts and reads the log of the installation. */
export function mayAdminister(actor: Actor): boolean {
  return isOfAKind(actor, ["administrator"]);
}

/** Who may start a dossier: everybody who works here. */
export function mayStartDossier(actor: Actor): boolean {
  return isOfAKind(actor, ["administrator", "staff"]);
}

function isOfAKind(actor: Actor, kinds: readonly string[]): boolean {
  return actor.type === "system" || (actor.type === "account" && kinds.includes(actor.kind));
}
