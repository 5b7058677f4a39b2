import { Forbidden } from "../kernel/errors";
import {
  type Actor,
  type AdministratorScope,
  administrator,
  mint,
  type Person,
  type PersonScope,
  person,
  type StaffScope,
  staff,
} from "../kernel/scope";
import { mayAdminister, mayStartDossier } from "./policy";

/** The gate of the installation: accounts and the log. @throws Forbidden for who does not manage it. */
export function administer(actor: Actor): AdministratorScope {
  if (!mayAdminister(actor)) throw new Forbidden();
  return mint(administrator, { actor, administers: true });
}

/** The gate for who works here. @throws Forbidden for a guest. */
export function workHere(actor: Actor): StaffScope {
  if (!mayStartDossier(actor)) throw new Forbidden();
  return mint(staff, { actor, works: true });
}

/** The gate for what somebody chooses for themselves: who is signed in is the proof. */
export function ownChoices(actor: Person): PersonScope {
  return mint(person, { actor });
}
