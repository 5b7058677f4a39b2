import type { Role } from "@/db/vocabulary";
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
