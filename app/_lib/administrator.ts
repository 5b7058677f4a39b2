import { forbidden } from "next/navigation";
import { mayAdminister } from "@/domain/accounts/policy";
import { requireActor } from "./session";

/** Who is signed in, when that is an administrator; others get the page "no access". */
export async function requireAdministrator() {
  const actor = await requireActor();
  if (!mayAdminister(actor)) forbidden();
  return actor;
}
