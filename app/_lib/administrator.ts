import { administer } from "@/domain/accounts/gate";
import type { AdministratorScope } from "@/domain/kernel/scope";
import { gate, requireActor } from "./session";

/** Who is signed in, when that is an administrator; others get the page "no access". */
export async function requireAdministrator(): Promise<AdministratorScope> {
  const actor = await requireActor();
  return gate(Promise.resolve(actor).then(administer));
}
