import type { Actor } from "../kernel/actor";

/** Who manages accounts and reads the audit of the installation. */
export function mayAdminister(actor: Actor): boolean {
  if (actor.type === "account") return actor.kind === "administrator";
  return actor.type === "system";
}
