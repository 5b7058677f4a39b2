import { randomUUID } from "node:crypto";
import type { AccountKind, Role } from "@/db/vocabulary";
import { addAccount } from "@/domain/accounts/commands";
import { setMember, startDossier } from "@/domain/dossiers/commands";
import { openDossier } from "@/domain/dossiers/queries";
import type { Actor, DossierScope } from "@/domain/kernel/actor";

export const SYSTEM: Actor = { type: "system", name: "test" };

type Person = Extract<Actor, { type: "account" }>;

/** A person with an account. */
export async function person(
  overrides: { name?: string; email?: string; kind?: AccountKind } = {},
): Promise<Person> {
  const name = overrides.name ?? "Noor de Vries";
  const kind = overrides.kind ?? "staff";
  const email = overrides.email ?? `${randomUUID()}@voorbeeld.example`;
  const { id } = await addAccount(SYSTEM, { name, email, kind });
  return { type: "account", id, name, kind };
}

/** A dossier, seen by its first author. */
export async function dossierOf(
  author?: Person,
  overrides: { title?: string; contractingAuthority?: string; subject?: string } = {},
): Promise<DossierScope> {
  const actor = author ?? (await person());
  const { slug } = await startDossier(actor, {
    title: overrides.title ?? "Begeleiding op school",
    contractingAuthority: overrides.contractingAuthority ?? "Gemeente Waterbroek",
    subject: overrides.subject ?? "",
  });
  return openDossier(actor, slug);
}

/** The same dossier, seen by a new member with another role. */
export async function memberOf(
  scope: DossierScope,
  role: Role,
  member?: Person,
): Promise<DossierScope> {
  const account = member ?? (await person({ kind: role === "stakeholder" ? "guest" : "staff" }));
  await setMember(scope, { accountId: account.id, role });
  return openDossier(account, scope.slug);
}
