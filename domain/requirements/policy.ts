import type { MemberScope } from "../kernel/scope";

/** Who may write the Programma van Eisen: its authors. A reviewer reads. */
export function mayWriteRequirements(scope: MemberScope): boolean {
  return scope.role === "author";
}
