import { randomUUID } from "node:crypto";
import type { AccountKind, ApprovalRole, Role } from "@/db/vocabulary";
import { addAccount } from "@/domain/accounts/commands";
import { administer, workHere } from "@/domain/accounts/gate";
import { setApprovals, setMember, startDossier } from "@/domain/dossiers/commands";
import { openDossier, openDossierToRead } from "@/domain/dossiers/gate";
import type {
  Actor,
  AdministratorScope,
  MemberScope,
  Person,
  ReaderScope,
} from "@/domain/kernel/scope";

export const SYSTEM: Actor = { type: "system", name: "test" };

/** A person with an account. */
export async function person(
  overrides: { name?: string; email?: string; kind?: AccountKind } = {},
): Promise<Person> {
  const name = overrides.name ?? "Noor de Vries";
  const kind = overrides.kind ?? "staff";
  const email = overrides.email ?? `${randomUUID()}@voorbeeld.example`;
  const { id } = await addAccount(administer(SYSTEM), { name, email, kind });
  return { type: "account", id, name, kind };
}

/** A dossier, seen by its first author. */
export async function dossierOf(
  author?: Person,
  overrides: { title?: string; contractingAuthority?: string; subject?: string } = {},
): Promise<ReaderScope> {
  const actor = author ?? (await person());
  const { slug } = await startDossier(workHere(actor), {
    title: overrides.title ?? "Begeleiding op school",
    contractingAuthority: overrides.contractingAuthority ?? "Gemeente Waterbroek",
    subject: overrides.subject ?? "",
  });
  return openDossierToRead(actor, slug);
}

/** Makes an account a member by its id, as the terminal does. */
export async function enlist(slug: string, accountId: string, role: Role): Promise<void> {
  await setMember(await openDossier(SYSTEM, slug), { accountId, role });
}

/** The same dossier, seen by a new member with another role. */
export async function memberOf(
  scope: MemberScope,
  role: "author" | "reviewer",
  account?: Person,
): Promise<ReaderScope>;
export async function memberOf(
  scope: MemberScope,
  role: Role,
  account?: Person,
): Promise<MemberScope>;
export async function memberOf(scope: MemberScope, role: Role, account?: Person) {
  const added = account ?? (await person({ kind: role === "stakeholder" ? "guest" : "staff" }));
  await enlist(scope.slug, added.id, role);
  return openDossier(added, scope.slug);
}

/** The same dossier, seen by a member who approves requirements in these roles. */
export async function approverOf(
  scope: MemberScope,
  approves: ApprovalRole[],
  as: { role?: "author" | "reviewer"; account?: Person } = {},
): Promise<ReaderScope> {
  const account = as.account ?? (await person());
  await enlist(scope.slug, account.id, as.role ?? "reviewer");
  await setApprovals(await openDossier(SYSTEM, scope.slug), { accountId: account.id, approves });
  return openDossierToRead(account, scope.slug);
}

/** A scope handed to a query that asks for more than it proves: for tests of refusals. */
export function asIfReader(scope: MemberScope): ReaderScope {
  return scope as ReaderScope;
}

/** The scope of an administrator, said and not shown: no gate made it. */
export function asIfAdministrator(actor: Actor): AdministratorScope {
  return { actor, administers: true } as AdministratorScope;
}
