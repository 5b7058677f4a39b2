import type { Role } from "@/db/vocabulary";
import { mayStartDossier } from "../accounts/policy";
import type { MemberScope } from "../kernel/scope";

/** What each role may do with the work in a dossier; the whole table in one place. */
export const ROLE_TABLE: Record<Role, { read: boolean; write: boolean }> = {
  author: { read: true, write: true },
  reviewer: { read: true, write: false },
  stakeholder: { read: false, write: false },
};

/** Who may read the work in a dossier: authors and reviewers, not the stakeholders. */
export function mayRead(scope: Pick<MemberScope, "role">): boolean {
  return ROLE_TABLE[scope.role].read;
}

/** Who may change the work in a dossier: its authors, as long as it is not archived. */
export function mayWrite(scope: Pick<MemberScope, "role" | "archived">): boolean {
  return ROLE_TABLE[scope.role].write && !scope.archived;
}

/** Which roles see names and other personal data as they were written: the authors. */
export function seesNames({ role }: Pick<MemberScope, "role">): boolean {
  return ROLE_TABLE[role].write;
}

/** Who sees names here: an author, as long as nothing is made for others. */
export function maySeeNames({ layer }: Pick<MemberScope, "layer">): boolean {
  return layer === null;
}

/**
 * Who may add somebody by e-mail address. The answer tells whether the address has an account, so it is
 * for authors who work here and could look that up among their colleagues; not for a guest.
 */
export function mayAddMembers(scope: Pick<MemberScope, "role" | "actor" | "archived">): boolean {
  return mayWrite(scope) && mayStartDossier(scope.actor);
}
