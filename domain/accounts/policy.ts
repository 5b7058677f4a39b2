import type { Actor } from "../kernel/actor";

/** Who manages accounts and reads the audit of the installation. */
export function mayAdminister(actor: Actor): boolean {
  return actor.type === "system" || actor.kind === "administrator";
}
